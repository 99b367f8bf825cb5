import type { YearView } from '../../../shared/contract/years.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import { targetText } from '../../../shared/domain/plan/target.ts';
import {
  type ChosenTarget,
  type Opening,
  type OpeningChange,
  type YearDecision,
  yearRecord,
} from '../../../shared/domain/plan/years/opening.ts';
import { presentPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { chosenTargetText, roundName, roundText, schemeVersionText, unitsMovedText } from '../../../shared/text/year-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { readDocuments } from '../plan/plan-documents.ts';
import { schemeOfVersion, shownTitle } from '../schemes/scheme-acts.ts';

export type ToldChange = YearView['history'][number]['changes'][number];

/** 改动: what each decision of a year changed of it, before and after; decisions oldest first. Only 调整 changes something. */
export function toldChanges(db: ReadHandle, decisions: readonly YearDecision[]): readonly (readonly ToldChange[])[] {
  const names = namesOf(db);
  return decisions.map((decision, index) => {
    const before = decision.act === 'change' ? yearRecord(decisions.slice(0, index)) : null;
    const after = before === null ? null : yearRecord(decisions.slice(0, index + 1));
    if (decision.act !== 'change' || before === null || after === null) return [];
    return changesBetween(before.opening, after.opening, decision.content, names);
  });
}

interface Names {
  readonly unit: (id: string) => string;
  readonly measure: (id: string) => string;
  readonly document: (id: number) => string;
  readonly scheme: (opening: Opening) => string | null;
}

function namesOf(db: ReadHandle): Names {
  const documents = readDocuments(db);
  const plan = presentPlan(documents);
  const units = new Map(plan.units.map(({ id, name }) => [id, name]));
  const measures = new Map(measuresOf(plan).map(({ id, name }) => [id, name]));
  return {
    unit: (id) => units.get(id) ?? id,
    measure: (id) => `${id} ${measures.get(id) ?? ''}`.trim(),
    document: (id) => documents.find((document) => document.id === id)?.number ?? String(id),
    scheme: ({ scheme, schemeVersion }) => {
      const stored = scheme === null || schemeVersion === null ? null : schemeOfVersion(db, scheme, schemeVersion);
      return stored === null ? scheme : schemeVersionText(shownTitle(db, stored), stored.number);
    },
  };
}

function changesBetween(before: Opening, after: Opening, content: OpeningChange, names: Names): ToldChange[] {
  const single = (part: ToldChange['part'], of: (opening: Opening) => string | null): ToldChange[] =>
    pairOf({ part, subject: '' }, of(before), of(after));
  return [
    ...(content.list === undefined ? [] : single('list', ({ list }) => (list === null ? null : names.document(list)))),
    ...(content.scheme === undefined ? [] : single('scheme', names.scheme)),
    ...(content.due === undefined ? [] : single('due', ({ due }) => due)),
    ...(content.rounds === undefined ? [] : single('rounds', ({ rounds }) => rounds.map(roundText).join('、'))),
    ...(content.roundsDue === undefined ? [] : roundChanges(before.roundsDue, after.roundsDue)),
    ...(content.units === undefined ? [] : unitChanges(before.units, after.units, names)),
    ...(content.targets === undefined ? [] : targetChanges(before.targets, after.targets, names)),
  ];
}

const pairOf = (head: Pick<ToldChange, 'part' | 'subject'>, before: string | null, after: string | null): ToldChange[] =>
  before === after ? [] : [{ ...head, before, after }];

function roundChanges(before: Opening['roundsDue'], after: Opening['roundsDue']): ToldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted((one, other) => one.localeCompare(other));
  return keys.flatMap((key) => pairOf({ part: 'roundsDue', subject: roundName(key) }, before[key] ?? null, after[key] ?? null));
}

function unitChanges(before: readonly string[], after: readonly string[], names: Names): ToldChange[] {
  const without = (these: readonly string[], those: readonly string[]): string[] =>
    these.filter((id) => !those.includes(id)).map(names.unit);
  const moved = { added: without(after, before), removed: without(before, after) };
  if (moved.added.length + moved.removed.length === 0) return [];
  return [{ part: 'units', subject: '', before: unitsMovedText(before.length), after: unitsMovedText(after.length, moved) }];
}

function targetChanges(before: readonly ChosenTarget[], after: readonly ChosenTarget[], names: Names): ToldChange[] {
  const textOf = (list: readonly ChosenTarget[], measure: string): string | null => {
    const chosen = list.find((one) => one.measure === measure);
    return chosen === undefined
      ? null
      : chosenTargetText(chosen.source, chosen.target === null ? null : targetText(chosen.target), chosen.fromYears);
  };
  const measures = [...new Set([...before, ...after].map(({ measure }) => measure))];
  return measures.flatMap((measure) =>
    pairOf({ part: 'targets', subject: names.measure(measure) }, textOf(before, measure), textOf(after, measure)),
  );
}
