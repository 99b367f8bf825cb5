import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { checkPlaceText } from '../../../shared/text/check-text.ts';
import type { EventRow } from '../../db/event-chain.ts';
import { contentHash } from '../files.ts';

/** What an event says that there is: what it is, in words, and the rest of it. */
export interface Logged {
  readonly place: string;
  readonly content: string;
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
