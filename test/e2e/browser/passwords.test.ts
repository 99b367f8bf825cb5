import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { passwordText } from '../../../shared/text/ui/app-text.ts';
import { encryptedCopy } from '../../support/encrypted.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { emptyWork } from '../../support/monitoring-files.ts';
import { writeSampleReturn } from '../../support/sample-return.ts';
import { type App, openApp } from './driver.ts';
import { dropFiles, picture, seriousProblems } from './page-actions.ts';

const folder = temporaryFolder();

describe('returns with a password in a browser', () => {
  let app: App;
  let page: Page;
  let files: readonly string[];
  beforeAll(async () => {
    const made = await emptyWork(folder);
    const plain = (unitName: string): Promise<string> => writeSampleReturn(made, folder, `${unitName}.xlsx`, { unitName });
    files = [
      encryptedCopy(await plain('区城市管理局'), join(folder, '城管-密.xlsx'), '甲1'),
      encryptedCopy(await plain('清平镇'), join(folder, '清平-密.xlsx'), '乙2'),
      await plain('土场镇'),
    ];
    made.core.close();
    app = await openApp({ data: folder, work: made.workPath });
    page = app.page;
    await page.getByRole('link', { name: '填报收集' }).click();
  });
  afterAll(() => app.close());

  const type = async (word: string): Promise<void> => {
    await page.getByLabel(passwordText.label, { exact: true }).and(page.locator('input')).fill(word);
    await page.keyboard.press('Enter');
  };

  it('are asked for it above the preview', async () => {
    await dropFiles(page, files);
    await page.getByText('2 份文件设有打开密码：城管-密.xlsx、清平-密.xlsx').waitFor();
    await page.getByRole('row', { name: /需要密码.*城管-密/ }).waitFor();
    await picture(page, 'passwords-asked');
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('say that a wrong one opened none, and one after the other takes the right ones', async () => {
    await type('错');
    await page.getByText(passwordText.refused).waitFor();
    await picture(page, 'passwords-refused');
    await type('乙2');
    await page.getByText('1 份文件设有打开密码：城管-密.xlsx').waitFor();
    await type('甲1');
    await page.getByRole('button', { name: '入库 3 份' }).waitFor();
    expect(await page.getByRole('region', { name: passwordText.label }).count()).toBe(0);
    await picture(page, 'passwords-opened');
    await page.getByRole('button', { name: '入库 3 份' }).click();
    await page.getByText('3 份填报表已入库').waitFor();
    expect(app.consoleErrors).toEqual([]);
    expect(await app.close()).not.toMatch(/甲1|乙2/);
  });
});
