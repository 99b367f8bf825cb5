import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { checkPlaceText } from '../../../shared/text/check-text.ts';
import type { EventRow } from '../../db/event-chain.ts';
import { contentHash } from '../files.ts';

/** What an event says that there is: what it is, in words, and the rest of it. */
export interface Logged {
  readonly place: string;
  readonly content: string;
  /** When, where it decides something and the event tells it. */
  readonly at?: string | undefined;
}

/** A row as an event would tell it. */
export interface Row extends Logged {
  /** When it was stored, where it may be from before the chain of events began; null for one that always has an event. */
  readonly older: string | null;
}

/** What the event of a new work tells of the plan and of what came in with it; in works from before it did, the plan's version alone. */
export interface CreatedWork {
  readonly planVersion: string | null;
  readonly by: string;
  readonly opening: { readonly year: number; readonly content: unknown } | null;
  /** Null where the event does not tell them. */
  readonly schemes: readonly Readonly<Record<string, unknown>>[] | null;
}

export function createdWork(events: readonly LoggedEvent[]): CreatedWork {
  const detail = events.find(({ kind }) => kind === 'work.create')?.detail ?? {};
  const { planVersion, by, opening, schemes } = detail;
  return {
    planVersion: typeof planVersion === 'string' ? planVersion : null,
    by: text(by),
    opening: isRecord(opening) ? { year: Number(opening['year']), content: opening['content'] } : null,
    schemes: Array.isArray(schemes) ? schemes.filter(isRecord) : null,
  };
}

export type LoggedEvent = Omit<EventRow, 'detail' | 'after'> & {
  readonly detail: Readonly<Record<string, unknown>>;
  readonly after: unknown;
};

/** 方案文件 that events say were stored: adjustments of targets, imported books, lists with which a year was opened. */
export function loggedDocuments(events: readonly LoggedEvent[]): Logged[] {
  return events.flatMap(({ kind, detail, after, reason, actor }): Logged[] => {
    if (kind === 'plan.import') return [logged(detail, { ...detail, reason: text(detail['reason']), actor: text(detail['actor']) })];
    const by = { reason: reason ?? '', actor: actor ?? '' };
    if (kind === 'targets.revise' || kind === 'targets.import')
      return [logged(adjustment(detail), { ...by, version: contentHash({ targets: after }) })];
    const list = detail['document'];
    return kind === 'year.open' && isRecord(list) ? [logged(list, { ...by, version: list['version'] })] : [];
  });
}

function adjustment({ document, title, issued, from }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { kind: 'adjustment', number: document, title: title ?? document, issuedOn: issued ?? from, effectiveOn: from };
}

const logged = (head: Readonly<Record<string, unknown>>, rest: Readonly<Record<string, unknown>>): Logged => ({
  place: checkPlaceText.document({
    kind: text(head['kind']),
    number: text(head['number']),
    title: text(head['title']),
    issuedOn: text(head['issuedOn']),
    effectiveOn: text(head['effectiveOn']),
  }),
  content: canonicalJson({ version: rest['version'], reason: rest['reason'], actor: rest['actor'] }),
});

/** What the content of the plan says of itself. */
export function planHead(content: unknown): object {
  const { document } = content as { readonly document: Readonly<Record<string, string>> };
  const { number, title, date } = document;
  return { kind: 'plan', number, title, issuedOn: date, effectiveOn: date };
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const listTitle = (content: unknown): unknown => (isRecord(content) && isRecord(content['list']) ? content['list']['title'] : null);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
