import { expect, test } from 'vitest';
import {
  countTyped,
  emptyDraft,
  inputOf,
  rowsToType,
  type TypedDraft,
  typedText,
  withText,
} from '../../../../../../renderer/features/returns/typing/draft.ts';
import { typedReturnsMethods } from '../../../../../../shared/contract/typed-returns.ts';

const draft: TypedDraft = { ...emptyDraft('2025-02-08'), unit: 'dept-public-security', way: 'paper' };
const field = { title: '完成值', kind: 'quantity', unit: '辆', required: true, prompt: '' } as const;
const rowOf = (id: string, cover: boolean, kind: 'quantity' | 'date' | 'text') => ({
  id,
  name: id,
  sheet: '',
  cover,
  target: '',
  fields: [{ ...field, kind }],
});

test('what is typed stands under its row and its column, and blanks are nothing', () => {
  const typed = withText(withText(draft, 'A3-3.3-a', '完成值', '1400'), 'A3-3.3', '备注', ' ');
  expect(typedText(typed, 'A3-3.3-a', '完成值')).toBe('1400');
  expect(typedText(typed, 'A3-3.3-a', '备注')).toBe('');
  expect(countTyped(typed)).toBe(1);
  const input = inputOf({ ...typed, by: ' 李四 ', scan: { grant: 'g', name: '来件.pdf' } }, 2024);
  expect(input).toEqual({
    year: 2024,
    unit: 'dept-public-security',
    way: 'paper',
    receivedOn: '2025-02-08',
    entries: [{ row: 'A3-3.3-a', field: '完成值', text: '1400' }],
    by: '李四',
    scan: 'g',
  });
  expect(typedReturnsMethods['typed.preview'].input.safeParse(input).success).toBe(true);
});

test('nothing is judged before unit, way, day and one value are there', () => {
  const typed = withText(draft, 'A3-3.3-a', '完成值', '1400');
  expect(inputOf(typed, 2024)).not.toBeNull();
  for (const lacking of [{ unit: null }, { way: null }, { receivedOn: null }, { texts: {} }])
    expect(inputOf({ ...typed, ...lacking }, 2024)).toBeNull();
});

test('填报日期 is not asked for twice, a day of a task is', () => {
  const rows = [rowOf('填报人', true, 'text'), rowOf('填报日期', true, 'date'), rowOf('A3-5.7', false, 'date')];
  expect(rowsToType(rows).map(({ id }) => id)).toEqual(['填报人', 'A3-5.7']);
});
