import type { TypedRow } from '../../../../shared/contract/typed-returns.ts';
import type { Unit } from '../../../../shared/domain/plan/unit-schema.ts';
import { rowName } from '../../../../shared/domain/returns/layout-columns.ts';
import { STATUS_WORDS } from '../../../../shared/domain/returns/parse-status.ts';
import type { AnswerCell, AnswerField } from '../../../../shared/domain/returns/types.ts';
import { TYPED_COLUMNS, typedTitle } from '../../../../shared/domain/returns/typed/columns.ts';
import { fieldTitle, idText, type PlacedRow, typedRows } from '../../../../shared/domain/returns/typed/rows.ts';
import { typedFormText } from '../../../../shared/text/typed-text.ts';
import { checkpoint, type JobContext } from '../../../jobs/progress.ts';
import type { ServiceContext } from '../../context.ts';
import type { OutputFolder } from '../../files.ts';
import { requireUnit } from '../../plan/work-plan.ts';
import { type PlanOfYear, requireOpenYear } from '../../plan/year-plan.ts';
import { createLayouts } from '../layouts.ts';
import type { WrittenTemplate } from '../write-templates.ts';

export interface UnitRows {
  readonly year: number;
  readonly unitId: string;
  readonly unitName: string;
  /** 报送截止; blank where none is set. */
  readonly dueDate: string;
  /** Words of 完成状态. */
  readonly statuses: string[];
  readonly rows: TypedRow[];
}

/** What a unit's form asks for, row by row as it is printed, for whoever types it in. */
export function unitRows(context: ServiceContext, { year, unit }: { readonly year: number; readonly unit: string }): UnitRows {
  const yearPlan = requireOpenYear(context.work.handle, year);
  return rowsOf(context, yearPlan, requireUnit(yearPlan.plan, unit));
}

function rowsOf(context: ServiceContext, yearPlan: PlanOfYear, unit: Unit): UnitRows {
  const layout = createLayouts(context.work.handle, yearPlan)(unit, false);
  return {
    year: yearPlan.plan.year,
    unitId: unit.id,
    unitName: unit.name,
    dueDate: layout.dueDate,
    statuses: Object.values(STATUS_WORDS),
    rows: typedRows(layout).map(rowOf),
  };
}

const rowOf = (placed: PlacedRow): TypedRow => ({
  id: idText(placed),
  name: rowName(placed.row),
  sheet: placed.sheet.name,
  cover: placed.sheet.kind === 'cover',
  target: placed.row.fixed['target'] ?? '',
  fields: (Object.entries(placed.row.answers) as [AnswerField, AnswerCell][]).map(
    ([field, { kind, unit = '', required, prompt = '' }]) => ({
      title: fieldTitle(placed, field),
      kind,
      unit,
      required,
      prompt,
    }),
  ),
});

/** Writes a table for each unit that lists all there is to type: one line for each value, remarks beside them. */
export async function writeTypedForms(
  context: ServiceContext,
  folder: OutputFolder,
  request: { readonly year: number; readonly units: readonly string[] },
  job: JobContext,
): Promise<WrittenTemplate[]> {
  const yearPlan = requireOpenYear(context.work.handle, request.year);
  const units = request.units.map((name) => requireUnit(yearPlan.plan, name));
  const { writePlainWorkbook } = await import('../../../documents/workbook/plain-workbook.ts');
  const written: WrittenTemplate[] = [];
  for (const [index, unit] of units.entries()) {
    await checkpoint(job);
    job.report(index / units.length, 'templates');
    const lines = linesOf(rowsOf(context, yearPlan, unit));
    const rows = [TYPED_COLUMNS.map(({ title }) => title), ...lines];
    const widths = TYPED_COLUMNS.map(({ width }) => width);
    const file = typedFormText(unit.name, request.year);
    await folder.write(file, await writePlainWorkbook([{ name: unit.name, rows, frozenRows: 1, widths }], context.now()));
    written.push({ unitId: unit.id, unitName: unit.name, file, rows: lines.length });
  }
  job.report(1, 'templates');
  return written;
}

/** Remarks stand in a column of their own. */
const linesOf = ({ rows }: UnitRows): string[][] =>
  rows.flatMap(({ id, name, fields }) =>
    fields.filter(({ title }) => title !== typedTitle('remark')).map(({ title, unit }) => [id, name, title, unit, '', '']),
  );
