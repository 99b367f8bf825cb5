import { type Finding, finding, type FindingCode } from '../../../shared/domain/findings.ts';
import {
  compareVersions,
  credibleDate,
  type Objection,
  type Standing,
  takesPlace,
  type VersionComparison,
  type VersionMeasure,
} from '../../../shared/domain/returns/standing.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectVersionsOf } from '../../db/queries/register.ts';
import { countErrors, selectAnswersOfReturn, selectCurrentReturn } from '../../db/queries/returns.ts';
import type { PlanOfYear } from '../plan/year-plan.ts';
import { countChanges, heldBy, type HeldValues, storedValues } from './compare-values.ts';
import type { ExaminedFile } from './examined-file.ts';
import { demandsSomething, saysSomething } from './read-return.ts';

/** Days between which a 填报日期 can lie. */
export interface CredibleSpan {
  readonly from: string;
  readonly to: string;
}

/** From when what is reported on began (the plan's own day in its first year) to the day of the import. */
export function credibleSpan({ year, yearPlan }: { year: number; yearPlan: Pick<PlanOfYear, 'plan'> }, now: string): CredibleSpan {
  const { date } = yearPlan.plan.document;
  const begins = `${year}-01-01`;
  return { from: date.startsWith(`${year}-`) && date > begins ? date : begins, to: now.slice(0, 10) };
}

/** The version that counts before an import. */
export interface Predecessor {
  readonly number: number;
  readonly version: number;
  readonly fileName: string;
  /** As it stands in the return. */
  readonly date: string | null;
  readonly measure: VersionMeasure;
  readonly values: HeldValues;
}

/** Whether a new version comes to count, and what speaks against it. */
export interface Verdict {
  readonly standing: Standing;
  readonly objections: readonly Objection[];
  readonly counts: boolean;
  readonly findings: readonly Finding[];
}

export function storedPredecessor(db: ReadHandle, year: number, unitId: string, span: CredibleSpan): Predecessor | null {
  const record = selectCurrentReturn(db, year, unitId);
  if (record === null) return null;
  const values = storedValues(db, record.id);
  const said = selectAnswersOfReturn(db, record.id).filter((answer) => saysSomething(answer));
  const measure = {
    reportedOn: credibleDate(record.reportedOn, span),
    empty: said.length === 0 && values.days.size === 0,
    answers: readable(said) + values.days.size,
    errors: countErrors(db, record.id),
  };
  const number = selectVersionsOf(db, year, unitId).find((version) => version.counts)?.number ?? 0;
  return { number, version: record.version, fileName: record.fileName, date: record.reportedOn, measure, values };
}

function measureOf(file: ExaminedFile, span: CredibleSpan): VersionMeasure {
  const said = file.answers.filter((answer) => saysSomething(answer));
  return {
    reportedOn: credibleDate(file.reportedOn, span),
    empty: file.layout !== null && demandsSomething(file.layout) && said.length === 0 && file.airDays.length === 0,
    answers: readable(said) + file.airDays.length,
    errors: file.findings.filter((item) => item.severity === 'error').length,
  };
}

const readable = (answers: ExaminedFile['answers']): number => answers.filter(({ value }) => value.kind !== 'rejected').length;

/**
 * The new versions of one unit against the one that counts, and against each other. One comes to count where it takes the place of the present
 * one (or somebody says so: `forced`) and of every other of the batch; where several would and none is the newer, none does.
 */
