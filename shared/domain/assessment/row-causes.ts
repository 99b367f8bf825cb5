import type { ScoreFigure, ScoreRow, SourceRef } from './types.ts';

/** Why something differs between two results; shared/text makes the sentence. */
export interface Cause {
  readonly code:
    | 'valueNew'
    | 'valueGone'
    | 'valueChanged'
    | 'targetNew'
    | 'targetGone'
    | 'targetChanged'
    | 'consentGiven'
    | 'consentGone'
    | 'rowNew'
    | 'rowGone'
    | 'max'
    | 'scheme'
    | 'engine'
    | 'schemeVersion'
    | 'planVersion'
    | 'subjectNew'
    | 'subjectGone'
    | 'returnNew'
    | 'returnGone'
    | 'penaltyNew'
    | 'penaltyGone'
    | 'penaltyChanged'
    | 'others'
    | 'settings'
    | 'engineVersion'
    | 'noticeNew'
    | 'noticeGone'
    | 'adjusted';
  readonly params: Readonly<Record<string, string>>;
}

/** What makes a row differ; empty where nothing that counts does. The same value from another file or another version of a return is no difference. */
export function rowCauses(before: ScoreRow | undefined, after: ScoreRow | undefined, schemeDiffers: boolean): Cause[] {
  if (before === undefined) return after === undefined ? [] : [{ code: 'rowNew', params: {} }];
  if (after === undefined) return [{ code: 'rowGone', params: {} }];
  const causes: Cause[] = figurePairs(before, after).flatMap(([then, now]) => [
    ...valueCauses(then, now),
    ...targetCauses(then, now),
    ...consentCauses(then, now),
  ]);
  if (before.max !== after.max)
    causes.push({ code: 'max', params: { before: before.max, after: after.max, ...(schemeDiffers ? { scheme: 'changed' } : {}) } });
  if (causes.length > 0) return causes;
  const moved = before.points !== after.points || before.state !== after.state;
  return moved ? [{ code: schemeDiffers ? 'scheme' : 'engine', params: {} }] : [];
}

type Pair = readonly [ScoreFigure | undefined, ScoreFigure | undefined];

function figurePairs(before: ScoreRow, after: ScoreRow): Pair[] {
  const ids = [...new Set([...before.figures, ...after.figures].map(({ id }) => id))];
  return ids.map((id) => [before.figures.find((figure) => figure.id === id), after.figures.find((figure) => figure.id === id)]);
}

function valueCauses(before: ScoreFigure | undefined, after: ScoreFigure | undefined): Cause[] {
  const [then, now] = [before, after].map((figure) => (figure === undefined ? null : valueOf(figure))) as [Value | null, Value | null];
  if (then?.shown === now?.shown && then?.exact === now?.exact) return [];
  // 待定 or no longer judged: the value is still there, and the change of the target says why nothing is made of it.
  if ((then === null && isUntargeted(before)) || (now === null && isUntargeted(after))) return [];
  const named = after ?? before;
  const params = {
    figure: named?.name ?? '',
    unit: named?.unit ?? '',
    ...(then === null ? {} : { before: then.shown, exactBefore: then.exact }),
    ...(now === null ? {} : { after: now.shown, exactAfter: now.exact }),
    ...cellParams(before?.sources ?? [], after?.sources ?? []),
  };
  return [{ code: then === null ? 'valueNew' : now === null ? 'valueGone' : 'valueChanged', params }];
}

const isUntargeted = (figure: ScoreFigure | undefined): boolean =>
  figure !== undefined && UNTARGETED.has(figure.rule.params['reason'] ?? '');

const UNTARGETED: ReadonlySet<string> = new Set(['pending', 'noTarget']);

interface Value {
  /** A number or a date as judged, else a status. */
  readonly shown: string;
  /** Unrounded; of a status or a date the same. */
  readonly exact: string;
}

function valueOf({ judgedValue, exactValue, state, rule: { params } }: ScoreFigure): Value | null {
  const shown = judgedValue ?? params['status'] ?? (state === 'noOccurrence' ? state : null);
  return shown === null ? null : { shown, exact: exactValue ?? shown };
}

/** The first cell whose content differs; the last known one where the value is gone. */
function cellParams(before: readonly SourceRef[], after: readonly SourceRef[]): Readonly<Record<string, string>> {
  const same = (one: SourceRef, other: SourceRef): boolean => one.unitId === other.unitId && one.field === other.field;
  const now = after.find((source) => !before.some((other) => same(source, other) && other.raw === source.raw));
  const then =
    now === undefined ? before.find((source) => !after.some((other) => same(source, other))) : before.find((other) => same(now, other));
  const place = now ?? then;
  if (place === undefined) return {};
  return {
    file: place.file,
    sheet: place.sheet,
    cell: place.cell,
    ...(then === undefined ? {} : { rawBefore: then.raw }),
    ...(now === undefined ? {} : { rawAfter: now.raw }),
  };
}

/** 同意不涉及: given since, or no longer there. */
function consentCauses(before: ScoreFigure | undefined, after: ScoreFigure | undefined): Cause[] {
  const [then, now] = [before?.rule.params['consentBy'], after?.rule.params['consentBy']];
  if ((then === undefined) === (now === undefined)) return [];
  const { consentReason = '' } = (now === undefined ? before : after)?.rule.params ?? {};
  return [{ code: now === undefined ? 'consentGone' : 'consentGiven', params: { by: now ?? then ?? '', reason: consentReason } }];
}

function targetCauses(before: ScoreFigure | undefined, after: ScoreFigure | undefined): Cause[] {
  const [then, now] = [before?.target ?? null, after?.target ?? null];
  if (then === now) return [];
  const from = after?.targetFrom ?? null;
  const params = {
    figure: (after ?? before)?.name ?? '',
    unit: (after ?? before)?.unit ?? '',
    ...(then === null ? {} : { before: then }),
    ...(now === null ? {} : { after: now }),
    ...(from === null ? {} : { from }),
    ...(after?.rule.params['reason'] === 'pending' ? { pending: 'true' } : {}),
  };
  return [{ code: then === null ? 'targetNew' : now === null ? 'targetGone' : 'targetChanged', params }];
}
