import { expect, it } from 'vitest';
import { knownSchemeTexts } from '../../../../../shared/text/scheme-text.ts';
import { LACK_REMEDIES, schemeRemedyText } from '../../../../../shared/text/scheme/remedies.ts';

/** Only a table on standard input lacks these: the sentence names the column or the cell, which is all there is to mend. */
const OF_TABLES = ['column', 'blank', 'unreadable', 'negative', 'periodRow', 'noValue'];

it('whatever a scheme can lack on a work has a remedy', () => {
  expect(Object.keys(LACK_REMEDIES).toSorted()).toEqual(knownSchemeTexts.lacks.filter((code) => !OF_TABLES.includes(code)).toSorted());
});

it('a remedy names the figure as a clerk enters it, for the period that is computed', () => {
  const params = { measure: 'pm25', period: '2023-07', slot: 'lastYear', of: '2024-07' };
  expect(schemeRemedyText('lastYear', params)).toBe(
    '请导入上年同期的监测数据（air import），或用 schemes enter --period 2024-07 --kind param --name PM2.5上年同期 录入',
  );
});
