import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleWork } from '../../support/core.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { writeSampleReturn } from '../../support/sample-return.ts';
import { type App, openApp } from './driver.ts';
import { choose, dropFiles, filesIn, picture, seriousProblems } from './page-actions.ts';

const folder = temporaryFolder();

describe('填报收集 in a browser', () => {
  let app: App;
  let page: Page;
  let returns: string;
  let corrected: string;
  let ownTable: string;
  beforeAll(async () => {
    const made = await sampleWork(folder);
    returns = made.returns;
    corrected = await writeSampleReturn(made, folder, '区公安局（更正）.xlsx', {
      unitName: '区公安局',
      changes: { 'reporter|reporter': { text: '换了人' } },
    });
    ownTable = join(folder, '任务完成情况.csv');
    writeFileSync(
      ownTable,
      '2024年大气污染防治任务完成情况\n序号,工作任务,单位,完成情况\n1,淘汰老旧车辆,辆,1380\n2,机动车路检,辆,3120辆\n4,酒驾查处,起,512\n3,打击污染源监测数据弄虚作假,,已完成\n',
    );
    made.core.close();
    app = await openApp({ data: folder, work: made.workPath });
    page = app.page;
    await page.getByRole('link', { name: '填报收集' }).click();
  });
  afterAll(() => app.close());

  it('makes the workbooks of the towns, and stops when it is told to', async () => {
    await page.getByRole('tab', { name: '生成填报表' }).click();
    await page.getByRole('radio', { name: '各镇街（31）' }).check();
    await page.getByRole('button', { name: '生成 31 份并下载' }).click();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByText('已取消，数据未改动。').waitFor();
    await page.getByRole('radio', { name: '指定单位' }).check();
    await page.getByRole('combobox', { name: '选择单位' }).fill('合阳');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '生成 1 份并下载' }).click()]);
    expect(download.suggestedFilename()).toBe('填报表.zip');
    await page.getByRole('row', { name: '镇街-01-合阳城街道' }).waitFor();
  });

  it('takes dropped files into a preview and stores nothing', async () => {
    await dropFiles(page, filesIn(returns));
    await page.getByRole('heading', { name: '预览（尚未入库）' }).waitFor();
    await page.getByText('共 53 份文件，可入库 48 份，不能入库 4 份').waitFor();
    await look(page, 'returns-preview');
    await page.getByRole('tab', { name: '报送情况' }).click();
    await page.getByText('未报 51').waitFor();
    await page.getByRole('tab', { name: /导入填报表/ }).click();
  });

  it('shows a finding with its cell among its neighbours, by keyboard alone', async () => {
    await page.getByRole('row', { name: /区城市管理局/ }).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('option', { selected: true }).getByText('任务填报 J13').waitFor();
    expect(await drawer.locator('.sheet-focus').textContent()).toBe('≥4');
    await look(page, 'returns-finding');
    await drawer.getByRole('button', { name: '在原表中查看' }).press('Enter');
    await drawer.getByText('SHA-256').waitFor();
    expect(await drawer.locator('.sheet-focus').textContent()).toBe('≥4');
    await look(page, 'returns-original');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('区城市管理局');
  });

  it('asks before another page is opened, and keeps the preview either way', async () => {
    await page.getByRole('link', { name: '工作台' }).click();
    await page.getByRole('dialog', { name: '预览还没有处理完' }).waitFor();
    await page.getByRole('button', { name: '留在本页' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(page.url()).toContain('#/year/2024/returns');
    await page.getByRole('link', { name: '工作台' }).click();
    await page.getByRole('button', { name: '离开' }).click();
    await page.waitForURL(/#\/year\/2024\/workbench$/);
    await page.getByRole('link', { name: '填报收集' }).click();
    await page.getByRole('heading', { name: '预览（尚未入库）' }).waitFor();
  });

  it('stores what is adopted and says why the rest is not', async () => {
    await page.getByRole('button', { name: '有错误的不采用' }).click();
    await page.getByRole('checkbox', { name: '采用 区国资委' }).uncheck();
    await page.getByRole('checkbox', { name: '采用 区城市管理局' }).check();
    await page.getByRole('button', { name: '入库 40 份' }).click();
    await page.getByText('40 份填报表已入库').waitFor();
    await page.getByRole('row', { name: /区国资委.*您选择了不采用/ }).waitFor();
    await page.getByRole('row', { name: /报送说明\.txt.*不是下发的填报表/ }).waitFor();
    await look(page, 'returns-result');
    await page.getByRole('button', { name: '继续导入' }).click();
  });

  it('marks what a later return changes', async () => {
    await dropFiles(page, [corrected]);
    await page.getByRole('row', { name: /区公安局/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('tab', { name: /数值/ }).click();
    await drawer.getByRole('row', { name: /填报人.*换了人.*变化/ }).waitFor();
    await look(page, 'returns-changes');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '放弃预览' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '放弃预览' }).click();
    await page.getByText('把收回的填报表拖到这里').waitFor();
  });

  it('tells who has not reported, and opens what has been reported after a reload too', async () => {
    await page.getByRole('tab', { name: '报送情况' }).click();
    await page.getByText('未报 11').click();
    await look(page, 'returns-status');
    await page.getByText('全部 51').click();
    await page.getByRole('row', { name: /区城市管理局/ }).click();
    await page.reload();
    await page.getByRole('dialog').getByText('任务填报 J13').first().waitFor();
    await page.keyboard.press('Escape');
  });

  it('leads from the list of findings to the cell', async () => {
    await page.getByRole('link', { name: '核实' }).click();
    await page.getByRole('option', { name: /“≥4”/ }).click();
    await page.getByRole('cell', { name: /≥4/ }).waitFor();
    expect(await page.locator('.sheet-focus').textContent()).toBe('≥4');
    await look(page, 'findings');
  });

  it('has a finding answered by keys where it is read, and opens the next', async () => {
    const open = async (): Promise<number> => Number(/\d+/.exec((await page.getByText(/^待处理 \d+$/).textContent()) ?? '')?.[0]);
    const before = await open();
    await page.getByRole('option', { name: /“≥4”/ }).focus();
    await page.keyboard.press('2');
    await page.getByLabel('更正后的值').fill('4');
    await page.getByLabel('理由', { exact: true }).fill('电话核实为 4');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已答复：已更正', { exact: false }).waitFor();
    await page.getByText(`待处理 ${before - 1}`, { exact: true }).waitFor();
    await page.getByText('已答复 1', { exact: true }).click();
    await page.getByText('更正为“4”', { exact: false }).waitFor();
    await look(page, 'findings-answered');
    await page.getByRole('link', { name: '填报收集' }).click();
  });

  it('withdraws the version that counts with a reason on the page of its unit, and takes that back', async () => {
    await page.getByRole('tab', { name: '报送情况' }).click();
    await page.getByRole('row', { name: /区城市管理局/ }).click();
    await page.getByRole('link', { name: '单位页：版本、采用与撤回' }).click();
    await page.getByRole('heading', { name: '区城市管理局' }).waitFor();
    await page.getByRole('tab', { name: /版本与收件/ }).click();
    await page.getByRole('button', { name: '撤回第 1 版' }).click();
    await look(page, 'unit-withdraw');
    await page.getByRole('dialog').getByLabel('理由', { exact: true }).fill('单位来函要求撤回');
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByRole('button', { name: '恢复第 1 版' }).waitFor();
    await look(page, 'unit-withdrawn');
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('button', { name: '撤回第 1 版' }).waitFor();
    await look(page, 'unit-versions');
    await page.getByRole('tab', { name: '数值' }).click();
    await page.getByText('采用 4（下表为报送的原值）').waitFor();
    await page
      .getByRole('row', { name: /任务填报/ })
      .first()
      .waitFor();
    await look(page, 'unit-values');
    await page.getByRole('link', { name: '填报收集' }).click();
  });

  it('has the unit of a table of the office’s own chosen, and shows what each row was taken for', async () => {
    await page.getByRole('tab', { name: /导入填报表/ }).click();
    await dropFiles(page, [ownTable]);
    await page.getByRole('row', { name: /须选择单位.*任务完成情况/ }).waitFor();
    await look(page, 'returns-own-table');
    await choose(page, page.getByRole('combobox', { name: '选定任务完成情况.csv的单位' }), '区公安局');
    await page
      .getByRole('row', { name: /保留现版.*任务完成情况/ })
      .getByText('任务完成情况.csv')
      .click();
    await page
      .getByRole('dialog')
      .getByText(/认作 A\d/)
      .first()
      .waitFor();
    await look(page, 'returns-own-table-rows');
  });

  it('has a row of it set right by the name of another, reads it anew, and stores it so', async () => {
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('tab', { name: '对应关系（4）' }).click();
    await drawer.getByRole('row', { name: /酒驾查处.*没有相近的/ }).waitFor();
    await choose(page, drawer.getByRole('combobox', { name: '“酒驾查处”是填报表的哪一项' }), '不取（这一行不用）');
    await choose(page, drawer.getByRole('combobox', { name: '“机动车路检”是填报表的哪一项' }), '机动车排气路检（辆）');
    await look(page, 'returns-own-table-mapping');
    await drawer.getByRole('button', { name: '按所选重新读取（改 2 行）' }).click();
    await drawer.getByRole('row', { name: /酒驾查处.*选定不取/ }).waitFor();
    await drawer.getByRole('row', { name: /机动车路检.*人工选定/ }).waitFor();
    await look(page, 'returns-own-table-set-right');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '入库 1 份' }).click();
    await page.getByText(/1 份填报表已入库/).waitFor();
  });

  it('has said nothing on the console', () => {
    expect(app.consoleErrors).toEqual([]);
  });
});

/** Keeps a picture, and has axe look for what is seriously wrong. */
async function look(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await seriousProblems(page), name).toEqual([]);
}
