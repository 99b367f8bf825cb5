import type { AdoptedTarget } from '../../../shared/domain/plan/conflict-types.ts';
import type { UnitTargetRow } from '../../../shared/contract/years.ts';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { type FurtherTarget, stretchTarget, unitTargets } from '../../../shared/domain/plan/further-targets.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import { targetText } from '../../../shared/domain/plan/target.ts';
import {
  type DatedRevision,
  newestList,
  reportingUnits,
  unaskedUnits,
  type YearPlan,
} from '../../../shared/domain/plan/years/plan-for-year.ts';
import { type YearState, yearState } from '../../../shared/domain/plan/years/year-state.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { countFormIssues } from '../../db/queries/form-issues.ts';
import { schemeOfYear } from '../schemes/scheme-acts.ts';
import type { ServiceContext } from '../context.ts';
import { readDocuments } from '../plan/plan-documents.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { type PlanOfYear, readYearDecisions, readYearPlan } from '../plan/year-plan.ts';
import { standingCounts, unitStandings } from '../reporting/unit-standings.ts';
import { nextRoundOf } from '../returns/round-reports.ts';
import { schemeHead, unitsByKind } from './describe-proposal.ts';
import { movesSinceSigning } from './signed-moves.ts';
import { adoptedByYear, yearsWithTargets } from './targets-by-year.ts';
import { toldChanges } from './told-changes.ts';

type YearView = MethodOutput<'year.show'>;
type TargetRow = YearView['targets'][number];

/** 考核年度 as it stands: by what it is assessed, in which state it is, what was decided about it. */
export function showYear(context: ServiceContext, year: number): YearView {
  const db = context.work.handle;
  const yearPlan = readYearPlan(db, year);
  const { plan, record } = yearPlan;
  const list = plan.annex3;
  const documents = readDocuments(db);
  const listed = record === null ? newestList(documents, year)?.document : record.opening.list;
  const document = documents.find(({ id }) => id === listed);
  const scheme = record === null ? null : schemeOfYear(db, record);
  return {
    year,
    state: stateOfYear(context, yearPlan),
    opened: record === null ? null : { at: record.openedAt, by: record.openedBy },
    final: record === null || record.final === null ? null : finalOf(record.final, movesSinceSigning(context, year)),
    archive: record?.archive ?? null,
    list: list === null ? null : { title: list.title, items: list.items.length, document: document?.number ?? plan.document.number },
    scheme: scheme === null ? null : schemeHead(db, scheme),
    due: record?.opening.due ?? plan.reporting.dueDates[String(year)] ?? null,
    rounds: record?.opening.rounds ?? ['year'],
    roundsDue: record?.opening.roundsDue ?? {},
    nextRound: nextRoundOf(context, yearPlan),
    units: unitsByKind(plan, reportingUnits(plan)),
    unasked: unaskedUnits(plan).map(({ name }) => name),
    targets: targetRows(db, year),
    history: historyOf(db, year),
  };
}

function historyOf(db: ReadHandle, year: number): YearView['history'] {
  const decisions = readYearDecisions(db).filter((decision) => decision.year === year);
  const changes = toldChanges(db, decisions);
  return decisions.map(({ act, reason, actor, at }, index) => ({
    act,
    reason,
    by: actor,
    at,
    changes: [...(changes[index] ?? [])],
  }));
}

/** Every year of the plan with its state: those 附件1 prints, those between them, those that are open. */
export function listYears(context: ServiceContext): MethodOutput<'year.list'>['years'] {
  const db = context.work.handle;
  const { plan } = readWorkPlan(db);
  const known = yearsWithTargets(db);
  const [from = 0, to = -1] = [known[0], known.at(-1)];
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return years.map((year) => {
    const yearPlan = readYearPlan(db, year);
    return {
      year,
      state: stateOfYear(context, yearPlan),
      printed: plan.annex1.years.includes(year),
      due: yearPlan.record?.opening.due ?? null,
      items: yearPlan.plan.annex3?.items.length ?? 0,
      final: yearPlan.record?.final?.at ?? null,
      archive: yearPlan.record?.archive ?? null,
    };
  });
}

