import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedWork } from '../../support/core.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type App, openApp } from './driver.ts';
import { foreignWords } from './foreign-words.ts';
import { writeMonitoringFiles } from './monitoring-files.ts';
import { dropFiles, picture, seriousProblems } from './page-actions.ts';

const folder = temporaryFolder();

describe('monitoring data', () => {
  let app: App;
  let page: Page;
  let files: ReturnType<typeof writeMonitoringFiles>;
  beforeAll(async () => {
    const made = await importedWork(folder);
    made.core.close();
    files = writeMonitoringFiles(folder);
    app = await openApp({ data: folder, work: made.workPath });
    page = app.page;
    await page.getByRole('navigation', { name: '功能' }).waitFor();
  });
  afterAll(() => app.close());

  it('shows the days of the returns before anything is imported', async () => {
    await page.getByRole('navigation').getByText('监测数据').click();
    await page.getByRole('group', { name: /空气质量日历$/ }).waitFor();
    await look(page, 'monitoring-returns');
  });

  it('says before storing what a file holds and what it would change', async () => {
    await dropFiles(page, [files.daily]);
    await page.getByRole('heading', { name: '预览（尚未入库）' }).waitFor();
    await page.getByRole('row', { name: /镇街日均值/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('table', { name: '站点与天数' }).getByText('盐井街道').first().waitFor();
    expect(
      await drawer
        .getByRole('table', { name: '识别结果' })
        .getByRole('row', { name: /PM2\.5/ })
        .count(),
    ).toBe(1);
    await look(page, 'monitoring-preview');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('stores them, and adds dust days, forecasts and hours', async () => {
    await page.getByRole('button', { name: '入库 1 份' }).click();
    await page.getByText('1 份文件已入库').waitFor();
    await page.getByRole('button', { name: '继续导入' }).click();
    await dropFiles(page, [files.hourly, files.dust, files.forecast]);
    await page.getByRole('button', { name: '入库 3 份' }).click();
    await page.getByText('3 份文件已入库').waitFor();
    await look(page, 'monitoring-imported');
  });

  it('lists what was received, takes a file back and restores it', async () => {
    await page.getByRole('tab', { name: '收到的文件' }).click();
    const table = page.getByRole('table', { name: '收到的监测文件' });
    await table.waitFor();
    await look(page, 'monitoring-files');
    await table
      .getByRole('row', { name: /扣沙日清单/ })
      .first()
      .click();
    const drawer = page.getByRole('dialog').first();
    await drawer.getByRole('button', { name: '撤回' }).click();
    const withdrawal = page.getByRole('dialog', { name: /^撤回《/ });
    await withdrawal.getByLabel('理由', { exact: true }).fill('发错的文件');
    await picture(page, 'monitoring-file-withdraw');
    await withdrawal.getByRole('button', { name: '撤回' }).click();
    await page.getByText(/^已撤回《/).waitFor();
    await drawer.getByRole('table', { name: '经过' }).getByText('发错的文件').waitFor();
    await picture(page, 'monitoring-file-withdrawn');
    await drawer.getByRole('button', { name: '恢复' }).click();
    const restoration = page.getByRole('dialog', { name: /^恢复《/ });
    await restoration.getByLabel('理由', { exact: true }).fill('核对无误');
    await restoration.getByRole('button', { name: '恢复' }).click();
    await page.getByText(/^已恢复《/).waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('shows the year of a town, and a day with its calculation, by keyboard', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/monitoring?place=town-500117002';
    });
    const day = page.locator('[data-date="2024-07-10"]');
    await day.waitFor();
    expect(await page.locator('[data-date="2024-03-12"]').getAttribute('title')).toContain('扣沙日');
    await look(page, 'monitoring-calendar');
    await day.focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-date'))).toBe('2024-07-11');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer
      .getByText(/÷ \(\d+ − \d+\) ×/)
      .first()
      .waitFor();
    expect(
      await drawer.getByRole('table', { name: '小时浓度' }).getByText('无效').or(drawer.getByText('23—24时')).first().isVisible(),
    ).toBe(true);
    await look(page, 'monitoring-day');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-date'))).toBe('2024-07-11');
  });

  it('sets several places side by side, and hands the calendar over as a picture', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/monitoring?places=town-500117002,town-500117003&month=7';
    });
    await page.getByRole('table', { name: '7月' }).waitFor();
    expect(await page.locator('[data-date="2024-07-10"]').count()).toBe(2);
    await look(page, 'monitoring-several');
    await page.locator('[data-date="2024-07-10"]').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-date'))).toBe('2024-07-11');
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('heading', { name: '数据出处' }).waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    for (const [kind, start] of [
      ['SVG', '<svg'],
      ['PNG', '\u0089PNG'],
    ] as const) {
      await page.getByRole('button', { name: /^导出图片/ }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: new RegExp(kind) }).click()]);
      const saved = join(folder, `calendar.${kind.toLowerCase()}`);
      await download.saveAs(saved);
      expect(readFileSync(saved, 'latin1').slice(0, start.length)).toBe(start);
      if (kind === 'SVG') expect(readFileSync(saved, 'utf8')).toMatch(/2024 年7月空气质量日历[\s\S]*示例数据/);
    }
  });

  it('prints the calendar in greys in place of its colours', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.print-sheet').first().isVisible()).toBe(true);
    expect(await page.locator('.several-table').first().isVisible()).toBe(false);
    await picture(page, 'monitoring-several-printed');
    await page.emulateMedia({ media: 'screen' });
    expect(await page.locator('.print-sheet').first().isVisible()).toBe(false);
  });

  it('evaluates the year beside the year before, and opens a place', async () => {
    await page.getByRole('tab', { name: '评价' }).click();
    await page
      .getByRole('table', { name: '2024年空气质量评价' })
      .getByRole('row', { name: /钓鱼城街道/ })
      .click();
    await page.getByRole('dialog').getByText('按级别的天数').waitFor();
    await look(page, 'monitoring-evaluation-place');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it.each([
    ['曲线', '逐月数值（微克/立方米）'],
    ['多年', /历年变化$/],
    ['时间变化', /按月份变化（微克/],
    ['倒排测算', '截至2024年12月31日的倒排测算'],
    ['预报', '2024年预报准确率'],
    ['例外事件', '2024 年扣沙日'],
  ])('%s', async (tab, table) => {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page.getByRole('heading', { name: table }).waitFor();
    await look(page, `monitoring-${tab}`);
  });

  it('hands a drawing over as a picture', async () => {
    await page.getByRole('tab', { name: '曲线' }).click();
    await page.getByRole('img', { name: /PM2\.5/ }).waitFor();
    for (const [kind, start] of [
      ['SVG', '<svg'],
      ['PNG', '\u0089PNG'],
    ] as const) {
      await page.getByRole('button', { name: /^导出图片/ }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: new RegExp(kind) }).click()]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`PM2\\.5.*\\.${kind.toLowerCase()}$`));
      const saved = join(folder, `picture.${kind.toLowerCase()}`);
      await download.saveAs(saved);
      expect(readFileSync(saved, 'latin1').slice(0, start.length)).toBe(start);
    }
  });

  it('asks for the targets of a year of which the plan has none', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/year/2026/monitoring?tab=outlook';
    });
    await page.getByText('2026 年还没有空气质量数据').waitFor();
    await page.getByLabel('考核年度').click();
    await page.getByTitle('2023 年').click();
    await page.waitForURL(/#\/year\/2023\/monitoring\?tab=outlook$/);
    await page.getByRole('tab', { name: '日历' }).click();
    expect(await page.locator('[data-date="2023-05-08"]').getAttribute('title')).toBe('2023-05-08，无数据');
    await page.getByRole('tab', { name: '倒排测算' }).click();
    await page.getByRole('heading', { name: '方案没有 2023 年的空气质量目标' }).waitFor();
    await page.getByRole('button', { name: '自定目标' }).click();
    await page.getByLabel('PM2.5 年均浓度不高于（微克/立方米）').fill('45');
    await page.getByRole('button', { name: '按这些目标测算' }).click();
    await page.getByText(/^自定目标（/).waitFor();
    await look(page, 'monitoring-own-targets');
    await page.getByLabel('考核年度').click();
    await page.getByTitle('2024 年').click();
  });

  it('ranks by another scheme, and shows who stood at the bottom for months', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/ranking?period=2024-Q3';
    });
    await page.getByText('2024年第三季度', { exact: true }).waitFor();
    await page.getByRole('combobox', { name: '排名办法' }).click();
    await page.getByRole('option', { name: /优良天数/ }).click();
    await page
      .locator('.scheme-line')
      .getByText(/优良天数/)
      .first()
      .waitFor();
    await look(page, 'ranking-scheme');
    await page.getByRole('tab', { name: '连续末位' }).click();
    await page.getByRole('heading', { name: '2024 年各月名次和连续末位' }).waitFor();
    await look(page, 'ranking-streaks');
  });

  it('has said nothing on the console', () => {
    expect(app.consoleErrors).toEqual([]);
  });
});

/** Keeps a picture; axe, words in other languages and whatever is wider than its place are looked for. */
async function look(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main .ant-spin-spinning, main .job-progress') === null);
  await picture(page, name);
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('main, .ant-drawer-body')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.className || element.tagName}: ${element.scrollWidth} > ${element.clientWidth}`),
  );
  expect({ foreign: await foreignWords(page), serious: await seriousProblems(page), wide }, name).toEqual({
    foreign: [],
    serious: [],
    wide: [],
  });
}
