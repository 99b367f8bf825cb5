import type { PreviewFile } from '../../../shared/contract/returns.ts';
import { columnOf, rowName } from '../../../shared/domain/returns/layout-columns.ts';
import { titleOf } from '../../../shared/domain/returns/locate-sheet.ts';
import type { AnswerField, LayoutRow, LayoutSheet, ParsedValue, ReturnLayout } from '../../../shared/domain/returns/types.ts';
import { heldText, stateText, statusText } from '../../../shared/text/score-text.ts';
import { type HeldValue, type HeldValues, sameValue, valueKey } from './compare-values.ts';

type ShownValue = PreviewFile['values'][number];

/**
 * Values of a return beside those of another, in the order of the return; behind them the values that are gone from it, which are blank now and
 * stand where they stood before. Null: there is none to compare with.
 */
export function comparedValues(layout: ReturnLayout, answers: readonly HeldValue[], before: HeldValues | null): ShownValue[] {
  const describe = describer(layout);
  const said = answers.filter(({ value }) => value.kind !== 'rejected');
  const now = new Set(said.map(valueKey));
  const gone = [...(before?.answers ?? [])].filter(([key]) => !now.has(key)).map(([, held]) => held);
  const compared = (held: HeldValue, value: ParsedValue | undefined): ShownValue => {
    const last = before?.answers.get(valueKey(held))?.value;
    return {
      ...describe(held),
      value: valueText(value) ?? '',
      last: valueText(last),
      changed: before !== null && !sameValue(value, last),
      sheet: held.sheet,
      cell: held.cell,
    };
  };
  return [...said.map((answer) => compared(answer, answer.value)), ...gone.map((held) => compared(held, undefined))];
}

type Described = Pick<ShownValue, 'rowId' | 'name' | 'field' | 'column' | 'unit'>;

/** Names a value as the return prints its row and column. */
function describer(layout: ReturnLayout): (held: HeldValue) => Described {
  const places = new Map<string, { sheet: LayoutSheet; row: LayoutRow }>();
  for (const sheet of layout.sheets) {
    for (const row of sheet.rows)
      for (const field of Object.keys(row.answers) as AnswerField[]) places.set(valueKey({ rowId: row.rowId, field }), { sheet, row });
  }
  return (held) => {
    const place = places.get(valueKey(held));
    const column = place === undefined ? null : columnOf(place.sheet.columns, held.field);
    return {
      rowId: held.rowId,
      name: place === undefined ? held.rowId : rowName(place.row),
      field: held.field,
      column: column === null ? '' : titleOf(column),
      unit: place?.row.answers[held.field]?.unit ?? '',
    };
  };
}

function valueText(value: ParsedValue | undefined): string | null {
  if (value === undefined) return null;
  switch (value.kind) {
    case 'notApplicable':
      return stateText('notApplicable');
    case 'status':
      return statusText(value.value);
    case 'held':
      return heldText(valueText(value.value) ?? '');
    default:
      return value.value;
  }
}