export function stateOfYear(context: ServiceContext, yearPlan: PlanOfYear): YearState {
  const db = context.work.handle;
  const { plan, record } = yearPlan;
  const standings = unitStandings(db, yearPlan);
  const { total, missing, reported } = standingCounts(standings);
  return yearState(record, {
    formsOut: missing < total || countFormIssues(db, plan.year) > 0,
    expected: total,
    received: reported,
    openFindings: standings.reduce((sum, { errors }) => sum + errors, 0),
    today: context.now().slice(0, 10),
  });
}

/** 附件1's measures with the targets of every year that has any, and by what the asked year's came about. */
export function targetRows(db: ReadHandle, year: number): TargetRow[] {
  const { plan } = readYearPlan(db, year);
  const years = [...new Set([...yearsWithTargets(db), year])].toSorted((one, other) => one - other);
  const adopted = adoptedByYear(db, years);
  const chosen = new Map(plan.chosen.map((entry) => [entry.measure, entry]));
  return plan.annex1.rows.flatMap((row) =>
    row.measures.map((measure): TargetRow => {
      const target = adopted.get(year)?.get(measure.id);
      const stretch = stretchTarget(plan, measure);
      const history = inOrder([...plan.revisions, ...plan.furtherRevisions]).filter(
        (revision) => revision.measure === measure.id && revision.year === year,
      );
      return {
        row: row.id,
        measure: measure.id,
        category: row.category,
        name: measure.name,
        unit: measure.unit,
        byYear: Object.fromEntries(years.map((one) => [String(one), textOf(adopted.get(one)?.get(measure.id))])),
        stretch: stretch?.printed ?? null,
        stretchPlace: stretch?.place ?? '',
        stretchDisplaced: displacedBy(stretch),
        adopted: target?.printed ?? null,
        rule: target?.rule ?? (chosen.get(measure.id)?.source === 'none' ? 'none' : null),
        place: target?.place ?? '',
        fromYears: chosen.get(measure.id)?.fromYears ?? [],
        displaced: target?.displaced ?? null,
        revisions: history.map(({ number, effectiveOn, target: set, storedAt, kind, unit, actor, reason }) => ({
          number,
          effectiveOn,
          printed: targetText(set),
          storedAt,
          by: actor,
          reason,
          kind: kind ?? 'binding',
          unit: unit === undefined ? null : nameOf(plan, unit),
        })),
        leadUnits: row.leadUnitsPrinted,
      };
    }),
  );
}

/** Targets that documents set for single units of the year, with what each overruled. */
export function unitTargetRows(db: ReadHandle, year: number): UnitTargetRow[] {
  const { plan } = readYearPlan(db, year);
  const measures = new Map(measuresOf(plan).map((measure) => [measure.id, measure]));
  return unitTargets(plan).map((held) => {
    const { measure, kind, unit, printed, place, effectiveOn } = held;
    const own = measures.get(measure);
    return {
      measure,
      name: own?.name ?? measure,
      measureUnit: own?.unit ?? '',
      unit: nameOf(plan, unit ?? ''),
      kind,
      printed,
      place,
      from: effectiveOn ?? '',
      displaced: displacedBy(held),
    };
  });
}

const nameOf = ({ units }: YearPlan, id: string): string => units.find((unit) => unit.id === id)?.name ?? id;

const displacedBy = (held: FurtherTarget | null): TargetRow['stretchDisplaced'] =>
  (held?.displaced ?? []).map(({ printed, place, effectiveOn }) => ({ printed, place, from: effectiveOn }));

const inOrder = (revisions: readonly DatedRevision[]): readonly DatedRevision[] =>
  revisions.toSorted((one, other) => one.effectiveOn.localeCompare(other.effectiveOn) || one.document - other.document);

const textOf = (target: AdoptedTarget | undefined): string | null => target?.printed ?? null;

const finalOf = (
  { run, at, by, despite, blockers }: NonNullable<NonNullable<PlanOfYear['record']>['final']>,
  moved: NonNullable<YearView['final']>['moved'],
): NonNullable<YearView['final']> => ({ run, at, by, despite, blockers: [...blockers], moved });
