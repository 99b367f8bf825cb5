import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWork, secondDistrict, strangeWords } from '../../support/second-district.ts';
import { type App, launchBrowser, openApp } from './driver.ts';
import { picture } from './page-actions.ts';

const district = secondDistrict();

const PLACES = [
  'workbench',
  'year',
  'targets',
  'consents?state=all',
  'compare',
  'conflicts',
  'plan/annex1',
  'schemes',
  'returns?tab=status',
  'findings?state=all',
  'assessment',
  'assessment?tab=robust',
  'assessment?tab=whatif',
  'ranking',
  'reports',
] as const;

describe('another district in a browser', () => {
  let browser: Browser;
  let app: App;
  let page: Page;
  beforeAll(async () => {
    await makeWork(district);
    await district.withCore(async (made) => {
      await made.call('returns.import', { year: 2025, sources: [made.grant(district.returns)] });
    });
    browser = await launchBrowser();
    app = await openApp({ browser, data: district.folder, work: district.work });
    page = app.page;
    await page.getByRole('heading', { name: '工作台' }).waitFor();
  });
  afterAll(async () => {
    await app.close();
    await browser.close();
  });

  it.each(PLACES)('says of %s only what is its own', async (place) => {
    await page.evaluate((wanted) => {
      window.location.hash = `#/year/2025/${wanted}`;
    }, place);
    await page.locator('main h1').first().waitFor();
    await page.waitForFunction(() => document.querySelector('main [role="status"] .ant-spin, main .ant-spin-spinning') === null);
    await picture(page, `second-${place.replaceAll(/\W/gu, '-')}`);
    expect(strangeWords(new Map([[place, await page.locator('body').innerText()]]))).toEqual([]);
  });

  it('shows its units by its own kinds, with its own labels and grades', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/year/2025/returns?tab=status';
    });
    for (const kind of ['部门（8）', '乡镇（6）', '园区（2）', '企业（2）']) await page.getByRole('row', { name: kind }).waitFor();
    await page.evaluate(() => {
      window.location.hash = '#/year/2025/assessment';
    });
    for (const kind of ['部门得分', '乡镇得分', '园区得分', '企业得分']) await page.getByRole('heading', { name: kind }).waitFor();
    await page
      .getByRole('region', { name: /临江县|全县/ })
      .first()
      .waitFor();
    expect(await page.getByText('一等').count()).toBeGreaterThan(0);
  });

  it('has said nothing on the console', () => {
    expect(app.consoleErrors).toEqual([]);
  });
});