export function standVersions(
  files: readonly ExaminedFile[],
  before: Predecessor | null,
  span: CredibleSpan,
  forced: (file: ExaminedFile) => boolean,
): ReadonlyMap<ExaminedFile, Verdict> {
  const measures = new Map(files.map((file) => [file, measureOf(file, span)] as const));
  const measure = (file: ExaminedFile): VersionMeasure => measures.get(file) ?? measureOf(file, span);
  const against = (file: ExaminedFile, other: ExaminedFile): VersionComparison =>
    compareVersions(measure(file), measure(other), differ(heldBy(file), heldBy(other)));
  const stored = (file: ExaminedFile): VersionComparison =>
    before === null
      ? { standing: 'first', objections: [] }
      : compareVersions(measure(file), before.measure, differ(heldBy(file), before.values));
  const candidates = files.filter((file) => forced(file) || takesPlace(stored(file)));
  const winner = candidates.find((file) => candidates.every((other) => other === file || takesPlace(against(file, other))));
  return new Map(
    files.map((file): [ExaminedFile, Verdict] => {
      const own = stored(file);
      const rival = candidates.find((other) => other !== file && (winner === undefined || other === winner));
      const ahead = aheadFindings(file, span);
      if (file === winner || rival === undefined || !candidates.includes(file)) {
        const objections = before === null ? [] : objectionFindings(file, own.objections, measure(file), before);
        return [file, { ...own, counts: file === winner, findings: [...ahead, ...objections] }];
      }
      const verdict = rivalled(file, rival, against(file, rival), winner !== undefined);
      return [file, { ...verdict, findings: [...ahead, ...verdict.findings] }];
    }),
  );
}

/** A 填报日期 after the day on which the return came in: said of the first version too, of which it is not yet to be known whether it is newer. */
function aheadFindings({ name, reportedOn, answers }: ExaminedFile, { to }: CredibleSpan): Finding[] {
  if (reportedOn === null || reportedOn <= to) return [];
  const answer = answers.find(({ field }) => field === 'reportedOn');
  const place = { file: name, sheet: answer?.sheet ?? null, cell: answer?.cell ?? null };
  return [finding('REPORT_DATE_AHEAD', place, { date: reportedOn, received: to })];
}

/** One of several in a batch that does not come to count. */
function rivalled(file: ExaminedFile, rival: ExaminedFile, comparison: VersionComparison, decided: boolean): Verdict {
  const twins = decided && comparison.standing === 'same';
  const standing = decided ? comparison.standing : 'undated';
  const objections = decided || comparison.objections.length > 0 ? comparison.objections : (['undated'] as const);
  const code: FindingCode = decided ? 'RETURN_TWICE_IN_BATCH' : 'VERSION_RIVALS';
  const item = finding(code, { file: file.name }, { unit: file.unit?.name ?? '', other: rival.name });
  return { standing, objections: twins ? [] : objections, counts: false, findings: [item] };
}

function objectionFindings(file: ExaminedFile, objections: readonly Objection[], measure: VersionMeasure, before: Predecessor): Finding[] {
  const place = { file: file.name };
  const { version } = before;
  const made: Readonly<Record<Objection, () => Finding>> = {
    empty: () => finding('VERSION_EMPTY', place, { version }),
    older: () => finding('RETURN_OLDER_DATE', place, { date: file.reportedOn ?? '', current: before.date ?? '', version }),
    fewer: () => finding('VERSION_FEWER', place, { answers: measure.answers, before: before.measure.answers, version }),
    errors: () => finding('VERSION_MORE_ERRORS', place, { errors: measure.errors, before: before.measure.errors, version }),
    undated: () =>
      finding('VERSION_UNDATED', place, {
        date: file.reportedOn ?? '',
        current: before.date ?? '',
        version,
        reason: whyUndated(file, measure, before),
      }),
  };
  return objections.map((objection) => made[objection]());
}

function whyUndated(file: ExaminedFile, measure: VersionMeasure, before: Predecessor): 'missing' | 'impossible' | 'equal' {
  if (file.reportedOn === null || before.date === null) return 'missing';
  return measure.reportedOn === null || before.measure.reportedOn === null ? 'impossible' : 'equal';
}

/** Whether two versions say different things; who has signed them and when is no figure. */
function differ(one: HeldValues, other: HeldValues): boolean {
  const figures = ({ answers, days }: HeldValues): HeldValues => ({
    answers: new Map([...answers].filter(([, held]) => saysSomething(held))),
    days,
  });
  return countChanges(figures(one), figures(other)) > 0;
}
