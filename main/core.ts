import type { MethodInput, MethodName, MethodOutput } from '../shared/contract/contract.ts';
import type { CoreEvent, Envelope } from '../shared/contract/wire.ts';
import { dispatch as dispatchCall } from './api/dispatch.ts';
import { createGrants, type Grants } from './api/grants.ts';
import type { Session } from './api/handler.ts';
import type { OpenedWork } from './db/open.ts';
import { createPrinter } from './documents/pdf/printer.ts';
import { createJobContext } from './jobs/progress.ts';
import type { Actor, ServiceEnvironment } from './services/context.ts';
import { createFileReader } from './services/monitoring/receiving/file-reader.ts';
import { createPreviewStore } from './services/preview-store.ts';
import { createTableReader } from './services/reading/table-reader.ts';

/** Everything the core cannot know by itself. It never asks where it runs. */
export interface CoreEnvironment extends ServiceEnvironment {
  /** Milliseconds of a steady clock, for the pace of progress reports. */
  steadyNow(): number;
  /** A new unique id. */
  newId(): string;
  /** Who is at work: the person the host speaks for where a call names nobody. */
  userName(): string;
  /** Keeps the details of an unknown error under its id; they never leave main. */
  log(id: string, error: unknown): void;
}

export interface Core {
  readonly grants: Grants;
  /** One call, from any transport; `id` is the caller's and serves to cancel it, `actor` who makes it (the user of the machine without it). */
  dispatch(id: string, method: string, input: unknown, actor?: Actor): Promise<Envelope<unknown>>;
  /** The same, typed by the contract, for callers in this process. */
  call<Name extends MethodName>(method: Name, input: MethodInput<Name>, id?: string): Promise<Envelope<MethodOutput<Name>>>;
  cancel(id: string): void;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  close(): void;
}

/** Composition root. */
export function createCore(environment: CoreEnvironment): Core {
  const grants = createGrants();
  const listeners = new Set<(event: CoreEvent) => void>();
  const running = new Map<string, AbortController>();
  const parts = createParts();
  let open: OpenedWork | null = null;
  const adopt = (work: OpenedWork | null): void => {
    open?.close();
    open = work;
    parts.previewed.clear();
  };

  const session: Session = {
    environment,
    grants,
    parts,
    get open() {
      return open;
    },
    adopt,
  };

  const logUnknown = (error: unknown): string => {
    const id = environment.newId();
    environment.log(id, error);
    return id;
  };

  async function dispatch(
    id: string,
    method: string,
    input: unknown,
    actor: Actor = { name: environment.userName() },
  ): Promise<Envelope<unknown>> {
    const abort = new AbortController();
    running.set(id, abort);
    const job = createJobContext(id, abort.signal, environment.steadyNow, (payload) => {
      for (const listener of listeners) listener({ name: 'progress', payload });
    });
    try {
      return await dispatchCall({ session, logUnknown }, { method, input, job }, actor);
    } finally {
      running.delete(id);
    }
  }

  return {
    grants,
    dispatch,
    call: (method, input, id = environment.newId()) => dispatch(id, method, input) as Promise<Envelope<never>>,
    cancel: (id) => running.get(id)?.abort(),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      adopt(null);
      for (const threads of [parts.printer, parts.tables, parts.reader]) threads.close();
    },
  };
}

const createParts = (): Session['parts'] => ({
  previewed: createPreviewStore(),
  printer: createPrinter(),
  tables: createTableReader(),
  reader: createFileReader(),
});
