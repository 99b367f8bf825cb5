import { expect, it } from 'vitest';
import { placesByTotal, placesOf } from '../../../../../shared/domain/assessment/places.ts';
import type { SubjectScore } from '../../../../../shared/domain/assessment/types.ts';

const unit = (
  subjectId: string,
  kind: string,
  total: string,
  given: { reported?: boolean; points?: string | null } = {},
): SubjectScore => ({
  subjectId,
  kind,
  kindName: kind,
  name: subjectId,
  reported: given.reported ?? true,
  total,
  exactTotal: total,
  grade: '',
  parts: [
    {
      id: 'a',
      title: '',
      max: '1',
      points: '1',
      rows: [{ rowId: 'r', title: '', max: '1', points: given.points === undefined ? '1' : given.points, state: 'met', figures: [] }],
    },
  ],
  penalties: [],
});

it('equal totals share a place and the next one is left out', () => {
  expect(placesByTotal([8, 9, 8, 7, 9])).toEqual([3, 1, 3, 5, 1]);
  expect(placesByTotal([])).toEqual([]);
});

it('units are placed among their own kind; one without a return or without a row that counts has no place and takes none', () => {
  const places = placesOf([
    unit('a', 'town', '9.00'),
    unit('b', 'town', '10.00'),
    unit('c', 'town', '99.00', { reported: false }),
    unit('d', 'town', '0.00', { points: null }),
    unit('e', 'department', '1.00'),
  ]);
  expect([...places]).toEqual([
    ['a', 2],
    ['b', 1],
    ['e', 1],
  ]);
});
