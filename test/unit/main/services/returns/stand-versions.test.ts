import { expect, test } from 'vitest';
import type { ExaminedFile } from '../../../../../main/services/returns/examined-file.ts';
import { standVersions } from '../../../../../main/services/returns/stand-versions.ts';

const SPAN = { from: '2024-01-01', to: '2025-02-10' };

function dated(reportedOn: string): ExaminedFile {
  const value = { kind: 'date', value: reportedOn } as const;
  const answer = { rowId: '', field: 'reportedOn', sheet: '填报说明', cell: 'B12', raw: reportedOn, value, unit: null } as const;
  return {
    name: '甲.xlsx',
    sha256: null,
    bytes: null,
    opened: null,
    unit: null,
    choices: [],
    layoutId: '',
    layout: null,
    sample: false,
    reportedOn,
    answers: [answer],
    airDays: [],
    findings: [],
    pairs: null,
  };
}

const findingsOf = (file: ExaminedFile) => standVersions([file], null, SPAN, () => false).get(file)?.findings;

test('a first version that is dated after the day on which it came in says so by cell, and counts', () => {
  const file = dated('2026-01-10');
  expect(standVersions([file], null, SPAN, () => false).get(file)).toMatchObject({ standing: 'first', counts: true });
  expect(findingsOf(file)).toMatchObject([
    {
      code: 'REPORT_DATE_AHEAD',
      severity: 'warning',
      sheet: '填报说明',
      cell: 'B12',
      params: { date: '2026-01-10', received: '2025-02-10' },
    },
  ]);
});

test('one that is dated on the day itself says nothing', () => {
  expect(findingsOf(dated('2025-02-10'))).toEqual([]);
});
