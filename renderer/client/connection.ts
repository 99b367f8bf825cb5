import type { Host } from '../host/host.ts';

/** Whether the program behind the page still answers. */
export interface Connection {
  lost(): boolean;
  subscribe(listener: () => void): () => void;
}

/** The same host, with a memory of whether its last answer came through: any call that does ends a break. */
export function watchConnection(host: Host): { readonly host: Host; readonly connection: Connection } {
  const listeners = new Set<() => void>();
  let lost = false;
  const note = (next: boolean): void => {
    if (next === lost) return;
    lost = next;
    for (const listener of listeners) listener();
  };
  const call: Host['call'] = async (id, method, input) => {
    try {
      const answer = await host.call(id, method, input);
      note(!answer.ok && answer.error.code === 'HOST_GONE');
      return answer;
    } catch (error) {
      // A host answers with an envelope; one that throws is not there.
      note(true);
      throw error;
    }
  };
  const connection: Connection = {
    lost: () => lost,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { host: { ...host, call }, connection };
}
