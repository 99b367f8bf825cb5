import type { Finding } from '../../findings.ts';
import { type ExactNumber, toText } from '../../numbers/decimal.ts';
import { quantityOf } from '../check-figures.ts';
import { issue } from '../reading.ts';
import { cellFinding, type ReadAnswer, type ReadRow } from '../read-rows.ts';
import type { AnswerField } from '../types.ts';

interface Part {
  readonly row: ReadRow;
  readonly answer: ReadAnswer;
  readonly value: ExactNumber;
  readonly name: string;
}

/**
 * What two rows count under one name is one number (同名同数): the days of the year, the places that were checked. `others` are rows of other sheets, where
 * the list of the year asks again what the indicators ask; `all` takes 分子 in too, as since the seventh edition.
 */
export function sameNumbers(rows: readonly ReadRow[], others: readonly ReadRow[], file: string, all: boolean): Finding[] {
  const fields: readonly AnswerField[] = all ? ['numerator', 'denominator'] : ['denominator'];
  const own = rows.flatMap((row) => partsOf(row, fields));
  const known = Map.groupBy([...own, ...(all ? others.flatMap((row) => partsOf(row, fields)) : [])], keyOf);
  return own.flatMap((part) => {
    const other = known.get(keyOf(part))?.find(({ value }) => !value.eq(part.value));
    if (other === undefined) return [];
    const { sheet } = other.row;
    const params = {
      name: part.name,
      value: toText(part.value),
      other: toText(other.value),
      otherRow: other.row.row.rowId,
      otherCell: sheet === part.row.sheet ? other.answer.address : `${sheet}!${other.answer.address}`,
    };
    return [cellFinding(part.row, part.answer, issue('DENOMINATORS_DISAGREE', params), file)];
  });
}

const keyOf = ({ name, answer }: Part): string => `${name}|${answer.field}|${answer.spec.unit ?? ''}`;

const partsOf = (row: ReadRow, fields: readonly AnswerField[]): Part[] =>
  fields.flatMap((field) => {
    const answer = row.answers.get(field);
    const value = quantityOf(answer);
    return answer?.spec.of === undefined || value === null ? [] : [{ row, answer, value, name: answer.spec.of }];
  });
