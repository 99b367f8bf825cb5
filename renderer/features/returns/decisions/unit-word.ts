import type { UnitStatus } from '../../../../shared/contract/returns.ts';

/** Which decision about a unit is being made. */
export type UnitWord = 'receipt' | 'extension' | 'waiver' | 'passed' | 'returned' | 'open';

/** The decisions that make sense of a unit as it stands; what is left out could not be done. */
export function wordsFor(unit: UnitStatus): UnitWord[] {
  const came = unit.number !== null;
  const reviewed = unit.state === 'passed' || unit.state === 'returned';
  return [
    ...(unit.state === 'toReview' || unit.state === 'received' ? (['passed'] as const) : []),
    ...(came && unit.state !== 'returned' ? (['returned'] as const) : []),
    ...(reviewed ? (['open'] as const) : []),
    ...(came ? (['receipt'] as const) : []),
    'extension',
    ...(unit.late || unit.waiver !== null ? (['waiver'] as const) : []),
  ];
}

export interface UnitDialogProps {
  readonly unit: UnitStatus;
  readonly year: number;
  readonly onClose: () => void;
}
