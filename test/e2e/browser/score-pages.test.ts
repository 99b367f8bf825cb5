import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedWork, TEMPLATES } from '../../support/core.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type App, openApp } from './driver.ts';
import { foreignWords } from './foreign-words.ts';
import { choose, fileDialog, goTo, picture, seriousProblems } from './page-actions.ts';

const folder = temporaryFolder();
const YEAR = 2024;

describe('评分 and 办法 in a browser', () => {
  let app: App;
  let page: Page;
  beforeAll(async () => {
    const made = await importedWork(folder);
    await made.call('run.make', { year: YEAR });
    await made.call('consents.give', { year: YEAR, unit: '涞滩镇', row: 'A3-4.3', reason: '辖区内没有此类企业' });
    made.core.close();
    app = await openApp({ data: folder, work: made.workPath, user: '刘明' });
    page = app.page;
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });
  afterAll(() => app.close());

  it('says what is missing first, marks every score as 试算 and puts the worst first', async () => {
    await page.getByRole('link', { name: '评分' }).click();
    await page.getByText(/^缺 3 个单位，\d+ 处错误/).waitFor();
    await page.getByRole('heading', { name: '缺与待确认' }).waitFor();
    const rows = page.getByRole('table', { name: '部门得分' }).locator('tbody tr[tabindex]');
    await rows.first().waitFor();
    expect(await rows.first().textContent()).toContain('区商务委');
    expect(await rows.last().textContent()).toMatch(/100\.00 ?试算/);
    await page.getByRole('row', { name: /区公安局.*×100\/40.*100\.00/ }).waitFor();
    await page.getByText(/^20 个，已报 19 个　平均 [\d.]+　最低 0\.00$/).waitFor();
    await look(page, 'score-current');
  });

  it('stores the scores, and tells that the same is not stored twice', async () => {
    await page.getByRole('button', { name: '存为试算' }).click();
    await page.getByText('已存为第 2 号试算。').waitFor();
    await page.getByRole('button', { name: '存为试算' }).click();
    await page.getByText('数据没有变化，与第 2 号试算相同').waitFor();
  });

  it('lists what was stored and shows it as it was, by keyboard', async () => {
    await page.getByRole('tab', { name: '试算记录' }).click();
    const rows = page.getByRole('table', { name: '试算记录' }).locator('tbody tr[tabindex]');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    await look(page, 'score-runs');
    await rows.last().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '第 1 号试算' }).waitFor();
    await page.getByRole('button', { name: '涞滩镇', exact: true }).click();
    await page.getByRole('button', { name: '返回得分表' }).click();
    await look(page, 'score-run');
    await page.getByRole('button', { name: '返回试算记录' }).click();
  });

  it('compares the two: only what changed, with the cause', async () => {
    await page.getByRole('link', { name: '与第 1 号比较' }).click();
    await page.getByRole('table', { name: /^变化的单位/ }).waitFor();
    const rows = page.getByRole('table', { name: '逐行变化' }).locator('tbody tr[tabindex]');
    expect(await rows.count()).toBe(1);
    expect(await rows.first().textContent()).toContain('涞滩镇');
    await look(page, 'score-compare');
  });

  it('supposes a number, full marks and a target, and stores nothing', async () => {
    await page.getByRole('tab', { name: '假设测算' }).click();
    await page.getByText('还没有假设').waitFor();
    await choose(page, page.getByRole('combobox', { name: '单位' }), '区应急局');
    await choose(page, page.getByRole('combobox', { name: '考核内容' }), /./);
    await choose(page, page.getByRole('combobox', { name: '改为' }), '已完成');
    await page.getByRole('button', { name: '加入' }).click();
    await page
      .getByRole('row', { name: /区应急局.*→/ })
      .first()
      .waitFor();
    await page.getByText('分值', { exact: true }).click();
    await choose(page, page.getByRole('combobox', { name: '考核内容' }), /PM2.5/);
    await page.getByRole('textbox', { name: '分值改为' }).fill('15');
    await page.keyboard.press('Enter');
    await page.getByText(/分值：12 → 15/).waitFor();
    await page.getByText('目标', { exact: true }).click();
    await choose(page, page.getByRole('combobox', { name: '指标' }), /PM2.5/);
    await page.getByRole('textbox', { name: '目标改为' }).fill('≤31');
    await page.keyboard.press('Enter');
    await page.getByText(/目标：≤39 → ≤31/).waitFor();
    await look(page, 'score-what-if');
    await page.getByRole('button', { name: '全部去掉' }).click();
    await page.getByText('还没有假设').waitFor();
  });

  it('says what is wrong with a value, and drops it', async () => {
    await page.getByText('分值', { exact: true }).click();
    await choose(page, page.getByRole('combobox', { name: '考核内容' }), /PM2.5/);
    await page.getByRole('textbox', { name: '分值改为' }).fill('1000');
    await page.keyboard.press('Enter');
    await page.getByText('操作未完成').waitFor();
    await look(page, 'score-what-if-refused');
    await page.getByRole('button', { name: '去掉最后一条' }).click();
    await page.getByText('还没有假设').waitFor();
  });

  it('shows how far places and grades can move', async () => {
    await page.getByRole('tab', { name: '稳健性' }).click();
    await page.getByRole('table', { name: '部门的名次和等次' }).waitFor();
    await page.getByRole('img', { name: /^三汇镇名次 27～28，现为 27$/ }).waitFor();
    await page.getByRole('row', { name: /三汇镇.*等次 良好 → 优秀/ }).waitFor();
    await look(page, 'score-robust');
  });

  it('lists the schemes, and opens one by its row', async () => {
    await page.getByRole('link', { name: '办法' }).click();
    const rows = page.getByRole('table', { name: '全部办法' }).locator('tbody tr[tabindex]');
    await rows.first().waitFor();
    await look(page, 'schemes-list');
    await page.getByRole('row', { name: /考核评分办法/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /考核评分办法/ }).waitFor();
    await page.getByRole('tab', { name: '各版与比较' }).click();
    await page.getByRole('link', { name: '2024 年度：第 1 版' }).waitFor();
    await look(page, 'scheme-one');
    await page.getByRole('tab', { name: '条文与规则' }).click();
    await page.getByRole('button', { name: '展开办法文件' }).click();
    await page.getByText('subjects: 全区、部门、镇街').waitFor();
    await picture(page, 'scheme-file');
    await page.getByRole('button', { name: '收起办法文件' }).click();
  });

  it('approves a version by a document', async () => {
    await page.getByRole('button', { name: '审定…' }).click();
    const dialog = page.getByRole('dialog', { name: /^审定/ });
    expect(await dialog.getByRole('button', { name: '审定', exact: true }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: '审定依据的文件' }).fill('合川环发〔2024〕9号');
    await dialog.getByRole('textbox', { name: '理由' }).fill('局务会通过');
    await look(page, 'scheme-approve');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已审定第 1 版。').waitFor();
    await page.getByRole('tab', { name: '各版与比较' }).click();
    await page.getByRole('row', { name: /审定.*第 1 版.*合川环发〔2024〕9号.*局务会通过.*刘明/ }).waitFor();
    expect(await page.getByRole('button', { name: '审定…' }).count()).toBe(0);
  });

  it('exports the file, takes an edited one in as the next version and shows the difference', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).click()]);
    expect(download.suggestedFilename()).toMatch(/-第1版\.yml$/);
    const text = readFileSync(await download.path(), 'utf8');
    const edited = join(folder, '修改稿.yml');
    writeFileSync(edited, text.replace(/^title: /mu, 'title: 修订的'));
    await page.getByRole('button', { name: '全部办法' }).click();
    const chooser = await fileDialog(page, () => page.getByRole('button', { name: '加入办法文件…' }).click());
    await chooser.setFiles(edited);
    const dialog = page.getByRole('dialog', { name: '加入办法文件' });
    await dialog.getByRole('textbox', { name: '理由' }).fill('按意见修改');
    await dialog.getByRole('button', { name: '加入办法' }).click();
    await page.getByRole('tab', { name: '各版与比较' }).click();
    await page.getByRole('button', { name: '展开比较' }).click();
    await page.getByRole('region', { name: '两版比较' }).getByText('加入', { exact: true }).first().waitFor();
    await picture(page, 'scheme-difference');
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '收起比较' }).click();
  });

  it('copies a scheme and puts one out of use', async () => {
    await page.getByRole('button', { name: '复制为…' }).click();
    const copy = page.getByRole('dialog', { name: /^复制/ });
    await copy.getByRole('textbox', { name: '理由' }).fill('起草');
    await look(page, 'scheme-copy');
    await copy.getByRole('button', { name: '复制', exact: true }).click();
    await page.waitForURL(/schemes\/default-2024-2$/);
    await page.getByRole('button', { name: '停用…' }).click();
    const retire = page.getByRole('dialog', { name: /^停用/ });
    await retire.getByRole('textbox', { name: '理由' }).fill('不用了');
    await retire.getByRole('button', { name: '停用', exact: true }).click();
    await page.getByRole('button', { name: '恢复使用…' }).waitFor();
  });

  it('shows the official text of a rules scheme with what became of its clauses', async () => {
    const published = join(TEMPLATES, 'schemes', 'published', '互评.yml');
    await page.getByRole('button', { name: '全部办法' }).click();
    const chooser = await fileDialog(page, () => page.getByRole('button', { name: '加入办法文件…' }).click());
    await chooser.setFiles(published);
    const dialog = page.getByRole('dialog', { name: '加入办法文件' });
    await dialog.getByRole('textbox', { name: '理由' }).fill('参照');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('tab', { name: '条文与规则' }).click();
    const table = page.getByRole('table', { name: '条文与规则' });
    await table.getByRole('row', { name: /互评、县评、日常工作加权.*下列各部分按权重相加.*权重0\.4：人工评分“互评”/ }).waitFor();
    await page.getByText('每一条规则都写明了依据的条款').waitFor();
    await look(page, 'scheme-rules');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '打印办法' }).click()]);
    expect(download.suggestedFilename()).toMatch(/交叉评议考核.*\.pdf$/);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString('latin1'),
    ).toBe('%PDF-');
    await goTo(page, '#/year/2024/schemes/nothing');
    await page.getByText('地址中的“nothing”没有对应的办法').waitFor();
  });

  it('has said nothing on the console', () => {
    expect(app.consoleErrors).toEqual([]);
  });
});

/** Keeps pictures in three sizes, and looks for what is foreign, seriously wrong by axe, or wider than its place. */
async function look(page: Page, name: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await picture(page, `${name}-${width}`);
    const wide = await page.evaluate(() => {
      const main = document.querySelector('main');
      return main !== null && main.scrollWidth > main.clientWidth;
    });
    expect({ width, wide }, name).toEqual({ width, wide: false });
  }
  await page.setViewportSize({ width: 1280, height: 720 });
  expect({ foreign: await foreignWords(page), serious: await seriousProblems(page) }, name).toEqual({ foreign: [], serious: [] });
}

const SIZES = [
  [1440, 900],
  [1280, 720],
  [911, 560],
] as const;
