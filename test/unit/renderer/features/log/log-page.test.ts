import { expect, test } from 'vitest';
import type { LogEntry } from '../../../../../shared/contract/audit.ts';
import { passes } from '../../../../../renderer/features/log/log-page.tsx';

const entry: LogEntry = {
  id: 1,
  at: '2025-02-10T09:00:00+08:00',
  by: '某甲',
  recordedBy: '某乙',
  act: '采用',
  object: '第 2 版',
  year: 2024,
  unit: '沙鱼镇',
  item: null,
  before: null,
  after: null,
  reason: null,
};

test('an entry is of its unit, and of who decided and who recorded it', () => {
  expect([passes(entry, {}), passes(entry, { unit: '沙鱼镇' }), passes(entry, { unit: '清平镇' })]).toEqual([true, true, false]);
  expect([passes(entry, { person: '某甲' }), passes(entry, { person: '某乙', unit: '沙鱼镇' }), passes(entry, { person: '某丙' })]).toEqual(
    [true, true, false],
  );
});
