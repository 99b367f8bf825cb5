import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { csvFile, emptyWork } from '../../support/monitoring-files.ts';
import { type App, openApp } from './driver.ts';
import { foreignWords } from './foreign-words.ts';
import { dropFiles, goTo, picture, seriousProblems } from './page-actions.ts';

const folder = temporaryFolder();

describe('stations', () => {
  let app: App;
  let page: Page;
  beforeAll(async () => {
    const made = await emptyWork(folder);
    made.core.close();
    app = await openApp({ data: folder, work: made.workPath, user: '张三' });
    page = app.page;
    await page.getByRole('navigation', { name: '功能' }).waitFor();
  });
  afterAll(() => app.close());

  it('assigns a name that nothing knows in the preview, and remembers it for the next file', async () => {
    await goTo(page, '/monitoring?tab=import');
    await dropFiles(page, [table('三月', '2024-03-01')]);
    await page.getByText('不认识的站点名称 2 个').waitFor();
    await look(page, 'stations-preview');
    await assign(page.getByRole('combobox', { name: '龙洞监控点 归入' }), '清平镇');
    await page.getByRole('button', { name: '入库 1 份' }).click();
    await page.getByText('1 份文件已入库').waitFor();
    await page.getByRole('button', { name: '继续导入' }).click();
    await dropFiles(page, [table('四月', '2024-04-01')]);
    await page.getByText('不认识的站点名称 1 个').waitFor();
    expect(await page.getByRole('combobox', { name: '龙洞监控点 归入' }).count()).toBe(0);
    await page.getByRole('button', { name: '放弃预览' }).click();
  });

  it('lists the stations, those that are not assigned first, and says of one what it monitors', async () => {
    await goTo(page, '/monitoring?tab=stations');
    await page.getByText('没有归入站点或单位的名称 1 个').waitFor();
    await look(page, 'stations-list');
    await page.getByRole('button', { name: '无名点 归入' }).click();
    const dialog = page.getByRole('dialog');
    await assign(dialog.getByRole('combobox', { name: '无名点 归入' }), '龙洞监控点');
    await dialog.getByRole('textbox', { name: '理由' }).fill('同一台仪器');
    await dialog.getByRole('button', { name: '归入', exact: true }).click();
    await page.getByText('没有归入站点或单位的名称').waitFor({ state: 'detached' });

    await page.getByRole('row', { name: /龙洞监控点/ }).click();
    await page.getByRole('button', { name: '修改登记' }).click();
    const form = page.locator('.decision-dialog');
    await form.getByRole('textbox', { name: '代码' }).fill('1432A');
    await form.getByRole('checkbox', { name: 'PM2.5' }).check();
    await form.getByRole('checkbox', { name: 'PM10' }).check();
    await form.getByRole('textbox', { name: /^自哪天起/ }).fill('2024-04-01');
    await form.getByRole('textbox', { name: '理由' }).fill('核实仪器清单');
    await look(page, 'stations-form');
    await form.getByRole('button', { name: /^登\s?记$/ }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByRole('dialog').getByText('PM2.5、PM10（2项）').waitFor();
    await look(page, 'stations-drawer');
    expect(app.consoleErrors).toEqual([]);
  });
});

/** The list is long: its part that bears the name is typed, as a clerk does. */
async function assign(target: Locator, name: string): Promise<void> {
  await target.fill(name);
  await target
    .page()
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: name })
    .first()
    .click();
}

const table = (month: string, date: string): string =>
  csvFile(folder, `${month}.csv`, [
    ['站点名称', '日期', 'PM2.5', 'PM10'],
    ['龙洞监控点', date, 30, 50],
    ['无名点', date, 31, 51],
    ['钓鱼城街道空气自动站', date, 32, 52],
  ]);

async function look(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await seriousProblems(page)).toEqual([]);
  expect(await foreignWords(page)).toEqual([]);
}
