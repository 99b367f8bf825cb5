import { expect, test } from 'vitest';
import { createAnswerers, type Loadable } from '../../../../main/api/features.ts';

interface Held {
  readonly feature: Loadable;
  loads: number;
  go(): void;
  fail(): void;
}

/** A feature whose sources come when the test lets them. */
function held(name: string): Held {
  const gate = Promise.withResolvers<void>();
  const made: Held = {
    loads: 0,
    go: () => gate.resolve(),
    fail: () => gate.reject(new Error(`${name} cannot be read`)),
    feature: {
      names: [name],
      load: async () => {
        made.loads += 1;
        await gate.promise;
        return { methods: { [name]: { kind: 'query' } }, handlers: { [name]: () => name } };
      },
    },
  };
  return made;
}

test('nothing is loaded before it is called, and then once', async () => {
  const [left, right] = [held('left.show'), held('right.show')];
  const answerers = createAnswerers([left.feature, right.feature]);
  expect([answerers.has('left.show'), answerers.has('left.hide'), answerers.has('toString')]).toEqual([true, false, false]);
  expect([left.loads, right.loads]).toEqual([0, 0]);
  left.go();
  const first = answerers.of('left.show');
  expect(first).toBeInstanceOf(Promise);
  const { method, handler } = await first;
  expect(method).toEqual({ kind: 'query' });
  expect(answerers.of('left.show')).toEqual({ method, handler });
  expect([left.loads, right.loads]).toEqual([1, 0]);
});

test('calls begin in the order in which they came, also one whose feature is there before that of the call in front', async () => {
  const [slow, quick] = [held('slow.show'), held('quick.show')];
  const answerers = createAnswerers([slow.feature, quick.feature]);
  quick.go();
  await answerers.of('quick.show');
  const begun: string[] = [];
  const call = async (name: string): Promise<void> => {
    const found = answerers.of(name);
    if (found instanceof Promise) await found;
    begun.push(name);
  };
  const calls = ['slow.show', 'quick.show', 'slow.show'].map(call);
  expect(begun).toEqual([]);
  slow.go();
  await Promise.all(calls);
  expect(begun).toEqual(['slow.show', 'quick.show', 'slow.show']);
  await call('quick.show');
  expect(begun.at(-1)).toBe('quick.show');
});

test('a feature that cannot be loaded fails its own call and no other', async () => {
  const [broken, whole] = [held('broken.show'), held('whole.show')];
  const answerers = createAnswerers([broken.feature, whole.feature]);
  whole.go();
  const calls = [answerers.of('broken.show'), answerers.of('whole.show')];
  broken.fail();
  await expect(calls[0]).rejects.toThrow('broken.show cannot be read');
  await expect(calls[1]).resolves.toMatchObject({ method: { kind: 'query' } });
});

test('a name that two features register ends the program at its start', () => {
  expect(() => createAnswerers([held('twice.show').feature, held('twice.show').feature])).toThrow('twice.show is registered twice');
});
