import { expect, test } from 'vitest';
import type { VersionRow } from '../../../../../shared/contract/versions.ts';
import { countingWithout } from '../../../../../renderer/features/unit/version-dialog.tsx';

type Decision = VersionRow['decisions'][number];

const decided = (act: Decision['act'], turn: number): Decision => ({
  turn,
  act,
  cause: 'person',
  reason: '核实',
  by: '某甲',
  at: '2025-02-10T09:00:00+08:00',
});

const version = (number: number, ...decisions: Decision[]): VersionRow => ({
  number,
  version: number,
  fileName: `${number}.xlsx`,
  sha256: String(number),
  importedAt: '2025-02-10T09:00:00+08:00',
  receipt: null,
  reportedOn: null,
  sample: false,
  counts: false,
  state: 'kept',
  answers: 0,
  airDays: 0,
  errors: 0,
  decisions,
  objections: [],
});

test('without the version that counts the one adopted before it does, in the order of the decisions and not of the versions', () => {
  const rows = [version(1, decided('adopt', 3)), version(2, decided('adopt', 1)), version(3, decided('adopt', 2), decided('adopt', 4))];
  expect(countingWithout(rows[2] as VersionRow, rows)?.number).toBe(1);
  expect(countingWithout(rows[0] as VersionRow, rows)?.number).toBe(3);
});

test('one that is withdrawn or was never adopted does not come back', () => {
  const rows = [version(1, decided('adopt', 1), decided('withdraw', 2)), version(2), version(3, decided('adopt', 3))];
  expect(countingWithout(rows[2] as VersionRow, rows)).toBeNull();
});
