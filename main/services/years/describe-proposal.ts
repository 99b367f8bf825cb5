import type { YearProposal } from '../../../shared/contract/years.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import { targetText } from '../../../shared/domain/plan/target.ts';
import type { NamedUnits, Unit } from '../../../shared/domain/plan/unit-schema.ts';
import { unitKindOf } from '../../../shared/domain/plan/unit-schema.ts';
import type { ChosenTarget } from '../../../shared/domain/plan/years/opening.ts';
import { newestList } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSchemes, type StoredScheme } from '../../db/queries/schemes.ts';
import { shownTitle } from '../schemes/scheme-acts.ts';
import { type OpeningRequest, proposedPlan, proposeYear, type TargetQuestion } from './propose-year.ts';
import { documentsWith } from './year-list.ts';

/** What opening a year would decide, in words: shown before it is done. */
export function describeProposal(db: ReadHandle, request: OpeningRequest): YearProposal {
  const { opening, questions, remarks } = proposeYear(db, request);
  const plan = proposedPlan(db, request);
  const names = new Map(measuresOf(plan).map((measure) => [measure.id, measure.name]));
  const documents = documentsWith(db, request.newList);
  const list = newestList(documents, request.year);
  const number = documents.find(({ id }) => id === list?.document)?.number ?? '';
  const scheme = selectSchemes(db).find(({ id, version }) => id === opening.scheme && version === opening.schemeVersion);
  const units = plan.units.filter((unit) => opening.units.includes(unit.id));
  return {
    year: request.year,
    list: list === null ? null : { title: list.list.title, items: list.list.items.length, document: number },
    scheme: scheme === undefined ? null : schemeHead(db, scheme),
    due: opening.due,
    rounds: opening.rounds,
    units: unitsByKind(plan, units),
    unasked: plan.units.filter((unit) => !units.includes(unit)).map(({ name }) => name),
    chosen: opening.targets.map(({ measure, source, target, fromYears }) => ({
      measure,
      name: names.get(measure) ?? measure,
      source,
      printed: target === null ? null : targetText(target),
      fromYears,
    })),
    questions: questions.map(describeQuestion),
    remarks: [...remarks],
    listFindings: [...(request.newList?.findings ?? [])],
  };
}

export const describeQuestion = ({ measure, carry, interpolate }: TargetQuestion): YearProposal['questions'][number] => ({
  measure: measure.id,
  name: measure.name,
  unit: measure.unit,
  carry: optionOf(carry),
  interpolate: optionOf(interpolate),
});

/** Units under the name of their kind, kinds in the plan's order. */
export function unitsByKind(plan: Pick<NamedUnits, 'unitKinds'>, units: readonly Unit[]): YearProposal['units'] {
  const groups = Map.groupBy(units, (unit) => unitKindOf(plan, unit).name);
  return [...groups].map(([kind, ofKind]) => ({ kind, names: ofKind.map((unit) => unit.name) }));
}

export const schemeHead = (db: ReadHandle, stored: StoredScheme): NonNullable<YearProposal['scheme']> => ({
  id: stored.id,
  number: stored.number,
  title: shownTitle(db, stored),
  shape: stored.kind === 'scoring' ? 'annual' : 'rules',
});

const optionOf = (choice: ChosenTarget | null): { printed: string; fromYears: number[] } | null =>
  choice === null || choice.target === null ? null : { printed: targetText(choice.target), fromYears: choice.fromYears };
