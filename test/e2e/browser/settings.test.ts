import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedWork } from '../../support/core.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type App, openApp } from './driver.ts';
import { picture, seriousProblems } from './page-actions.ts';

const folder = temporaryFolder();

describe('settings', () => {
  let app: App;
  let page: Page;
  beforeAll(async () => {
    const made = await importedWork(folder);
    made.core.close();
    app = await openApp({ data: folder, work: made.workPath });
    page = app.page;
    await page.getByRole('navigation', { name: '功能' }).getByRole('link', { name: '设置' }).click();
    await page.getByRole('table', { name: '现行设置' }).waitFor();
  });
  afterAll(() => app.close());

  it('says what is in force, and changes one from a day on with its paper and reason', async () => {
    await picture(page, 'settings');
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: /^更改：监测值低于检出限时/ }).click();
    const dialog = page.getByRole('dialog', { name: /^更改：监测值低于检出限时/ });
    await dialog.getByText('按检出限的一半计').click();
    await dialog.getByLabel('从哪一天起').fill('2024年1月1日');
    await dialog.getByLabel('依据的文件（可不填）').fill('监测方案');
    await dialog.getByLabel('理由', { exact: true }).fill('按监测方案规定');
    await picture(page, 'settings-change');
    await dialog.getByRole('button', { name: '更改', exact: true }).click();
    await page.getByText(/^已更改：/).waitFor();
    const row = page.getByRole('row', { name: /监测值低于检出限时/ });
    await row.getByText('按检出限的一半计').waitFor();
    expect(await row.innerText()).toMatch(/2024-01-01[\s\S]*监测方案[\s\S]*按监测方案规定/);
  });

  it('refuses a text that says nothing, with how it is written', async () => {
    await page.getByRole('button', { name: /^更改：监测数据的其他有效性标记/ }).click();
    const dialog = page.getByRole('dialog', { name: /有效性标记$/ });
    await dialog.getByLabel('改为').fill('P');
    await dialog.getByLabel('理由', { exact: true }).fill('试');
    await dialog.getByRole('button', { name: '更改', exact: true }).click();
    await dialog.getByRole('alert').last().waitFor();
    await picture(page, 'settings-refused');
  });
});
