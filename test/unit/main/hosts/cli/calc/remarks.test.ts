import { expect, test } from 'vitest';
import { createRemarks } from '../../../../../../main/hosts/cli/calc/remarks.ts';

test('remarks beyond a thousand are counted and not listed', () => {
  const lines: string[] = [];
  const remarks = createRemarks((line) => lines.push(line));
  for (let index = 0; index < 1200; index += 1) remarks.problem(`第 ${index} 行`);
  remarks.note('说明');
  remarks.finish();
  expect(remarks.problems).toBe(1200);
  expect(lines).toHaveLength(1001);
  expect(lines.at(-1)).toBe('另有 201 处，不再逐一列出。\n');
});

test('notes alone are no problem', () => {
  const remarks = createRemarks(() => undefined);
  remarks.note('说明');
  expect(remarks.problems).toBe(0);
});
