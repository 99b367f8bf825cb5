import type { UnitStatus } from '../../../../../shared/contract/returns.ts';

export const unit = (name: string, kind: UnitStatus['kind'], state: UnitStatus['state'], errors = 0): UnitStatus => ({
  unitId: name,
  name,
  kind,
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
});
