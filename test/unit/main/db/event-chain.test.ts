import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainProblem, eventHash, type EventRow, GENESIS } from '../../../../main/db/event-chain.ts';

/** A chain of so many events behind some that are older than it. */
function chain(count: number, old = 0): EventRow[] {
  const events: EventRow[] = [];
  for (let id = 1; id <= old + count; id += 1) {
    const first = id === old + 1;
    const kind = !first || id <= old ? 'plan.decide' : old === 0 ? 'work.create' : 'work.migrate';
    const entry: EventRow = {
      id,
      at: '2025-02-10T09:00:00+08:00',
      kind,
      detail: kind === 'work.migrate' ? JSON.stringify({ digest: 'a'.repeat(64) }) : '{}',
      actor: '张三',
      reason: null,
      subject: null,
      before: null,
      after: null,
      prevHash: id <= old ? null : first ? GENESIS : (events.at(-1)?.hash ?? null),
      hash: null,
    };
    events.push(id <= old ? { ...entry, actor: null } : { ...entry, hash: eventHash(entry) });
  }
  return events;
}

test('a chain holds from work.create, and from work.migrate behind older events', () => {
  expect(chainProblem(chain(5))).toBeNull();
  expect(chainProblem(chain(5, 3))).toBeNull();
});

test('any change of any event is found at that event or the next', () => {
  const keys = ['at', 'kind', 'detail', 'actor', 'reason', 'subject', 'before', 'after'] as const;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.constantFrom(...keys), fc.boolean(), (index, key, rehashed) => {
      const events = chain(6).map((event, position) => {
        if (position !== index) return event;
        const changed = { ...event, [key]: '{"changed":1}' };
        return rehashed ? { ...changed, hash: eventHash(changed) } : changed;
      });
      const found = chainProblem(events);
      // The last event can be written anew with its hash: nothing stands behind it that would notice.
      if (rehashed && index === 5) return;
      expect(found?.id).toBe(rehashed && !(index === 0 && key === 'kind') ? index + 2 : index + 1);
    }),
  );
});

test('an event taken away, put in between, or without a hash is found', () => {
  expect(chainProblem(chain(5).toSpliced(2, 1))).toMatchObject({ id: 4, problem: 'link' });
  expect(chainProblem(chain(5).slice(1))).toMatchObject({ id: 2, problem: 'link' });
  expect(chainProblem(chain(5).map((event) => (event.id === 4 ? { ...event, hash: null } : event)))).toMatchObject({
    id: 4,
    problem: 'unchained',
  });
  expect(chainProblem(chain(0, 3))).toMatchObject({ id: 0, problem: 'beginning' });
  expect(chainProblem([])).toMatchObject({ problem: 'beginning' });
  // A chain of an older work without the digest of what it held.
  const without = chain(1, 2).map((event) => (event.hash === null ? event : { ...event, detail: '{}' }));
  expect(chainProblem(without.map((event) => (event.hash === null ? event : { ...event, hash: eventHash(event) })))).toMatchObject({
    id: 3,
    problem: 'beginning',
  });
});
