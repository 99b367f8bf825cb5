import { type Finding, finding } from '../../../shared/domain/findings.ts';
import type { Unit } from '../../../shared/domain/plan/schema.ts';
import { isNamed } from '../../../shared/domain/returns/locate-sheet.ts';
import { parseReturn } from '../../../shared/domain/returns/parse-return.ts';
import type { AnswerField, ParsedReturn, ReturnIdentity, ReturnLayout } from '../../../shared/domain/returns/types.ts';
import type { RawWorkbook } from '../../../shared/domain/tables/raw-workbook.ts';
import type { Steps } from '../../db/stepwise.ts';
import { notedFindings } from '../noted-findings.ts';
import { separateAir } from './air-days.ts';
import type { ExaminedFile, ExamineRequest, Received } from './examined-file.ts';
import type { LayoutOf } from './layouts.ts';

/** Whose return it is, and whether its hidden sheet says so. */
export type KnownIdentity = ReturnIdentity & { readonly unit: Unit; readonly own: boolean };

/** Reads the form of a unit: the layout it was made by, every answer and finding, and the day it was reported on. */
export function* readByLayout(
  received: Received,
  workbook: RawWorkbook,
  identity: KnownIdentity,
  request: ExamineRequest,
  identified: readonly Finding[],
): Steps<ExaminedFile> {
  const { name } = received;
  const { unit, own } = identity;
  const present = own ? layoutFor(identity, unit, request.layoutOf) : layoutOfSheets(workbook, unit, request.layoutOf);
  // The checksum is over all that a form shows: where it agrees, what else has changed in the plan does not concern this form.
  const former = !own || identity.layoutId === present.layoutId ? null : request.formerLayoutOf(identity.planVersion);
  const layout = former === null ? present : layoutFor(identity, unit, former);
  yield;
  const findings: Finding[] = [...notedFindings(workbook, name), ...identified];
  if (former !== null) findings.push(finding('RETURN_FORMER_FORM', { file: name }));
  else if (own && identity.layoutId !== layout.layoutId)
    findings.push(finding('RETURN_OLD_LAYOUT', { file: name }, { found: identity.layoutId, expected: layout.layoutId }));
  const read = examined(received, layout, yield* parseReturn(workbook, layout, name, request), identity, findings);
  return own ? { ...read, layoutId: identity.layoutId } : read;
}

/** What was read, as a file that can be taken in; with what its date and its blanks give to say. */
export function examined(
  received: Received,
  layout: ReturnLayout,
  parsed: ParsedReturn,
  { unit, sample }: Pick<KnownIdentity, 'unit' | 'sample'>,
  identified: readonly Finding[],
): ExaminedFile {
  const { name } = received;
  const findings = [...identified, ...parsed.findings];
  const reportedOn = parsed.answers.find((answer) => answer.field === 'reportedOn' && answer.value.kind === 'date');
  const date = reportedOn?.value.kind === 'date' ? reportedOn.value.value : null;
  if (date !== null && layout.dueDate !== '' && date > layout.dueDate) {
    const place = { file: name, sheet: reportedOn?.sheet ?? null, cell: reportedOn?.cell ?? null };
    findings.push(finding('RETURN_LATE', place, { date, due: layout.dueDate }));
  }
  if (demandsSomething(layout) && !parsed.answers.some(saysSomething)) findings.push(finding('RETURN_EMPTY', { file: name }));
  return {
    ...received,
    unit,
    choices: [],
    layoutId: layout.layoutId,
    layout,
    sample,
    reportedOn: date,
    ...separateAir(parsed.answers),
    findings,
    pairs: null,
  };
}

/** 示例数据 stands behind the title of a sample. */
export const saysSample = (workbook: RawWorkbook): boolean =>
  workbook.sheets.some(({ cells }) =>
    cells.some(({ row, value }) => row === 1 && value.type === 'text' && value.text.includes('【示例数据】')),
  );

/** With the daily air sheet unless the form was made without it. */
function layoutFor(identity: ReturnIdentity, unit: Unit, layoutOf: LayoutOf): ReturnLayout {
  const full = layoutOf(unit, true);
  // Mostly it is this one, and the other is not made at all.
  if (identity.layoutId === full.layoutId || !full.sheets.some((sheet) => sheet.kind === 'air')) return full;
  const without = layoutOf(unit, false);
  return identity.layoutId === without.layoutId ? without : full;
}

/** Without a key the sheets that are there tell. */
function layoutOfSheets(workbook: RawWorkbook, unit: Unit, layoutOf: LayoutOf): ReturnLayout {
  const full = layoutOf(unit, true);
  const air = full.sheets.find((sheet) => sheet.kind === 'air');
  return air === undefined || workbook.sheets.some((raw) => isNamed(raw, air)) ? full : layoutOf(unit, false);
}

/** Who has signed, and when: no figures. */
export const COVER_FIELDS: ReadonlySet<AnswerField> = new Set(['reporter', 'reviewer', 'phone', 'reportedOn']);

/** Name and date on the cover are no report yet; a cell that is in error was filled in. */
export const saysSomething = (answer: { readonly field: AnswerField }): boolean => !COVER_FIELDS.has(answer.field);

/** A unit that only assists others (配合) owes nothing, and its blank return is complete. */
export const demandsSomething = (layout: ReturnLayout): boolean =>
  layout.sheets.some((sheet) =>
    sheet.rows.some((row) => row.kind !== 'field' && Object.values(row.answers).some((answer) => answer.required)),
  );
