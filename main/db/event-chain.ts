import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';

/** An event (操作记录) as its row holds it; before, after and detail are JSON text. */
export interface EventRow {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly detail: string;
  readonly actor: string | null;
  readonly reason: string | null;
  readonly subject: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly prevHash: string | null;
  /** Null for an event that was stored before events were chained. */
  readonly hash: string | null;
}

/** What the first chained event names as the hash before it. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 of the canonical JSON of all other columns, the hash before it among them: nobody changes one event and leaves the rest. */
export const eventHash = ({ hash: _hash, ...entry }: EventRow): string => createHash('sha256').update(canonicalJson(entry)).digest('hex');

export interface ChainProblem {
  /** 0 where no event at all begins the chain. */
  readonly id: number;
  readonly kind: string;
  readonly problem: 'hash' | 'link' | 'unchained' | 'beginning';
}

/**
 * The first event at which the chain does not hold; null where it does. A chain begins with work.create, or, after the events of a work that
 * is older than the chain, with work.migrate and the digest of what it held then.
 */
export function chainProblem(events: Iterable<EventRow>): ChainProblem | null {
  let previous: EventRow | null = null;
  let old = 0;
  for (const event of events) {
    const wrong = (problem: ChainProblem['problem']): ChainProblem => ({ id: event.id, kind: event.kind, problem });
    if (event.hash === null) {
      if (previous !== null) return wrong('unchained');
      old += 1;
      continue;
    }
    if (event.hash !== eventHash(event)) return wrong('hash');
    if (event.prevHash !== (previous?.hash ?? GENESIS)) return wrong('link');
    if (previous === null && !begins(event, old)) return wrong('beginning');
    previous = event;
  }
  return previous === null ? { id: 0, kind: '', problem: 'beginning' } : null;
}

function begins({ kind, detail }: EventRow, old: number): boolean {
  if (kind === 'work.create') return old === 0;
  const { digest } = JSON.parse(detail) as { readonly digest?: unknown };
  return kind === 'work.migrate' && typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest);
}
