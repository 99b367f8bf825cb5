import ExcelJS from 'exceljs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Browser, Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedWork } from '../../support/core.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type App, launchBrowser, openApp } from './driver.ts';
import { foreignWords } from './foreign-words.ts';
import { fileDialog, picture, seriousProblems } from './page-actions.ts';

const folder = temporaryFolder();

describe('不涉及, workbooks and 撤销 in a browser', () => {
  let browser: Browser;
  let app: App;
  let page: Page;
  beforeAll(async () => {
    const made = await importedWork(folder);
    made.core.close();
    browser = await launchBrowser();
    app = await openApp({ browser, data: folder, work: made.workPath });
    page = app.page;
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });

  it('leads from what a score lacks to the request of the unit', async () => {
    await goTo(page, '#/year/2024/assessment');
    await page.getByText('9 个“不涉及”待同意').waitFor();
    await page.getByRole('button', { name: /^全部 \d+ 条$/ }).click();
    await page.getByRole('listitem').filter({ hasText: '古楼镇申请不涉及' }).getByRole('link', { name: '去决定' }).click();
    await page.waitForURL(/#\/year\/2024\/consents\?unit=/);
    await page.getByText('只看古楼镇').waitFor();
    await page.getByRole('row', { name: /古楼镇.*不涉及.*任务填报 E17.*待同意/ }).waitFor();
  });

  it('opens the very cell of the request', async () => {
    await page.getByRole('button', { name: /看古楼镇.*的原表$/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('不涉及').first().waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('consents with the effect shown before, and takes it back from the notice', async () => {
    await consent(page, async (dialog) => {
      await dialog.getByText('得分（1 个变化）').waitFor();
      await dialog.getByText(/填“不涉及”（.*古楼镇.*，任务填报 E17）/).waitFor();
      expect(await dialog.getByRole('button', { name: '同意不涉及' }).isDisabled()).toBe(true);
    });
    await page.getByText('没有待同意的申请').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText('已撤销。').waitFor();
    await page.getByRole('row', { name: /古楼镇.*待同意/ }).waitFor();
  });

  it('counts what waits on the year and on the unit, and withdraws with a reason', async () => {
    await consent(page);
    await goTo(page, '#/year/2024/year');
    await page.getByText('申请 9 项，已同意 1 项，待同意 8 项').waitFor();
    await page.getByRole('tab', { name: '不涉及（8）' }).waitFor();
    await goTo(page, '#/year/2024/returns?tab=status');
    await page.getByRole('row', { name: /古楼镇/ }).click();
    await page.getByText('申请 1 项，已同意 1 项').waitFor();
    await page.getByRole('dialog').getByRole('link', { name: '逐项查看' }).click();
    await page.getByRole('row', { name: /古楼镇.*已同意.*没有燃放点/ }).waitFor();
    await look(page, 'consents');
    await page.getByRole('button', { name: '撤回同意…' }).click();
    const dialog = page.getByRole('dialog', { name: '撤回同意' });
    await dialog.getByRole('textbox', { name: '理由' }).fill('补办了燃放点');
    await dialog.getByRole('button', { name: '撤回同意', exact: true }).click();
    await page.getByRole('row', { name: /古楼镇.*待同意/ }).waitFor();
  });

  it('hands scores over as a workbook with title, day and filter, numbers as numbers', async () => {
    await goTo(page, '#/year/2024/assessment');
    const table = page.locator('.data-table', { has: page.getByRole('heading', { name: '镇街得分' }) });
    const file = await exported(page, table);
    expect(file.suggestedFilename()).toMatch(/^合川区-2024-镇街得分-\d{4}-\d{2}-\d{2}\.xlsx$/);
    const sheet = await sheetOf(file);
    expect(sheet?.getCell(1, 1).value).toBe('镇街得分');
    expect(sheet?.getCell(2, 1).value).toBe('合川区　2024年度　核实　示例数据');
    const heads = sheet?.getRow(5).values as string[];
    const total = heads.indexOf('总分');
    expect(sheet?.getCell(4, 1).value).toBe('导出日期：2025-02-10');
    const values = sheet?.getColumn(total).values.slice(6) ?? [];
    expect(values.filter((value) => typeof value === 'number')).toHaveLength(29);
    expect(sheet?.getCell(8, total).numFmt).toBe('0.00');
  });

  it('hands the units over by kind with their sums, and says by what they were chosen', async () => {
    await goTo(page, '#/year/2024/returns?tab=status');
    await page.getByText('有错误 8').click();
    await page.getByRole('row', { name: /^部门（6）/ }).waitFor();
    const sheet = await sheetOf(await exported(page, page.locator('.data-table')));
    const first = (sheet?.getColumn(1).values ?? []).map(String);
    expect(first).toContain('筛选：有错误');
    expect(first).toContain('部门（6）');
    expect(first.at(-1)).toBe('合计（8）');
    await page.getByRole('button', { name: '部门（6）' }).click();
    await page.getByRole('row', { name: /区应急局/ }).waitFor({ state: 'detached' });
  });

  it('takes targets in by workbook: bad cells by name, then what changes before it is stored', async () => {
    await goTo(page, '#/year/2024/targets');
    const [form] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出目标表' }).click()]);
    expect(form.suggestedFilename()).toBe('合川区-2024-目标表.xlsx');
    await fillTarget(await form.path(), join(folder, '错.xlsx'), '约30');
    await chooseBook(page, join(folder, '错.xlsx'));
    const wrong = page.getByRole('dialog', { name: '导入 错.xlsx' });
    await wrong.getByText(/^目标调整.*[A-Z]2$/).waitFor();
    await wrong.getByText('有 1 处错误，改正后才能入库').waitFor();
    await wrong.getByRole('button', { name: '取消' }).click();
    await fillTarget(await form.path(), join(folder, '对.xlsx'), '≤30');
    await chooseBook(page, join(folder, '对.xlsx'));
    const dialog = page.getByRole('dialog', { name: '导入 对.xlsx' });
    await dialog.getByText('≤39 → ≤30').waitFor();
    await dialog.getByText(/^得分（\d+ 个变化）$/).waitFor();
    await dialog.getByRole('textbox', { name: '文号' }).fill('市环〔2024〕9号');
    await dialog.getByRole('textbox', { name: '生效日期' }).fill('2024.3.1');
    await dialog.getByRole('textbox', { name: '理由' }).fill('上级下达');
    // Every word that is typed is reckoned with anew, and what stood before is dimmed until then.
    await dialog.getByText('正在测算影响…').waitFor({ state: 'hidden' });
    await look(page, 'targets-workbook');
    await dialog.getByRole('button', { name: '修订目标' }).click();
    await page.getByText('已修订 1 项目标。').waitFor();
    await page.getByRole('row', { name: /细颗粒物（PM2.5）浓度.*≤39.*≤30.*市环〔2024〕9号/ }).waitFor();
    // Nothing takes a document back: another one revises it.
    expect(await page.getByRole('button', { name: '撤销' }).count()).toBe(0);
  });

  it('puts a deadline off with a reason, takes it back, and leads from an unapproved scheme to it', async () => {
    await goTo(page, '#/year/2024/year');
    await page
      .getByRole('row', { name: /^年报 2025-01-15/ })
      .getByRole('button', { name: '改期…' })
      .click();
    const dialog = page.getByRole('dialog', { name: '改年报截止日期' });
    await dialog.getByText('与现在的日期相同').waitFor();
    await dialog.getByRole('textbox', { name: '新的截止日期' }).fill('2025.1.31');
    await dialog.getByRole('region', { name: '影响' }).waitFor();
    await dialog.getByRole('textbox', { name: '理由' }).fill('春节顺延');
    await dialog.getByRole('button', { name: '改期', exact: true }).click();
    await page.getByRole('row', { name: /^年报 2025-01-31/ }).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('row', { name: /^年报 2025-01-15/ }).waitFor();
    await page.getByRole('row', { name: /调整.*年报截止.*撤销：春节顺延/ }).waitFor();
    await look(page, 'year-rounds');
    await page.getByRole('link', { name: '看办法' }).click();
    await page.waitForURL(/#\/year\/2024\/schemes\/default-2024$/);
  });

  it('has said nothing on the console', () => {
    expect(app.consoleErrors).toEqual([]);
  });
});

/** Consents to the one request that is shown. */
async function consent(page: Page, before: (dialog: Locator) => Promise<void> = () => Promise.resolve()): Promise<void> {
  await page.getByRole('button', { name: '同意不涉及…' }).click();
  const dialog = page.getByRole('dialog', { name: '同意不涉及' });
  await before(dialog);
  await dialog.getByRole('textbox', { name: '理由' }).fill('没有燃放点');
  await dialog.getByRole('button', { name: '同意不涉及', exact: true }).click();
  await page.getByText(/^已同意古楼镇/).waitFor();
}

async function exported(page: Page, table: Locator): Promise<Download> {
  await table.getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Excel…' }).click()]);
  return download;
}

async function sheetOf(download: Download): Promise<ExcelJS.Worksheet | undefined> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await download.path());
  return book.worksheets[0];
}

/** Fills in the first measure's target. */
async function fillTarget(form: string, filled: string, target: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(form);
  const sheet = book.getWorksheet('目标调整');
  if (sheet === undefined) throw new Error('no sheet 目标调整');
  const column = (sheet.getRow(1).values as string[]).indexOf('目标');
  sheet.getCell(2, column).value = target;
  await book.xlsx.writeFile(filled);
}

async function chooseBook(page: Page, file: string): Promise<void> {
  const chooser = await fileDialog(page, () => page.getByRole('button', { name: '导入目标表…' }).click());
  await chooser.setFiles(file);
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((wanted) => {
    window.location.hash = wanted;
  }, hash);
}

/** Keeps a picture, and looks for what is foreign and what axe finds seriously wrong. */
async function look(page: Page, name: string): Promise<void> {
  await picture(page, name);
  // Without settings the person is called as the machine calls him.
  const foreign = (await foreignWords(page)).filter((word) => word !== userInfo().username);
  expect({ foreign, serious: await seriousProblems(page) }, name).toEqual({ foreign: [], serious: [] });
}
