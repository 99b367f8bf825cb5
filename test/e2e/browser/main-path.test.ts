import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportsText } from '../../../shared/text/ui/reports-text.ts';
import { sampleWork } from '../../support/core.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type App, openApp } from './driver.ts';
import { dropFiles, filesIn, foreignHosts, picture } from './page-actions.ts';

const folder = temporaryFolder();

describe('the main path in a browser, from nothing to an exported document', () => {
  let app: App;
  let page: Page;
  let returns: string;
  beforeAll(async () => {
    const made = await sampleWork(folder);
    made.core.close();
    returns = made.returns;
    app = await openApp();
    page = app.page;
  });
  afterAll(() => app.close());

  it('begins with nothing and creates the work', async () => {
    await page.getByRole('heading', { name: '开始工作' }).waitFor();
    await page.getByText('还没有打开过工作库。').waitFor();
    await page.getByTitle('合川区空气质量持续改善行动实施方案 合川府办发〔2024〕52号').waitFor();
    await page.getByText('合川府办发〔2024〕52号，有目标的年度：2024、2025、2027').waitFor();
    await picture(page, 'main-welcome');
    await page.getByRole('button', { name: '选择保存位置并新建' }).click();
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await page.getByText('这个年度还没有数据').waitFor();
    await picture(page, 'main-empty-workbench');
  });

  it('cancels the reading of the dropped returns, and nothing has changed', async () => {
    await page.getByRole('link', { name: '填报收集' }).click();
    await dropFiles(page, filesIn(returns));
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByText('已取消，数据未改动。').waitFor();
    await page.getByText('把收回的填报表拖到这里').waitFor();
    await page.getByRole('tab', { name: '报送情况' }).click();
    await page.getByText('未报 51').waitFor();
    await page.getByRole('tab', { name: '导入填报表' }).click();
  });

  it('begins again after a reload that cut the reading short', async () => {
    await dropFiles(page, filesIn(returns));
    await page.getByRole('progressbar').waitFor();
    await page.reload();
    await page.getByText('把收回的填报表拖到这里').waitFor();
  });

  it('takes the dropped returns into a preview and shows a finding at its cell', async () => {
    await dropFiles(page, filesIn(returns));
    await page.getByRole('heading', { name: '预览（尚未入库）' }).waitFor();
    await page.getByRole('row', { name: /区城市管理局/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('任务填报 J13').first().waitFor();
    expect(await drawer.locator('.sheet-focus').textContent()).toBe('≥4');
    expect(await drawer.locator('.sheet-view tbody tr').count()).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('stores what was accepted', async () => {
    await page.getByRole('button', { name: '入库 48 份' }).click();
    await page.getByText('48 份填报表已入库').waitFor();
    await page.getByRole('link', { name: '工作台' }).click();
    await page.getByText('全区得分').first().waitFor();
  });

  it('opens a score down to the cell it comes from', async () => {
    await page.getByRole('link', { name: '评分' }).click();
    await page.getByRole('button', { name: '区交通运输委', exact: true }).click();
    await page.getByRole('heading', { name: '区交通运输委得分逐项来历' }).waitFor();
    await openFirstSource(page);
    await picture(page, 'main-score-cell');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('goes on at the same place after a reload', async () => {
    await page.reload();
    await page.getByRole('heading', { name: '区交通运输委得分逐项来历' }).waitFor();
    await openFirstSource(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '返回得分表' }).click();
    await page.getByRole('heading', { name: '评分', exact: true }).waitFor();
  });

  it('shows the pages of a document and hands it over as a PDF', async () => {
    await page.getByRole('link', { name: '报告' }).click();
    await page.locator('canvas[data-drawn="yes"]').first().waitFor();
    await picture(page, 'main-report');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 PDF' }).click()]);
    expect(download.suggestedFilename()).toMatch(/^附件1.*2024.*\.pdf$/);
    const bytes = readFileSync(await download.path());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.length).toBeGreaterThan(20_000);
    await page.getByText(reportsText.downloaded(download.suggestedFilename())).waitFor();
  });

  it('lists the work for the next time', async () => {
    await page.getByRole('button', { name: '切换工作库' }).click();
    await page.getByRole('button', { name: /^打开 合川区空气质量持续改善行动实施方案/ }).click();
    await page.getByRole('button', { name: '切换工作库' }).waitFor();
  });

  it('has said nothing on the console, and asked nothing outside 127.0.0.1', () => {
    expect(app.consoleErrors).toEqual([]);
    expect(new URL(app.url).hostname).toBe('127.0.0.1');
    expect(foreignHosts(app.requests, app.url)).toEqual([]);
  });
});

/** From the breakdown to the original, which must show the very cell the link names. */
async function openFirstSource(page: Page): Promise<void> {
  await page.getByRole('button', { name: '全部展开' }).first().click();
  const source = page.getByRole('button', { name: /填报!/ }).first();
  const words = (await source.textContent()) ?? '';
  const cell = /!([A-Z]+\d+)/.exec(words)?.[1] ?? '';
  await source.click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText(new RegExp(`填报 ${cell}$`)).waitFor();
  await drawer.locator('.sheet-focus').waitFor();
  await drawer.getByText('SHA-256').waitFor();
}
