import type { PreviewFile, PreviewReport } from '../../../shared/contract/returns.ts';
import { columnOf, rowName } from '../../../shared/domain/returns/layout-columns.ts';
import { titleOf } from '../../../shared/domain/returns/locate-sheet.ts';
import {
  type AnswerField,
  type LayoutRow,
  type LayoutSheet,
  type ParsedValue,
  type ReturnLayout,
} from '../../../shared/domain/returns/types.ts';
import { heldText, stateText, statusText } from '../../../shared/text/score-text.ts';
import { checkpoint, inSteps, type JobContext } from '../../jobs/progress.ts';
import type { ServiceContext } from '../context.ts';
import type { SourceFile } from '../files.ts';
import { previewedFiles } from '../preview-store.ts';
import { type HeldValue, sameValue, valueKey } from './compare-values.ts';
import { type Examination, type ExaminationRequest, examineReturns } from './examine-returns.ts';
import { countsOf, type JudgedFile, judgeReturns, outlineOf } from './judge-returns.ts';
import { shownMapping } from './row-choices.ts';

type PreviewValue = PreviewFile['values'][number];

/** Judges files as an import would and shows every value beside the one it replaces. Nothing is stored; the originals stay at hand. */
export async function previewReturns(
  context: ServiceContext,
  sources: readonly SourceFile[],
  request: Omit<ExaminationRequest, 'only'>,
  job: JobContext,
): Promise<PreviewReport> {
  return previewOf(context, await examineReturns(context, sources, request, job), job);
}

/** What was read, as the page shows it. */
export async function previewOf(context: ServiceContext, examination: Examination, job: JobContext): Promise<PreviewReport> {
  context.previewed.replace(previewedFiles(examination.files));
  const files: PreviewFile[] = [];
  for (const judged of await inSteps(judgeReturns(context.work.handle, examination), job)) {
    await checkpoint(job);
    const mapping = shownMapping(judged.file);
    files.push({ ...outlineOf(judged), values: previewValues(judged), ...(mapping === undefined ? {} : { mapping }) });
  }
  job.report(1, 'read');
  return { year: examination.year, files, counts: countsOf(files), today: context.now().slice(0, 10) };
}

/** In the order of the return; behind them the values that are gone from it, which are blank now and stand where they stood before. */
function previewValues({ file, before }: JudgedFile): PreviewValue[] {
  if (file.layout === null) return [];
  const describe = describer(file.layout);
  const now = new Set(file.answers.filter(({ value }) => value.kind !== 'rejected').map(valueKey));
  const gone = [...(before?.values.answers ?? [])].filter(([key]) => !now.has(key)).map(([, held]) => held);
  const compared = (held: HeldValue, value: ParsedValue | undefined): PreviewValue => {
    const last = before?.values.answers.get(valueKey(held))?.value;
    return {
      ...describe(held),
      value: valueText(value) ?? '',
      last: valueText(last),
      changed: before !== null && !sameValue(value, last),
      sheet: held.sheet,
      cell: held.cell,
    };
  };
  return [
    ...file.answers.filter(({ value }) => value.kind !== 'rejected').map((answer) => compared(answer, answer.value)),
    ...gone.map((held) => compared(held, undefined)),
  ];
}

type Described = Pick<PreviewValue, 'rowId' | 'name' | 'field' | 'column' | 'unit'>;

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
