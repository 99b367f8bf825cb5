import { Failure } from '../../../shared/domain/failure.ts';
import type { FinalContent } from '../../../shared/domain/plan/years/opening.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import { hasReported, type UnitState } from '../../../shared/domain/reporting/unit-state.ts';
import { blockerText } from '../../../shared/text/year-text.ts';
import { selectRunOutline } from '../../db/queries/runs.ts';
import { unitStandings } from '../reporting/unit-standings.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { isApproved, schemeOfYear } from '../schemes/scheme-acts.ts';
import { engineBlockers, type Signable, signable, signableNow } from './signable-run.ts';
import { adoptedTargets } from '../plan/work-plan.ts';
import { requireUnlockedYear } from '../plan/year-plan.ts';
import { decide } from './decide-year.ts';
import { consentsBlocker, dueBlocker, missingRowsBlocker } from './open-points.ts';

export interface FinalRequest {
  readonly run: number;
  readonly reason: string;
  /** What is said of the blockers that are signed with. */
  readonly despite?: string | undefined;
}

export type Blocker = FinalContent['blockers'][number];

/**
 * 定稿: signs a stored run and locks the year. What stands against it, `further` included, is listed; `despite` signs with that list on record.
 */
export function finishYear(context: WritingContext, year: number, request: FinalRequest, further: readonly Blocker[] = []): FinalContent {
  const db = context.writer;
  return db.transaction(() => {
    const { record } = requireUnlockedYear(db, year);
    const outline = selectRunOutline(db, request.run);
    if (outline === null) throw new Failure('RUN_UNKNOWN', { id: request.run });
    const signed = signable(context, year, outline);
    if (signed === null) throw new Failure('YEAR_RUN_OTHER', { run: request.run, year });
    if (signed.computed.about.inputHash !== outline.inputHash) throw new Failure('YEAR_RUN_STALE', { run: request.run, year });
    const blockers = [...further, ...blockersOf(context, year, signed), ...engineBlockers(db, outline, signed.computed.result)];
    if (blockers.length > 0 && request.despite === undefined)
      throw new Failure('YEAR_BLOCKED', {
        count: blockers.length,
        blockers: blockers.map(({ code, params }) => blockerText(code, params)).join('；'),
      });
    const content: FinalContent = { run: request.run, despite: blockers.length > 0 ? (request.despite ?? null) : null, blockers };
    decide(context, year, 'final', content, request.reason, record.opening);
    return content;
  });
}

/** 能否定稿: what stands against signing the year as it is now, and the hash by which a run of these very inputs is known. */
export function signingState(context: ServiceContext, year: number): { inputHash: string; blockers: Blocker[]; warnings: Blocker[] } {
  requireUnlockedYear(context.work.handle, year);
  const own = signableNow(context, year);
  return { inputHash: own.computed.about.inputHash, blockers: blockersOf(context, year, own), warnings: unpassed(context, year) };
}

/** 没有审核通过 of what has come: it stands against nothing, and whoever signs is told. */
function unpassed({ work }: ServiceContext, year: number): Blocker[] {
  const open = unitStandings(work.handle, requireUnlockedYear(work.handle, year)).filter(
    ({ state }) => hasReported(state) && state !== 'passed',
  );
  return unitsBlocker(
    'unpassed',
    open.map(({ unit }) => unit.name),
  );
}

/**
 * What stands against signing: units that have not reported or still may, errors, rows without data, 不涉及 that waits for a consent, targets
 * that are still to be set, a scheme nobody has approved.
 */
export function blockersOf(
  context: ServiceContext,
  year: number,
  { scheme, open, missing: lacking }: Pick<Signable, 'scheme' | 'open' | 'missing'>,
): Blocker[] {
  const db = context.work.handle;
  const yearPlan = requireUnlockedYear(db, year);
  const { plan } = yearPlan;
  const own = schemeOfYear(db, yearPlan.record);
  const standings = unitStandings(db, yearPlan);
  const namesIn = (test: (state: UnitState) => boolean): string[] =>
    standings.filter(({ state }) => test(state)).map(({ unit }) => unit.name);
  const missing = namesIn((state) => state === 'missing');
  const empty = namesIn((state) => state === 'empty');
  const errors = standings.reduce((sum, standing) => sum + standing.errors, 0);
  const pending = [...adoptedTargets(db, yearPlan).values()].filter(({ target }) => target.kind === 'pending');
  const names = new Map(measuresOf(plan).map(({ id, name }) => [id, name]));
  return [
    ...unitsBlocker('missing', missing),
    ...unitsBlocker('empty', empty),
    ...dueBlocker(yearPlan.record.opening, context.now().slice(0, 10)),
    ...(errors > 0 ? [blocker('errors', { count: errors })] : []),
    ...missingRowsBlocker(lacking),
    ...consentsBlocker(context, year),
    ...(pending.length > 0
      ? [blocker('pending', { measures: pending.map(({ measureId }) => names.get(measureId) ?? measureId).join('、') })]
      : []),
    ...(open.length > 0 ? [blocker('open', { count: open.length, units: open.join('、') })] : []),
    ...(scheme !== null && (own?.id !== scheme.id || own.version !== scheme.version)
      ? [blocker('otherScheme', { scheme: scheme.id, number: scheme.number, own: own?.id ?? '', ownNumber: own?.number ?? '' })]
      : []),
    ...(scheme === null || !isApproved(db, scheme) ? [blocker('demonstration', {})] : []),
  ];
}

const unitsBlocker = (code: string, units: readonly string[]): Blocker[] =>
  units.length === 0 ? [] : [blocker(code, { count: units.length, units: units.join('、') })];

const blocker = (code: string, params: Readonly<Record<string, string | number>>): Blocker => ({
  code,
  params: Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)])),
});
