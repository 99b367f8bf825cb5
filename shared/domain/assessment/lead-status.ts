import type { TaskStatus } from '../returns/types.ts';
import type { ReturnsContext } from './context.ts';
import { rejectedOf, rowAnswers, saysExempt } from './exemption.ts';
import { type MissingReading, unsettled } from './measure-value.ts';
import type { Consent, StoredAnswer } from './types.ts';

/** 完成状态 that has a share of the points. */
export type JudgedStatus = Exclude<TaskStatus, 'notApplicable'>;

export type StatusReading =
  | { readonly kind: 'stated'; readonly status: JudgedStatus; readonly answer: StoredAnswer }
  | { readonly kind: 'exempt'; readonly consent: Consent; readonly answer: StoredAnswer }
  | MissingReading;

export interface StatusRow {
  readonly id: string;
  /** A row whose 不涉及 is said of this one too where it is left blank: the task of a figure. */
  readonly coveredBy?: string;
}

/** The 完成状态 of the first lead; where it has said nothing, that of the next one that gives it. */
export function readStatus(row: StatusRow, unitIds: readonly string[], context: ReturnsContext): StatusReading {
  const readings = unitIds.map((unitId) => ownStatus(row, unitId, context));
  const [first] = readings;
  if (first !== undefined && decides(first)) return first;
  const stated = readings.find((reading) => reading.kind === 'stated');
  const exempt = readings.find((reading) => reading.kind === 'exempt');
  const answered = readings.find((reading) => reading.kind === 'missing' && reading.sources.length > 0);
  return stated ?? exempt ?? answered ?? unanswered(unitIds, context);
}

/** Whether what the first lead says holds, whatever the others say: a status, an error, 不涉及 that is new. */
export const decides = (reading: StatusReading): boolean =>
  reading.kind === 'stated' || (reading.kind === 'exempt' ? !reading.consent.asBefore : !reading.handsOver);

export function ownStatus({ id, coveredBy }: StatusRow, unitId: string, context: ReturnsContext): StatusReading {
  const answers = rowAnswers(unitId, id, context);
  const rejected = rejectedOf(answers);
  if (rejected.length > 0) return unsettled(rejected, unitId);
  const status = context.answer(unitId, id, 'status');
  if (status?.value.kind === 'status' && status.value.value !== 'notApplicable')
    return { kind: 'stated', status: status.value.value, answer: status };
  const own = [status, ...(status === undefined ? onlyStandIns(answers) : [])].find(saysExempt);
  const covering = coveredBy === undefined ? undefined : context.answer(unitId, coveredBy, 'status');
  if (own !== undefined) return requested(id, own, context);
  if (coveredBy !== undefined && covering !== undefined && saysExempt(covering)) return requested(coveredBy, covering, context);
  return {
    kind: 'missing',
    reason: context.returnOf(unitId) === undefined ? 'noReturn' : 'noAnswer',
    unitId,
    sources: [],
    handsOver: true,
  };
}

/** 不涉及 beside a blank status speaks for the row unless another cell says something else. */
const onlyStandIns = (answers: readonly StoredAnswer[]): readonly StoredAnswer[] => (answers.every(saysExempt) ? answers : []);

function requested(rowId: string, answer: StoredAnswer, context: ReturnsContext): StatusReading {
  const consent = context.consentTo(answer.unitId, rowId);
  if (consent !== undefined) return { kind: 'exempt', consent, answer };
  return { kind: 'missing', reason: 'exemptionAsked', unitId: answer.unitId, sources: [answer.source], handsOver: false };
}

/** Nobody has said anything: whose it is are all of them. */
function unanswered(unitIds: readonly string[], context: ReturnsContext): MissingReading {
  const reason = unitIds.some((unitId) => context.returnOf(unitId) !== undefined) ? 'noAnswer' : 'noReturn';
  return { kind: 'missing', reason, unitId: '', sources: [], handsOver: true };
}
