import type { CoreEvent, Envelope } from '../../../shared/contract/wire.ts';

/** What a host says to the core that runs in a thread or process of its own. */
export type ToCore =
  | { readonly kind: 'call'; readonly id: string; readonly method: string; readonly input: unknown }
  | { readonly kind: 'cancel'; readonly id: string }
  | { readonly kind: 'issue'; readonly request: number; readonly path: string }
  | { readonly kind: 'close' };

/** What the core answers. */
export type FromCore =
  | { readonly kind: 'answer'; readonly id: string; readonly envelope: Envelope<unknown> }
  | { readonly kind: 'event'; readonly event: CoreEvent }
  | { readonly kind: 'issued'; readonly request: number; readonly grant: string }
  | { readonly kind: 'closed' };

/** One end of the way between the two: a worker thread's port or a utility process. */
export interface Port<Out, In> {
  post(message: Out): void;
  listen(listener: (message: In) => void): void;
}
