import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts';
import { type Envelope, valueOf } from '../../shared/contract/wire.ts';
import type { Host } from '../host/host.ts';

export interface RunningJob<Value> {
  readonly id: string;
  readonly result: Promise<Value>;
  cancel(): void;
}

/** The contract as typed functions over any host. */
export interface Client {
  call<Name extends MethodName>(method: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>;
  /** Long work: progress comes through `onProgress`, `cancel` really stops it. */
  job<Name extends MethodName>(
    method: Name,
    input: MethodInput<Name>,
    onProgress: (progress: { fraction: number; stage: string }) => void,
  ): RunningJob<MethodOutput<Name>>;
}

export function createClient(host: Host, newId: () => string = () => crypto.randomUUID()): Client {
  const job: Client['job'] = (method, input, onProgress) => {
    const id = newId();
    const stopListening = host.onEvent((event) => {
      if (event.name === 'progress' && event.payload.id === id) onProgress(event.payload);
    });
    const answer = host.call(id, method, input) as Promise<Envelope<MethodOutput<typeof method>>>;
    return { id, result: answer.then(valueOf).finally(stopListening), cancel: () => host.cancel(id) };
  };
  return { job, call: (method, input) => job(method, input, () => undefined).result };
}
