import type { Method } from '../../shared/contract/method.ts';
import type { Handler } from './handler.ts';
import { FEATURES } from './handlers/all.ts';

/** A method as it is called: its entry in the contract, and what answers. */
export interface Answerer {
  readonly method: Method;
  readonly handler: Handler<Method>;
}

/** As much of a feature as finding and loading it takes. */
export interface Loadable {
  readonly names: readonly string[];
  load(): Promise<{ readonly methods: object; readonly handlers: object }>;
}

export interface Answerers {
  has(name: string): boolean;
  /** At once where the feature is loaded; where not, it is loaded first, and calls that come meanwhile begin after those before them. */
  of(name: string): Answerer | Promise<Answerer>;
}

/** What answers the calls of the contract; the sources of a feature are read when its first call comes. A name registered twice ends the program at its start. */
export function createAnswerers(features: readonly Loadable[] = FEATURES): Answerers {
  const featureOf = byName(features);
  const loaded = new Map<string, Answerer>();
  let begun: Promise<unknown> = Promise.resolve();
  let pending = 0;

  async function load(name: string, before: Promise<unknown>): Promise<Answerer> {
    pending += 1;
    try {
      // One that could not be loaded is its own caller's trouble.
      await before.catch(() => undefined);
      const { methods, handlers } = (await featureOf.get(name)?.load()) ?? { methods: {}, handlers: {} };
      for (const [own, handler] of Object.entries(handlers) as [string, Answerer['handler']][])
        loaded.set(own, { method: methods[own as keyof typeof methods] as Method, handler });
      return loaded.get(name) ?? nobody(name);
    } finally {
      pending -= 1;
    }
  }

  return {
    has: (name) => featureOf.has(name),
    of(name) {
      const ready = loaded.get(name);
      if (ready !== undefined && pending === 0) return ready;
      const own = load(name, begun);
      begun = own;
      return own;
    },
  };
}

/** Of this process: what is loaded for one core is there for all. */
export const answerers = createAnswerers();

function byName(features: readonly Loadable[]): ReadonlyMap<string, Loadable> {
  const made = new Map<string, Loadable>();
  for (const feature of features) {
    for (const name of feature.names) {
      if (made.has(name)) throw new Error(`${name} is registered twice`);
      made.set(name, feature);
    }
  }
  return made;
}

function nobody(name: string): never {
  throw new Error(`${name} is registered by a feature that does not answer it`);
}
