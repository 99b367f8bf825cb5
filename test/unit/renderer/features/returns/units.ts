import type { UnitStatus } from '../../../../../shared/contract/returns.ts';

const KIND_NAMES: Readonly<Record<string, string>> = { department: '部门', town: '镇街' };

export const unit = (name: string, kind: UnitStatus['kind'], state: UnitStatus['state'], errors = 0): UnitStatus => ({
  unitId: name,
  name,
  kind,
  kindName: KIND_NAMES[kind] ?? kind,
  state,
  file: null,
  sha256: null,
  version: null,
  reportedOn: null,
  sample: false,
  answers: 0,
  required: 0,
  errors,
  warnings: 0,
  held: 0,
  number: state === 'missing' ? null : 1,
  receipt: null,
  due: '2025-01-15',
  late: false,
  extension: null,
  waiver: null,
  open: errors,
  review: null,
  changes: 0,
  sent: null,
});
