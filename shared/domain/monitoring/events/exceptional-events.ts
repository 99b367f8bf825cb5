import type { Pollutant } from '../../air/standards/pollutants.ts';
import type { EventKind, EventState } from './event-kinds.ts';

/** What is said of an event (例外事件) when it is entered. */
export interface EventContent {
  readonly kind: EventKind;
  /** Of a kind of its own name that name; else blank. */
  readonly name: string;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  /** Hours as stated, 0 to 24; null: whole days. Days are taken out as a whole either way. */
  readonly hours: { readonly from: number; readonly to: number } | null;
  readonly places: readonly string[] | 'all';
  readonly pollutants: readonly Pollutant[];
  readonly note: string;
}

/** 批准 (or 不予认定): 文号, 批准单位, 批准日期. */
export interface EventApproval {
  readonly number: string;
  readonly office: string;
  readonly date: string | null;
}

/** 证据: a file of the work by its hash, under the name it came with. */
export interface EventEvidence {
  readonly sha256: string;
  readonly name: string;
}

interface Said {
  readonly id: number;
  /** The number of the event: that of the statement that entered it. */
  readonly event: number;
  readonly evidence: readonly EventEvidence[];
  readonly reason: string;
  readonly actor: string;
  readonly at: string;
}

/** undo takes back the act before it that still holds. */
export type EventStatement = Said &
  (
    | { readonly act: 'report'; readonly content: EventContent }
    | { readonly act: 'approve' | 'refuse'; readonly content: EventApproval }
    | { readonly act: 'withdraw' | 'undo'; readonly content: null }
  );

export interface ExceptionalEvent extends EventContent {
  readonly id: number;
  readonly state: EventState;
  /** Of an approved or refused one. */
  readonly approval: EventApproval | null;
  /** Of all acts, each file once. */
  readonly evidence: readonly EventEvidence[];
  /** All that was said of it, oldest first. */
  readonly statements: readonly EventStatement[];
  /** The act that an undo would take back; null where only the entry itself is left. */
  readonly lastAct: 'approve' | 'refuse' | 'withdraw' | null;
}

/** Events as they stand after all that was said of them, in the order in which they were entered. */
export function exceptionalEvents(statements: readonly EventStatement[]): ExceptionalEvent[] {
  return [...Map.groupBy(statements, ({ event }) => event)].flatMap(([id, said]) => {
    const report = said.find((statement) => statement.act === 'report');
    return report === undefined ? [] : [{ id, ...report.content, ...standOf(said), evidence: filesOf(said), statements: said }];
  });
}

function standOf(said: readonly EventStatement[]): Pick<ExceptionalEvent, 'state' | 'approval' | 'lastAct'> {
  const acts: Exclude<EventStatement, { readonly act: 'report' }>[] = [];
  for (const statement of said) {
    if (statement.act === 'undo') acts.pop();
    else if (statement.act !== 'report') acts.push(statement);
  }
  const [last] = acts.slice(-1);
  const lastAct = last === undefined || last.act === 'undo' ? null : last.act;
  return {
    state: lastAct === null ? 'applied' : STATES[lastAct],
    approval: acts.findLast(({ content }) => content !== null)?.content ?? null,
    lastAct,
  };
}

const STATES = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const;

const filesOf = (said: readonly EventStatement[]): EventEvidence[] => [
  ...new Map(said.flatMap(({ evidence }) => evidence.map((file) => [file.sha256, file] as const))).values(),
];

/** Whether a place has the event on a day; one of the whole district is one of every place in it. */
export const touches = ({ from, to, places }: EventContent, placeId: string, date: string): boolean =>
  from <= date && date <= to && (places === 'all' || places.includes(placeId));
