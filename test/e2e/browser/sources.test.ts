import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { csvFile, emptyWork } from '../../support/monitoring-files.ts';
import { type App, openApp } from './driver.ts';
import { dropFiles, goTo, picture } from './page-actions.ts';

const folder = temporaryFolder();

describe('sources of monitoring data', () => {
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

  it('chooses a rule that a file asks for in the preview, and shows it among the rules of its source', async () => {
    await goTo(page, '/monitoring?tab=import');
    const rows = [
      ['镇街', '日期', 'SO2', 'PM2.5', 'PM2.5标识'],
      ['清平镇', '2024-07-01', '3L', 30, 'XQ'],
    ];
    await dropFiles(page, [csvFile(folder, '七月.csv', rows)]);
    await page.getByText('需要选定的处理规则').waitFor();
    await picture(page, 'sources-preview');
    await page.getByText('有效', { exact: true }).first().click();
    await page.getByRole('combobox', { name: /低于检出限/ }).click();
    await page.locator('.ant-select-item-option', { hasText: '按检出限的一半计' }).click();
    await page.getByText('需要选定的处理规则').waitFor();
    await page.getByRole('button', { name: '入库 1 份' }).click();
    await page.getByText('1 份文件已入库').waitFor();
    await goTo(page, '/settings');
    await page.getByText('低于检出限按检出限的一半计').waitFor();
    await picture(page, 'sources-settings');
    await page.getByRole('button', { name: /^来源“.*”的规则$/ }).click();
    await page.getByRole('radio', { name: '按检出限计' }).check();
    const from = page.locator('.decision-dialog').getByRole('textbox', { name: /从哪一天起/ });
    await from.fill('2024-07-01');
    await from.press('Enter');
    await page.getByText(/《七月\.csv》（收件号 1，1 天）/).waitFor();
    await picture(page, 'sources-dialog');
    await page.keyboard.press('Escape');
    expect(app.consoleErrors).toEqual([]);
  });

  it('keeps a table of AQI alone as published and shows it beside the day', async () => {
    await goTo(page, '/monitoring?tab=import');
    await dropFiles(page, [
      csvFile(folder, '公布.csv', [
        ['镇街', '日期', 'AQI', '等级'],
        ['清平镇', '2024-07-01', 60, '良'],
      ]),
    ]);
    await page.getByRole('cell', { name: '公布的AQI' }).waitFor();
    await page.getByRole('button', { name: '入库 1 份' }).click();
    await page.getByText('1 份文件已入库').waitFor();
    await goTo(page, '/monitoring?tab=files');
    await page.getByRole('cell', { name: '公布的AQI' }).waitFor();
    await picture(page, 'published-files');
    expect(app.consoleErrors).toEqual([]);
  });
});
