import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedWork, testCore } from '../../support/core.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type App, openApp } from './driver.ts';
import { foreignWords } from './foreign-words.ts';
import { picture, seriousProblems } from './page-actions.ts';

const folder = temporaryFolder();
const ADDRESS = '#/year/2024/schemes/default-2024';

/** What is drawn: no sideways scroll, nothing foreign but names that the author of a scheme gave, nothing axe finds serious. */
async function look(page: Page, name: string, given: readonly string[] = []): Promise<void> {
  await picture(page, name);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  expect((await foreignWords(page)).filter((word) => !given.includes(word))).toEqual([]);
  expect(await seriousProblems(page)).toEqual([]);
}

describe('办法 edited in a browser', () => {
  let app: App;
  let page: Page;
  let work: string;
  beforeAll(async () => {
    const made = await importedWork(folder);
    made.core.close();
    work = made.workPath;
    app = await openApp({ data: folder, work, user: '刘明' });
    page = app.page;
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await page.evaluate((address) => (location.hash = address), ADDRESS);
  });
  afterAll(() => app.close());

  it('shows subjects, parts and rules with points that add up, and the first subject as a sentence', async () => {
    await page.getByRole('tree', { name: '办法的条目' }).waitFor();
    await page.getByText('2 个部分相加，折算成 100 分；修约到 2 位小数。').waitFor();
    const subjects = page.getByRole('treeitem', { level: 1 }).filter({ has: page.getByRole('img', { name: '合计相符' }) });
    expect(await subjects.count()).toBe(3);
    await look(page, 'scheme-editor');
  });

  it('reckons the chosen rule on figures that can be changed', async () => {
    await page.getByRole('treeitem', { name: /^附件1 主要指标/ }).click();
    await page.getByText('36÷37×12 = 11.68').waitFor();
    await page.getByRole('textbox', { name: '例 完成值（越少越好）' }).fill('48');
    await page.getByText('36÷48×12 = 9').waitFor();
  });

  it('refuses what is outside of the limits, says them, and saves nothing', async () => {
    const points = page.getByRole('textbox', { name: /^各行的分值 细颗粒物/ });
    await points.fill('61');
    await page.getByText('须填 0 至 60 之间的数').waitFor();
    await page.getByText('有栏目填得不对，改正后才能保存').waitFor();
    expect(await page.getByRole('button', { name: '保存新版…' }).isDisabled()).toBe(true);
    await look(page, 'scheme-editor-wrong');
  });

  it('shows at once what a change makes of the example and of the sum', async () => {
    await page.getByRole('textbox', { name: /^各行的分值 细颗粒物/ }).fill('8');
    // 部门 refer to the same points.
    await expect.poll(async () => page.getByText('合计 56，应为 60').count()).toBe(2);
    await page.getByRole('textbox', { name: /^各行的分值 优良天数比率/ }).fill('14');
    await expect.poll(async () => page.getByText('合计 56，应为 60').count()).toBe(0);
    await page.getByText('36÷48×8 = 6').waitFor();
  });

  it('tries the year, names the greatest change, and lists all', async () => {
    await page
      .getByRole('treeitem', { name: /^迟报扣分/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: '迟报扣分' }).fill('3');
    // Scores want the same of every kind of unit: it is said before it can be saved.
    await page.getByText('有的写法现在不能用来评分、排名，改正后才能保存').waitFor();
    await page
      .getByRole('treeitem', { name: /^迟报扣分/ })
      .last()
      .click();
    await page.getByText(/评分要求各对象在这里写法相同/).waitFor();
    await page.getByRole('textbox', { name: '迟报扣分' }).fill('3');
    await page.getByText('有的写法现在不能用来评分、排名，改正后才能保存').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '试算', exact: true }).click();
    await page.getByText(/个变得数；最大 −[\d.]+ /).waitFor();
    await page.getByRole('button', { name: '看全部变化' }).click();
    await page.getByRole('row', { name: /区国资委.*98\.74.*→/ }).waitFor();
    await look(page, 'scheme-trial');
  });

  it('compares by rule with the version it was made from', async () => {
    await page.getByRole('tab', { name: '各版与比较' }).click();
    const panel = page.getByRole('region', { name: '与第 1 版逐条比较' });
    await panel.getByText('部门 › 迟报扣分').waitFor();
    expect(await panel.getByRole('listitem').allTextContents()).toEqual([
      expect.stringMatching(/合川区 › 附件1 主要指标 › 细颗粒物.*12 → 8/),
      expect.stringMatching(/合川区 › 附件1 主要指标 › 优良天数比率.*10 → 14/),
      expect.stringMatching(/部门 › .*细颗粒物.*12 → 8/),
      expect.stringMatching(/部门 › .*优良天数比率.*10 → 14/),
      expect.stringMatching(/部门 › 迟报扣分1 → 3/),
      expect.stringMatching(/镇街 › 迟报扣分1 → 3/),
    ]);
    await look(page, 'scheme-differ');
  });

  it('saves a new version with a reason; it stays 示范 and the file keeps its comments', async () => {
    await page.getByRole('button', { name: '保存新版…' }).click();
    const dialog = page.getByRole('dialog', { name: /^保存/ });
    await dialog.getByText('改动 6 处').waitFor();
    await dialog.getByRole('textbox', { name: '理由' }).fill('重优良天数');
    await look(page, 'scheme-save');
    await dialog.getByRole('button', { name: '保存新版' }).click();
    await page.getByText('已保存第 2 版。').waitFor();
    await page.getByText('第 2 版', { exact: true }).first().waitFor();
    await page.getByRole('treeitem', { name: /^附件1 主要指标/ }).click();
    expect(await page.getByRole('textbox', { name: /^各行的分值 细颗粒物/ }).inputValue()).toBe('8');
    const made = testCore(folder);
    await made.call('work.open', { file: made.grant(work) });
    const { scheme, source } = await made.call('schemes.show', { id: 'default-2024', number: 2 });
    expect(scheme.versions.at(-1)).toMatchObject({ number: 2, demonstration: true, reason: '重优良天数', by: '刘明' });
    expect(source).toContain('{ A1-01: 8, A1-02: 4, A1-03: 14, A1-04: 2,');
    expect(source).toContain('points: *annex1');
    expect(source).toContain('# 空气质量目标 28');
    made.core.close();
  });

  it('is led by keys: along the tree, into a part and back, rows up and down', async () => {
    await page.getByRole('treeitem', { name: /^附件1 主要指标/ }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    const lines = async (): Promise<string[]> => page.getByRole('treeitem', { level: 2 }).allTextContents();
    await expect.poll(async () => (await lines()).slice(0, 2).map((line) => line.slice(0, 3))).toEqual(['附件3', '附件1']);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await lines())[0]?.slice(0, 3)).toBe('附件1');
    await page.keyboard.press('ArrowUp');
    await expect.poll(async () => page.getByRole('treeitem', { selected: true }).textContent()).toContain('合川区');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => page.getByRole('treeitem', { name: /^附件1 主要指标/ }).count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('treeitem', { name: /^附件1 主要指标/ }).waitFor();
  });

  it('begins a new scheme from a published one', async () => {
    await page.getByRole('button', { name: '全部办法' }).click();
    await page.getByRole('button', { name: '新办法…' }).click();
    const dialog = page.getByRole('dialog', { name: '新办法' });
    await dialog.getByRole('combobox', { name: '已发布办法' }).fill('潍坊');
    await page.getByTitle(/^潍坊市大气污染防治工作考核办法/).click();
    await dialog.getByRole('textbox', { name: '名称' }).fill('本区大气考核办法');
    await dialog.getByRole('textbox', { name: '理由' }).fill('起草');
    await dialog.getByRole('button', { name: '建立' }).click();
    await page.getByRole('heading', { name: '本区大气考核办法' }).waitFor();
    await page.getByRole('treeitem', { name: /PM2\.5.*按比例得分.*24 分/ }).click();
    await page.getByText('36÷37×24 = 23.35').waitFor();
    await look(page, 'scheme-begun', ['tasks', 'minus']);
    expect(app.consoleErrors).toEqual([]);
  });

  it('fits a narrow screen: the tree is a list, the example stands below', async () => {
    await page.setViewportSize({ width: 911, height: 700 });
    await page.getByRole('combobox', { name: '办法的条目' }).waitFor();
    await look(page, 'scheme-editor-narrow');
  });
});
