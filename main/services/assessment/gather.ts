import { Failure } from '../../../shared/domain/failure.ts';
import type { ScoringScheme } from '../../../shared/domain/assessment/scheme.ts';
import type { Consent, StoredAnswer, StoredReturn } from '../../../shared/domain/assessment/types.ts';
import { type TypedFacts, typedOf } from '../../../shared/domain/returns/typed/facts.ts';
import { settledKey, type SettledValue } from '../../../shared/domain/assessment/context.ts';
import type { ScoreInput } from '../../../shared/domain/assessment/score.ts';
import { unitTargets } from '../../../shared/domain/plan/further-targets.ts';
import { schemeInState } from '../../../shared/text/report-text.ts';
import { selectSettledFigures } from '../../db/queries/settled-figures.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type ConsentRecord, selectConsents } from '../../db/queries/consents.ts';
import { selectSchemes, type StoredScheme } from '../../db/queries/schemes.ts';
import { type CountedAnswer, type ReturnRecord, selectCurrentAnswers, selectCurrentReturns } from '../../db/queries/returns.ts';
import { selectTyped } from '../../db/queries/typed-returns.ts';
import type { ServiceContext } from '../context.ts';
import { isApproved, schemeOfYear } from '../schemes/scheme-acts.ts';
import { requireScoring } from '../schemes/stored-schemes.ts';
import type { YearRecord } from '../../../shared/domain/plan/years/opening.ts';
import { contentHash } from '../files.ts';
import { adoptedTargets } from '../plan/work-plan.ts';
import { requireOpenYear } from '../plan/year-plan.ts';
import { emptyReturns } from '../reporting/empty-returns.ts';
import { type Timings, timingsOf } from '../reporting/timings.ts';
import { gatherTownAir } from './gather-town-air.ts';

export interface GatheredAssessment {
  readonly input: ScoreInput;
  readonly planVersion: string;
  readonly schemeVersion: string;
  /** Hash of everything the result depends on. */
  readonly inputHash: string;
  /** True as soon as one return, or the monitoring data of a town, is 示例数据. */
  readonly sample: boolean;
}

/** Collects what the year's scores are computed from; all SQL of the scoring is here. `named`: by this scheme in place of the year's own. */
export const gatherAssessment = (context: ServiceContext, year: number, named?: string): GatheredAssessment =>
  gathered(context, year, (record) => readScoringScheme(context.work.handle, record, named));

/**
 * The same where the year's scheme is written as rules: rows, figures and targets are those of the plan, and only how many points they are worth
 * is of the annual scheme that stands in.
 */
export const gatherFacts = (context: ServiceContext, year: number): GatheredAssessment =>
  gathered(context, year, (record) => {
    const db = context.work.handle;
    const own = schemeOfYear(db, record);
    const annual = selectSchemes(db).findLast(({ kind }) => kind === 'scoring');
    if (own === null || own.kind === 'scoring' || annual === undefined) return readScoringScheme(db, record);
    return { scheme: requireScoring(JSON.parse(annual.content), annual.id), version: annual.version };
  });

function gathered(
  context: ServiceContext,
  year: number,
  schemeOf: (record: YearRecord) => ReturnType<typeof readScoringScheme>,
): GatheredAssessment {
  const db = context.work.handle;
  const yearPlan = requireOpenYear(db, year);
  const { plan, version, record: yearRecord } = yearPlan;
  const scheme = schemeOf(yearRecord);
  const timings = timingsOf(db, year);
  // 空表: whoever has said nothing has not reported, here as in every list of who has.
  const empty = emptyReturns(db, yearPlan);
  const { records, byId, answers, returns, consents } = gatherReturns(db, year, { timings, empty });
  const adopted = adoptedTargets(db, { plan });
  const air = gatherTownAir(context, plan, year, byId);
  const townAir = air.map(({ sample: _sample, ...town }) => town);
  const settled = settledFigures(db, year);
  const ownTargets = unitTargets(plan).map(({ measure, unit, kind, target }) => ({ measure, unit, kind, target }));
  const input: ScoreInput = {
    plan,
    scheme: scheme.scheme,
    year,
    adopted,
    answers,
    returns,
    consents,
    townAir,
    settled,
  };
  const inputHash = contentHash({
    settled: [...settled],
    planVersion: version,
    schemeVersion: scheme.version,
    demonstration: scheme.scheme.demonstration,
    year,
    adopted: [...adopted],
    // Without any the hash is that of works that know of none.
    ...(ownTargets.length === 0 ? {} : { ownTargets }),
    ...(timings.all.length === 0 ? {} : { timings: timings.all }),
    ...(empty.size === 0 ? {} : { empty: [...empty].toSorted() }),
    returns: records.map((record) => [record.unitId, record.sha256]),
    answers,
    consents,
    townAir,
  });
  return {
    input,
    planVersion: version,
    schemeVersion: scheme.version,
    inputHash,
    sample: records.some((record) => record.sample) || air.some((town) => town.sample),
  };
}

