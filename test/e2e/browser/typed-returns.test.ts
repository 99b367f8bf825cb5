import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typedPageText } from '../../../shared/text/ui/typed-page-text.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { emptyWork } from '../../support/monitoring-files.ts';
import { type App, openApp } from './driver.ts';
import { choose, picture, seriousProblems } from './page-actions.ts';

const folder = temporaryFolder();

describe('a return on paper in a browser', () => {
  let app: App;
  let page: Page;
  beforeAll(async () => {
    const made = await emptyWork(folder);
    made.core.close();
    writeFileSync(join(folder, '来件.pdf'), '%PDF-1.4\n% 一页');
    app = await openApp({ data: folder, work: made.workPath });
    page = app.page;
    await page.getByRole('link', { name: '填报收集' }).click();
  });
  afterAll(() => app.close());

  it('is typed into the rows of its unit, with the scan beside it', async () => {
    await page.getByRole('button', { name: typedPageText.open }).click();
    expect(await page.getByRole('button', { name: '预览', exact: true }).isDisabled()).toBe(true);
    await choose(page, page.getByRole('combobox', { name: typedPageText.unit }), '区公安局');
    await page.getByRole('radio', { name: '纸质' }).check();
    // The page proposes today; the core of the test lives in another year.
    await page.getByRole('textbox', { name: typedPageText.receivedOn }).fill('2025-02-08');
    await page.getByRole('textbox', { name: typedPageText.reportedOn }).fill('2025-01-09');
    await choose(page, page.getByRole('combobox', { name: /^A3-3\.3 .*完成状态$/u }), '已完成');
    await page.getByRole('textbox', { name: 'A3-3.3-a 淘汰治理老旧车辆 完成值' }).fill('约1400');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: typedPageText.scan }).click()]);
    await chooser.setFiles(join(folder, '来件.pdf'));
    await page.getByText('来件.pdf').waitFor();
    await picture(page, 'typed-form');
    expect(await seriousProblems(page)).toEqual([]);
  });

  it('is previewed like a file, gone back to, and stored with 手工录入 beside its values', async () => {
    await page.getByRole('button', { name: '预览（已录 2 格）' }).click();
    await page.getByRole('row', { name: /区公安局/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('任务填报 H9').first().waitFor();
    await drawer.getByText(/来源 纸质.*扫描件 来件\.pdf/u).waitFor();
    await picture(page, 'typed-finding');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: typedPageText.back }).click();
    await page.getByRole('textbox', { name: 'A3-3.3-a 淘汰治理老旧车辆 完成值' }).fill('1400');
    await page.getByRole('button', { name: '预览（已录 2 格）' }).click();
    await page.getByRole('row', { name: /区公安局/ }).click();
    await drawer.getByRole('tab', { name: /数值/ }).click();
    await drawer.getByRole('row', { name: /淘汰治理老旧车辆.*1400.*手工录入（纸质）/u }).waitFor();
    await picture(page, 'typed-values');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '入库 1 份' }).click();
    await page.getByText('1 份填报表已入库').waitFor();
    await page.getByRole('button', { name: '查看问题清单' }).click();
    await page
      .getByText(/手工录入（纸质）/u)
      .first()
      .waitFor();
    await picture(page, 'typed-findings');
    expect(app.consoleErrors).toEqual([]);
  });
});
