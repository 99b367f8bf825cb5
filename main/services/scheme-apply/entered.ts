import { Rational } from '../../../shared/domain/numbers/rational.ts';
import type { Row } from '../../../shared/domain/schemes/base/data-source.ts';
import type { CellRef, Reading } from '../../../shared/domain/schemes/base/reading.ts';
import type { SchemeInput } from '../../db/queries/scheme-inputs.ts';

/** What was entered for a scheme: points of reviewers, parameters, events. */
export interface Entered {
  figure(row: Row, kind: 'manual' | 'param', name: string): Reading | null;
  event(row: Row, name: string): Reading<boolean>;
  /** Day on which a figure of that name was entered for this very subject; null where none was, or only for all. */
  ownDay(row: Row, name: string): string | null;
}

/** What was entered for the subject comes before what was entered for all; a parameter of the year holds for its periods. */
export function enteredReader(inputs: readonly SchemeInput[]): Entered {
  const index = new Map(inputs.map((input) => [keyOf(input.kind, input.name, input.period, input.subjectId), input]));
  const find = (row: Row, kind: SchemeInput['kind'], name: string): SchemeInput | undefined => {
    const periods = kind === 'param' ? [row.period, row.period.slice(0, 4)] : [row.period];
    for (const subjectId of [row.subjectId, null])
      for (const period of periods) {
        const found = index.get(keyOf(kind, name, period, subjectId));
        if (found !== undefined) return found;
      }
    return undefined;
  };
  return {
    figure(row, kind, name) {
      const found = find(row, kind, name);
      if (found === undefined) return null;
      const sources = [sourceOf(found)];
      return found.value === NOT_APPLICABLE
        ? { kind: 'notApplicable', sources }
        : { kind: 'value', value: Rational.of(found.value ?? '0'), sources };
    },
    ownDay(row, name) {
      const found = find(row, 'param', name);
      return found === undefined || found.subjectId === null ? null : found.at.slice(0, 10);
    },
    event(row, name) {
      const found = find(row, 'event', name);
      return { kind: 'value', value: found?.value === HAPPENED, sources: found === undefined ? [] : [sourceOf(found)] };
    },
  };
}

/** As they are stored, and as a clerk reads them. */
export const NOT_APPLICABLE = '不涉及';
export const HAPPENED = '是';
export const NOT_HAPPENED = '否';

const keyOf = (kind: string, name: string, period: string, subjectId: string | null): string =>
  JSON.stringify([kind, name, period, subjectId]);

const sourceOf = ({ document, kind, name, value }: SchemeInput): CellRef => ({
  file: document,
  sheet: '',
  cell: '',
  column: `${kind}:${name}`,
  raw: value ?? '',
});
