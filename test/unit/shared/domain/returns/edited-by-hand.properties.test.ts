import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, plainText } from '../../../../../shared/domain/returns/cell-text.ts';
import { areaOf, isWithin } from '../../../../../shared/domain/returns/merged-answers.ts';
import { parseReturn } from '../../../../../shared/domain/returns/parse-return.ts';
import { isAdopted, type AnswerField, type ParsedReturn, type ReturnLayout } from '../../../../../shared/domain/returns/types.ts';
import type { RawCell, RawWorkbook } from '../../../../../shared/domain/tables/raw-workbook.ts';
import { type Edit, EDITS, edited } from '../../../../support/edit-return.ts';
import { layoutFor, unitNamed } from '../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { rawReturn } from '../../../../support/raw-return.ts';
import { atOnce } from '../../../../support/at-once.ts';

const plan = loadTestPlan();
const UNITS = ['区公安局', '区交通运输委', '区市场监管局', '合阳城街道'];
const layoutOf = (name: string): ReturnLayout => layoutFor(plan, unitNamed(plan, name), { air: false });

/** Every figure and every text of a return is another one, so that each is known wherever it stands. */
function filled(layout: ReturnLayout): { readonly workbook: RawWorkbook; readonly meant: ReadonlyMap<string, string> } {
  const meant = new Map<string, string>();
  const answers: Record<string, string> = {};
  let next = 1001;
  for (const sheet of layout.sheets)
    for (const row of sheet.rows)
      for (const [field, asked] of Object.entries(row.answers) as [AnswerField, { kind: string }][]) {
        if (asked.kind !== 'quantity' && asked.kind !== 'text') continue;
        const mark = String((next += 1));
        meant.set(mark, `${row.rowId}|${field}`);
        answers[`${row.rowId}|${field}`] = asked.kind === 'text' ? `甲${mark}乙` : mark;
      }
  return { workbook: rawReturn(layout, answers), meant };
}

const markOf = (cell: RawCell): string | null =>
  cell.value.type === 'text' ? (/(?<!\d)1\d{3}(?!\d)/.exec(plainText(cell.value.text))?.[0] ?? null) : null;

/** Whether a finding speaks of the cell: at it, at a range around it, at the id of its row, at the head of its column, of its whole sheet, or at its like in a copy. */
function isNamed({ findings }: ParsedReturn, sheet: string, cell: RawCell): boolean {
  const place = `${sheet}!${cell.address}`;
  return findings.some((found) => {
    if (Object.values(found.params).some((said) => String(said).includes(place))) return true;
    if (found.sheet !== sheet) return false;
    if (found.cell === null || found.code === 'SHEET_UNREAD') return true;
    const area = areaOf(found.cell);
    if (area !== null && isWithin(area, cell.row, cell.column)) return true;
    const at = /^([A-Z]+)(\d+)$/.exec(found.cell);
    const own = /^([A-Z]+)/.exec(cell.address)?.[1];
    return at !== null && (Number(at[2]) === cell.row || (at[1] === own && Number(at[2]) < cell.row && /COLUMN|HEADER/.test(found.code)));
  });
}

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(fc.record({ kind: fc.constantFrom(...EDITS), at: fc.nat(), to: fc.nat() }), {
  minLength: 1,
  maxLength: 5,
});

describe('a return that was edited by hand in whatever way', () => {
  it('gives each value to the row and column it was typed for, or a finding at its cell; never to another', () => {
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), edits, (unit, steps) => {
        const layout = layoutOf(unit);
        const { workbook, meant } = filled(layout);
        const after = steps.reduce(edited, workbook);
        const parsed = atOnce(parseReturn(after, layout, '表.xlsx'));
        const adopted = parsed.answers.filter(isAdopted);
        const wrong = adopted.filter(({ rowId, field, raw }) => {
          const mark = /(?<!\d)1\d{3}(?!\d)/.exec(plainText(raw))?.[0];
          return mark !== undefined && meant.has(mark) && meant.get(mark) !== `${rowId}|${field}`;
        });
        expect(wrong).toEqual([]);
        const read = new Set(parsed.answers.map(({ sheet, cell }) => `${sheet}!${cell}`));
        const places = after.sheets
          .filter(({ visibility }) => visibility === 'visible')
          .flatMap((sheet) => sheet.cells.map((cell) => ({ mark: markOf(cell) ?? '', sheet: sheet.name, cell })))
          .filter(({ mark }) => meant.has(mark));
        // Of a value that stands in a copy too it is enough that one of the two is read or named.
        const silent = [...Map.groupBy(places, ({ mark }) => mark)]
          .filter(([, of]) => !of.some(({ sheet, cell }) => read.has(`${sheet}!${cell.address}`) || isNamed(parsed, sheet, cell)))
          .map(([, [place]]) => `${place?.sheet}!${place?.cell.address}`);
        expect(silent).toEqual([]);
      }),
    );
  });

  it('adopts nothing that the page does not show or that a comment takes back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), edits, (unit, steps) => {
        const layout = layoutOf(unit);
        const after = steps.reduce(edited, filled(layout).workbook);
        const parsed = atOnce(parseReturn(after, layout, '表.xlsx'));
        const adopted = new Set(parsed.answers.filter(isAdopted).map(({ sheet, cell }) => `${sheet}!${cell}`));
        const doubtful = after.sheets.flatMap(({ name, cells, comments = [] }) => [
          ...cells.flatMap(({ address, look }) => (look?.unseen === undefined ? [] : [`${name}!${address}`])),
          ...comments.map(({ address }) => `${name}!${address}`),
        ]);
        expect(doubtful.filter((place) => adopted.has(place))).toEqual([]);
      }),
    );
  });

  it('is accounted for cell by cell', () => {
    fc.assert(
      fc.property(fc.constantFrom(...UNITS), edits, (unit, steps) => {
        const layout = layoutOf(unit);
        const after = steps.reduce(edited, filled(layout).workbook);
        const { account } = atOnce(parseReturn(after, layout, '表.xlsx'));
        const cells = after.sheets.flatMap((sheet) => sheet.cells.filter(({ value }) => !isBlank(value)));
        expect(account.read + account.known + account.reported).toBe(cells.length);
      }),
    );
  });
});
