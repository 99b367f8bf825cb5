import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleWork } from '../../support/core.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type App, openApp } from './driver.ts';
import { fileDialog, filesIn, picture } from './page-actions.ts';

const folder = temporaryFolder();
const FAR = 150;

describe('the main path without a mouse', () => {
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

  it('creates a work', async () => {
    await page.getByRole('heading', { name: '开始工作' }).waitFor();
    await tabTo(page, page.getByRole('button', { name: '选择保存位置并新建' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });

  it('skips the header and the navigation when asked to', async () => {
    await page.reload();
    await page.getByRole('heading', { name: '工作台' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focusedWords(page)).toBe('跳到正文');
    await picture(page, 'keyboard-skip-link');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('imports the returns through the file dialog', async () => {
    await openPage(page, '填报收集');
    const chooser = await fileDialog(page, async () => {
      await tabTo(page, page.getByRole('button', { name: '选择文件…' }));
      await page.keyboard.press('Enter');
    });
    await chooser.setFiles(filesIn(returns));
    await page.getByRole('heading', { name: '预览（尚未入库）' }).waitFor();
  });

  it('looks at a file with the arrow keys, and comes back to its row', async () => {
    const rows = page.getByRole('table', { name: '预览（尚未入库）' }).locator('tbody tr[tabindex]');
    await tabTo(page, rows.first());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await hasFocus(rows.nth(2))).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('tab', { name: /^问题/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await hasFocus(rows.nth(2))).toBe(true);
  });

  it('stores them', async () => {
    await tabTo(page, page.getByRole('button', { name: '入库 48 份' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('48 份填报表已入库').waitFor();
  });

  it('computes the scores and opens one down to the original', async () => {
    await openPage(page, '评分');
    const rows = page.getByRole('table', { name: '部门得分' }).locator('tbody tr[tabindex]');
    await rows.first().waitFor();
    // A button takes no key while its work is under way.
    await page.locator('main .ant-btn-loading').waitFor({ state: 'detached' });
    await tabTo(page, page.getByRole('button', { name: '重新计算' }));
    await page.keyboard.press('Enter');
    await page.getByText(/^填报数据没有变化/).waitFor();
    await tabTo(page, rows.first());
    // The first ones have sent nothing, or nothing that counts.
    for (let down = 0; down < 3; down += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /得分逐项来历$/ }).waitFor();
    await tabTo(page, page.getByRole('button', { name: '全部展开' }).first());
    await page.keyboard.press('Enter');
    const source = page.getByRole('button', { name: /填报!/ }).first();
    await tabTo(page, source);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('.sheet-focus').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await hasFocus(source)).toBe(true);
  });

  it('opens another year: chosen in the header, its targets carried over, with a reason', async () => {
    await tabTo(page, page.getByRole('combobox', { name: '考核年度' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/year\/2026\/year$/);
    await tabTo(page, page.getByRole('button', { name: '其余沿用' }));
    await page.keyboard.press('Enter');
    const open = page.locator('button:enabled', { hasText: '开启年度…' });
    await tabTo(page, open, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '开启 2026 年度' });
    await tabTo(page, dialog.getByRole('textbox', { name: '理由' }));
    await page.keyboard.type('按计划开启');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /按计划开启/ }).waitFor();
    await page.evaluate(() => {
      window.location.hash = '#/year/2024/workbench';
    });
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });

  it('chooses a document, turns its pages and exports it', async () => {
    await openPage(page, '报告');
    await tabTo(page, page.getByRole('button', { name: /年度事项/ }));
    await page.keyboard.press('Enter');
    await page
      .getByRole('region', { name: /^附件3.*预览/ })
      .locator('canvas[data-drawn="yes"]')
      .first()
      .waitFor();
    const viewer = page.getByRole('region', { name: /^附件3.*预览/ });
    await tabTo(page, page.getByRole('button', { name: '导出 PDF' }));
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await tabTo(page, viewer);
    await page.keyboard.press('PageDown');
    await page.getByText(/^第 2 页，共/).waitFor();
    await picture(page, 'keyboard-report');
  });

  it('has said nothing on the console', () => {
    expect(app.consoleErrors).toEqual([]);
  });
});

/** Presses Tab until the element has the focus, as often as a patient person would. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < FAR; presses += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} was not reached; the focus is on ${await focusedWords(page)}`);
}

async function openPage(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await tabTo(page, page.getByRole('navigation', { name: '功能' }).getByRole('link', { name }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name, exact: true }).first().waitFor();
}

const hasFocus = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);

const focusedWords = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.tagName || '');
