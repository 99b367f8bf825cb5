import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { CommandName, JobName, MethodInput, MethodName, MethodOutput, QueryName } from '../../shared/contract/contract.ts';
import { CallFailed, type WireError } from '../../shared/contract/wire.ts';
import type { Host } from '../host/host.ts';
import { type Client, createClient, type RunningJob } from './client.ts';
import { type Connection, watchConnection } from './connection.ts';

/** Gives every page below it the calls of the contract, the host and the memory of answers. */
export function ClientProvider({ host, children }: { readonly host: Host; readonly children: ReactNode }): ReactElement {
  const value = useMemo(() => {
    const watched = watchConnection(host);
    return { ...watched, client: createClient(watched.host) };
  }, [host]);
  const [answers] = useState(newAnswerMemory);
  return (
    <QueryClientProvider client={answers}>
      <ClientContext value={value}>{children}</ClientContext>
    </QueryClientProvider>
  );
}

export const useClient = (): Client => useProvided().client;

export const useHost = (): Host => useProvided().host;

/** True from a call the program did not answer until the next one it answers. */
export function useConnectionLost(): boolean {
  const { connection } = useProvided();
  return useSyncExternalStore(connection.subscribe, connection.lost, () => false);
}

export interface CallOptions {
  /** False: not yet. */
  readonly enabled?: boolean;
  /** Shows the answer to the last input until the new one is there, so that a table does not blink. */
  readonly keepPrevious?: boolean;
}

/** The answer of a query of the contract, remembered under its method and input until a command or a job changes something. */
export function useCall<Name extends QueryName>(
  method: Name,
  input: MethodInput<Name>,
  options: CallOptions = {},
): UseQueryResult<MethodOutput<Name>> {
  const client = useClient();
  return useQuery<MethodOutput<Name>>({
    queryKey: [method, input],
    queryFn: () => client.call(method, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData as never } : {}),
  });
}

/** A short call that may change the work; afterwards every remembered answer is asked for again. */
export function useCommand<Name extends CommandName>(method: Name): UseMutationResult<MethodOutput<Name>, Error, MethodInput<Name>> {
  const client = useClient();
  const answers = useQueryClient();
  return useMutation({
    mutationFn: (input: MethodInput<Name>) => client.call(method, input),
    onSuccess: () => {
      // Answers about the work before must not be shown for a moment as those of the next.
      if (OPENS_A_WORK.has(method))
        answers.removeQueries({ predicate: (query) => query.queryKey[0] !== 'work.current' && query.getObserversCount() === 0 });
      return answers.invalidateQueries();
    },
    networkMode: 'always',
  });
}

const OPENS_A_WORK: ReadonlySet<MethodName> = new Set<MethodName>(['work.create', 'work.open']);

export interface Job<Name extends JobName> {
  /** Resolves to the output, or to null when the job failed or was cancelled (see `failure`). */
  start(input: MethodInput<Name>): Promise<MethodOutput<Name> | null>;
  readonly running: boolean;
  readonly progress: { readonly fraction: number; readonly stage: string } | null;
  cancel(): void;
  /** Why it ended without a result; CANCELLED after `cancel`. */
  readonly failure: WireError | null;
  reset(): void;
}

interface JobState {
  readonly running: boolean;
  readonly progress: { readonly fraction: number; readonly stage: string } | null;
  readonly failure: WireError | null;
}

const IDLE: JobState = { running: false, progress: null, failure: null };

/** Long work: with progress, and a cancel that really stops it. A second start while one runs cancels the first. */
export function useJob<Name extends JobName>(method: Name): Job<Name> {
  const client = useClient();
  const answers = useQueryClient();
  const [state, setState] = useState<JobState>(IDLE);
  const current = useRef<RunningJob<MethodOutput<Name>> | null>(null);

  const start = useCallback(
    async (input: MethodInput<Name>) => {
      current.current?.cancel();
      setState({ ...IDLE, running: true });
      const job = client.job(method, input, (progress) => {
        if (current.current === job) setState({ running: true, progress, failure: null });
      });
      current.current = job;
      const settle = (next: JobState): void => {
        if (current.current !== job) return;
        current.current = null;
        setState(next);
      };
      try {
        const value = await job.result;
        await answers.invalidateQueries();
        settle(IDLE);
        return value;
      } catch (error) {
        settle({ ...IDLE, failure: failureOf(error) });
        return null;
      }
    },
    [answers, client, method],
  );

  const cancel = useCallback(() => current.current?.cancel(), []);
  const reset = useCallback(() => setState((before) => (before.running ? before : IDLE)), []);
  return { ...state, start, cancel, reset };
}

/** What a failed call has to say. An error that is not an answer of the core (the host is gone) becomes INTERNAL without an id. */
export function failureOf(error: unknown): WireError {
  return error instanceof CallFailed ? error.failure : { code: 'INTERNAL', params: { id: '' } };
}

interface Provided {
  readonly client: Client;
  readonly host: Host;
  readonly connection: Connection;
}

const ClientContext = createContext<Provided | null>(null);

function useProvided(): Provided {
  const provided = useContext(ClientContext);
  if (provided === null) throw new Error('useClient outside of ClientProvider');
  return provided;
}

/** The core is on this machine: it answers without a network, a failed call fails again, and only our own commands change its data. */
function newAnswerMemory(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { retry: false, networkMode: 'always', refetchOnWindowFocus: false, staleTime: 60_000 } },
  });
}