export interface GatheredReturns extends Pick<ScoreInput, 'answers' | 'returns' | 'consents'> {
  readonly records: readonly ReturnRecord[];
  readonly byId: ReadonlyMap<number, ReturnRecord>;
}

/** What is known of the returns of a year besides what they say: when each came, and which say nothing. */
interface Known {
  readonly timings: Pick<Timings, 'of'>;
  readonly empty: ReadonlySet<string>;
}

const UNKNOWN: Known = { timings: { of: () => ({}) }, empty: new Set() };

/** The returns of a year that count, and the consents that hold for it. */
export function gatherReturns(db: ReadHandle, year: number, { timings, empty }: Known = UNKNOWN): GatheredReturns {
  const records = selectCurrentReturns(db, year);
  const byId = new Map(records.map((record) => [record.id, record]));
  const typed = selectTyped(db);
  const answers = selectCurrentAnswers(db, year).flatMap((answer) => storedAnswer(answer, byId.get(answer.returnId), typed));
  const returns = records
    .filter(({ unitId }) => !empty.has(unitId))
    .map((record) => ({ ...storedReturn(record, answers), ...timings.of(record) }));
  return { records, byId, answers, returns, consents: selectConsents(db, year).map(storedConsent) };
}

/** The version of the scheme by which the year was opened, or the newest of the one that is named; 示范 until somebody has approved that version. */
export function readScoringScheme(
  db: ReadHandle,
  { year, opening }: YearRecord,
  named?: string,
): { scheme: ScoringScheme; version: string } {
  const stored = named === undefined || named === opening.scheme ? schemeOfYear(db, { opening }) : namedScheme(db, year, named);
  if (stored === null) throw new Failure('YEAR_NO_SCHEME', { year });
  if (stored.kind !== 'scoring') throw new Failure('YEAR_SCHEME_RULES', { year, scheme: stored.id });
  const scheme = requireScoring(JSON.parse(stored.content), stored.id);
  return { scheme: schemeInState(scheme, scheme.demonstration && !isApproved(db, stored)), version: stored.version };
}

function namedScheme(db: ReadHandle, year: number, id: string): StoredScheme {
  const schemes = selectSchemes(db);
  const scoring = schemes.filter((stored) => stored.kind === 'scoring' && stored.year <= year);
  const found = scoring.findLast((stored) => stored.id === id);
  if (found !== undefined) return found;
  const other = schemes.find((stored) => stored.id === id && stored.kind !== 'scoring');
  if (other !== undefined) throw new Failure('SCHEME_NOT_SCORING', { scheme: id, year, kind: other.kind });
  throw new Failure('SCHEME_UNKNOWN', { scheme: id, year, known: [...new Set(scoring.map((stored) => stored.id))].join('、') });
}

/** 上级认定 for the year, of the district and of single units; the newest of each. */
function settledFigures(db: ReadHandle, year: number): ReadonlyMap<string, SettledValue> {
  const ofYear = selectSettledFigures(db).filter((figure) => figure.year === year);
  return new Map(ofYear.map(({ measureId, unitId, value, document }) => [settledKey(measureId, unitId), { value, document }]));
}

function storedAnswer(answer: CountedAnswer, record: ReturnRecord | undefined, typed: ReadonlyMap<number, TypedFacts>): StoredAnswer[] {
  if (record === undefined) return [];
  const source = {
    file: record.fileName,
    sha256: record.sha256,
    sheet: answer.sheet,
    cell: answer.cell,
    raw: answer.raw,
    unitId: answer.unitId,
    field: answer.field,
    ...(answer.correction === null ? {} : { correction: answer.correction }),
    ...typedOf(typed, record.id),
  };
  return [{ unitId: answer.unitId, rowId: answer.rowId, field: answer.field, value: answer.value, source }];
}

const storedConsent = ({ unitId, rowId, reason, actor, asBefore }: ConsentRecord): Consent => ({
  unitId,
  rowId,
  reason,
  by: actor,
  asBefore,
});

function storedReturn(record: ReturnRecord, answers: readonly StoredAnswer[]): StoredReturn {
  const dated = answers.find((answer) => answer.unitId === record.unitId && answer.field === 'reportedOn');
  return {
    unitId: record.unitId,
    file: record.fileName,
    sha256: record.sha256,
    reportedOn: record.reportedOn,
    reportedOnSource: dated?.source ?? null,
  };
}
