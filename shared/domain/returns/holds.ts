import { type Finding, type FindingCode, HOLDING_CODES } from '../findings.ts';
import { type DecimalText, exact, toText } from '../numbers/decimal.ts';
import { finding } from '../findings.ts';
import { isOutOfScale } from './magnitude.ts';
import type { AnswerField, ParsedValue, ReadValue, ReturnAnswer } from './types.ts';

/** The value as it is kept while nobody has confirmed it. */
export const heldValue = (value: ReadValue, code: FindingCode): ParsedValue => ({ kind: 'held', value, code });

/** What a held answer was read as; every other value as it is. */
export const readingOf = (value: ParsedValue): ParsedValue => (value.kind === 'held' ? value.value : value);

/** Code of the first finding that holds at each place, as sheet!cell. */
export const holdingPlaces = (findings: readonly Finding[]): ReadonlyMap<string, FindingCode> =>
  new Map(
    findings
      .flatMap(({ sheet, cell, code }) => (HOLDING_CODES.has(code) && cell !== null ? [[`${sheet}!${cell}`, code] as const] : []))
      .toReversed(),
  );

/** The answers with those held at whose cells such a finding stands; those in error stay so. */
export function withHolds(answers: readonly ReturnAnswer[], findings: readonly Finding[]): ReturnAnswer[] {
  const places = holdingPlaces(findings);
  return answers.map((answer) => {
    const code = places.get(`${answer.sheet}!${answer.cell}`);
    const { value } = answer;
    return code === undefined || value.kind === 'held' || value.kind === 'rejected' ? answer : { ...answer, value: heldValue(value, code) };
  });
}

/** The one finding that holds a value by what stands elsewhere, and not by what its file says. */
export const HELD_BY_OTHERS = 'VALUE_MAGNITUDE_OTHERS' satisfies FindingCode;

/** A figure of the same cell elsewhere: of the version before, of the year before, the median of the other units. */
export interface Reference {
  readonly kind: 'version' | 'year' | 'units';
  readonly value: DecimalText;
}

export interface ReferenceRequest {
  readonly file: string;
  readonly answers: readonly ReturnAnswer[];
  readonly unitOf: (answer: ReturnAnswer) => string;
  readonly referencesOf: (rowId: string, field: AnswerField) => readonly Reference[];
}

/** Amounts whose size differs from what the same cell said before, or says of others, by a slip's factor. Each such finding holds its cell. */
export function magnitudeFindings({ file, answers, unitOf, referencesOf }: ReferenceRequest): Finding[] {
  return answers.flatMap((answer) => {
    if (answer.value.kind !== 'quantity') return [];
    const figure = exact(answer.value.value);
    const unit = unitOf(answer);
    const other = referencesOf(answer.rowId, answer.field).find(({ value }) => isOutOfScale(figure, { value: exact(value), unit }));
    if (other === undefined) return [];
    const params = { row: answer.rowId, raw: answer.raw, value: toText(figure), unit, kind: other.kind, other: other.value };
    return [finding(HELD_BY_OTHERS, { file, sheet: answer.sheet, cell: answer.cell }, params)];
  });
}
