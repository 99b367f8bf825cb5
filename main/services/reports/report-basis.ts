import { Failure } from '../../../shared/domain/failure.ts';
import type { AssessmentResult } from '../../../shared/domain/assessment/types.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { dateText } from '../../../shared/text/report-text.ts';
import { selectLatestRun } from '../../db/queries/runs.ts';
import { selectDustCarried } from '../../db/queries/settings.ts';
import { airNotes } from '../assessment/air-notes.ts';
import { gatherAssessment } from '../assessment/gather.ts';
import { computeScores } from '../assessment/score-year.ts';
import { signedRunOf } from '../assessment/signed-scores.ts';
import type { ServiceContext } from '../context.ts';
import { canonicalJson } from '../files.ts';
import { type Computed, momentOf } from '../store-run.ts';
import { fill, type ReportWording } from './wording.ts';

/** The scores that the tables of a year print, and what is said of where they come from. */
export interface ReportScores {
  readonly result: AssessmentResult;
  readonly sample: boolean;
  readonly createdAt: string;
  readonly basis: string;
  /** How dust days and other events are taken; nothing of a signed year of before they were a setting of the work. */
  readonly air: readonly string[];
}

/** 定稿 prints what was signed, whatever has come in since; a year that is not signed what counts now. */
export function scoresToPrint(
  context: ServiceContext,
  { kind, year }: { readonly kind: 'annex1' | 'annex3'; readonly year: number },
  plan: YearPlan,
  { notes }: ReportWording,
): ReportScores {
  const signed = signedRunOf(context.work.handle, year);
  if (signed === null) {
    const { about, result, sample } = computeScores(context, year);
    const basis = fill(notes['basisNow'] ?? '', { year });
    return { result, sample, createdAt: momentOf(context, about).computedAt, basis, air: airNotes(context, year) };
  }
  const { run, scores, computedAt, signedAt } = signed;
  const { sample } = gatherAssessment(context, year);
  if (scores === null || !hasRowsOf(scores, kind, plan)) throw new Failure('REPORT_SIGNED_OTHER', { year, run });
  const basis = fill(notes['basisSigned'] ?? '', { year, run, computed: dateText(computedAt), signed: dateText(signedAt) });
  const air = selectDustCarried(context.work.handle) === null ? airNotes(context, year) : [];
  return { result: scores, sample, createdAt: computedAt, basis, air };
}

/** Whether the signed scores are those of exactly the rows that the annex has now: only then the table adds up to its total. */
function hasRowsOf({ district }: AssessmentResult, kind: 'annex1' | 'annex3', { annex1, annex3 }: YearPlan): boolean {
  const [part, rows] = kind === 'annex1' ? ['indicators', annex1.rows] : ['tasks', annex3?.items ?? []];
  const scored = district.parts.find(({ id }) => id === part)?.rows.map(({ rowId }) => rowId) ?? [];
  return canonicalJson(scored.toSorted()) === canonicalJson(rows.map(({ id }) => id).toSorted());
}

/** A ranking is signed by nobody: it rests on the run that was stored of it with this result, else on what counts now. */
export function rankingBasis({ work }: ServiceContext, { about, result }: Computed<unknown>, { notes }: ReportWording): string {
  const run = selectLatestRun(work.handle, about.kind, about.period);
  if (run === null) return notes['basisRankedNow'] ?? '';
  const same = run.result === canonicalJson(result);
  return fill(notes[same ? 'basisRankedRun' : 'basisRankedOther'] ?? '', { run: run.id, computed: dateText(run.computedAt) });
}
