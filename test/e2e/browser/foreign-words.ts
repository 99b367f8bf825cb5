import { userInfo } from 'node:os';
import type { Page } from 'playwright-core';

/** Signs and names that are written with Latin letters in Chinese official documents too. */
const KNOWN = new Set([
  'PM2.5',
  'PM10',
  'SO2',
  'NO2',
  'CO',
  'O3',
  'VOCs',
  'NOx',
  'AQI',
  'HJ',
  'GB',
  'T',
  'SHA-256',
  'PDF',
  'Excel',
  'Ctrl',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  'km',
  'kW',
  'h',
  'mg',
  'm3',
  'PM',
  'A',
  'B',
  'xlsx',
  'svg',
  'png',
  'xls',
  'csv',
  'IAQI',
  'NA',
  'GBK',
  'UTF-8',
  // Tests of a trend as HJ 663 and the literature call them.
  'Spearman',
  'Theil',
  'Sen',
  'rs',
  'N',
  'g',
  'm',
  // The name that decisions are kept under, where no other is set.
  userInfo().username,
]);

/** File names, addresses of cells (J13, 任务填报!J13), letters of their columns, ids of the plan (A1-05, B06), versions and hashes. */
const NAMES = [
  /\bA[123]-[\d.]+(?:-?[a-z])?\b/g,
  /[^\s“”，。：（）]+\.(?:xlsx|xls|sqlite|pdf|txt|csv|zip|yml)\b/g,
  /\b[A-Z]{1,3}\d{1,4}(?::[A-Z]{1,3}\d{1,4})?\b/g,
  /\b[AB]\d?-?\d{1,2}(?:-\d{1,2})?(?:-?[a-z])?\b/g,
  /\b[0-9a-f]{16,}…?/g,
  /\b[A-Z]\b/g,
];

/** Words in Latin letters that a reader or a screen reader meets on the page and that are not known. */
export async function foreignWords(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const spoken = [...document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')]
      .filter((element) => element.closest('[aria-hidden="true"]') === null)
      .flatMap((element) => ['aria-label', 'title', 'placeholder', 'alt'].map((name) => element.getAttribute(name) ?? ''));
    return [document.body.innerText, ...spoken];
  });
  const words = texts.flatMap(
    (text) => NAMES.reduce((rest, name) => rest.replaceAll(name, ' '), text).match(/[A-Za-z][A-Za-z0-9.-]*/g) ?? [],
  );
  return [...new Set(words.map((word) => word.replace(/[.-]+$/, '')).filter((word) => !KNOWN.has(word)))];
}
