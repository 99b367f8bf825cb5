import type { CoreEvent, Envelope } from '../../../shared/contract/wire.ts';
import type { FromCore, Port, ToCore } from './core-port.ts';

/** The core as a host sees it: the same calls, at the near end of a port. */
export interface HostCore {
  /** `id` is the caller's, must be new, and serves to cancel. */
  call(id: string, method: string, input: unknown): Promise<Envelope<unknown>>;
  cancel(id: string): void;
  /** A grant for a path the user chose. */
  issue(path: string): Promise<string>;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  /** Closes the work and waits until it is closed. */
  close(): Promise<void>;
}

export interface CoreClient extends HostCore {
  /** To be called when the far end has ended by itself: whoever still waits is told so. */
  gone(): void;
}

const GONE: Envelope<never> = { ok: false, error: { code: 'HOST_GONE', params: {} } };

export function connectCore(port: Port<ToCore, FromCore>): CoreClient {
  const calls = new Map<string, PendingCall>();
  const issues = new Map<number, PendingIssue>();
  const listeners = new Set<Listener>();
  let requests = 0;
  let ended = false;
  const closing = Promise.withResolvers<void>();
  const unlessEnded = (message: ToCore): void => {
    if (!ended) port.post(message);
  };

  port.listen(receiver(calls, issues, listeners, () => closing.resolve()));

  return {
    call: (id, method, input) =>
      new Promise((resolve) => {
        if (ended) return void resolve(GONE);
        // A second call under a running call's id would take over the first one's answer.
        if (calls.has(id))
          return void resolve({ ok: false, error: { code: 'INPUT_INVALID', params: { method, path: 'id', problem: 'duplicate' } } });
        calls.set(id, resolve);
        port.post({ kind: 'call', id, method, input });
      }),
    cancel: (id) => unlessEnded({ kind: 'cancel', id }),
    issue: (path) =>
      new Promise((resolve, reject) => {
        if (ended) return void reject(new Error('the core has ended'));
        const request = (requests += 1);
        issues.set(request, { resolve, reject });
        port.post({ kind: 'issue', request, path });
      }),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      unlessEnded({ kind: 'close' });
      return ended ? Promise.resolve() : closing.promise;
    },
    gone() {
      ended = true;
      closing.resolve();
      for (const answer of calls.values()) answer(GONE);
      for (const issue of issues.values()) issue.reject(new Error('the core has ended'));
      calls.clear();
      issues.clear();
    },
  };
}

type PendingCall = (envelope: Envelope<unknown>) => void;
type Listener = (event: CoreEvent) => void;
interface PendingIssue {
  resolve(grant: string): void;
  reject(error: Error): void;
}

/** Hands what the far end sends to whoever waits for it. */
function receiver(
  calls: Map<string, PendingCall>,
  issues: Map<number, PendingIssue>,
  listeners: ReadonlySet<Listener>,
  closed: () => void,
): (message: FromCore) => void {
  return (message) => {
    switch (message.kind) {
      case 'answer':
        calls.get(message.id)?.(message.envelope);
        calls.delete(message.id);
        return;
      case 'event':
        for (const listener of listeners) listener(message.event);
        return;
      case 'issued':
        issues.get(message.request)?.resolve(message.grant);
        issues.delete(message.request);
        return;
      case 'closed':
        closed();
    }
  };
}
