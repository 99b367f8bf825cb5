import type { Client } from '../../../client/client.ts';
import { failureOf } from '../../../client/context.tsx';
import { createHeld, type Held } from '../../../client/held-import.ts';
import { given, proven, tried } from '../../../client/locked-files.ts';
import type { MonitoringAsk } from '../../../../shared/contract/monitoring-import.ts';
import type { ChosenFiles } from '../../../host/host.ts';
import { adoptedHashes, type HourStamp, type ImportState, isBusy, type Preview, sameAsk } from './import-state.ts';

/**
 * One import of monitoring data from choosing the files to the result. It lives outside of the page, so that going to another page and coming
 * back loses neither a running job nor the decisions.
 */
export interface ImportSession {
  state(): ImportState;
  subscribe(listener: () => void): () => void;
  hourStamp(): HourStamp;
  /** Which hour a label names; an open preview is read anew with it. */
  stampHours(hourStamp: HourStamp): Promise<void>;
  /** Files chosen or dropped, added to those of an open preview; null = the choice was cancelled. 'nothing': there were none. */
  receive(chosen: Promise<ChosenFiles | null>): Promise<'done' | 'nothing'>;
  reread(): Promise<void>;
  /** Reads the files of the preview anew with a password (打开密码) more. */
  unlock(word: string): Promise<void>;
  /** 归入: reads the files of the preview anew with a name assigned to a station or a place; null takes that back. */
  assign(station: string, place: string | null): Promise<void>;
  /** Reads the files of the preview anew with a rule for the values of a source; null takes that back. */
  choose(ask: MonitoringAsk, value: string | null): Promise<void>;
  decide(sha256: string, adopt: boolean): void;
  store(): Promise<void>;
  cancel(): void;
  /** Back to the beginning. */
  clear(): void;
}

export interface SessionEnvironment {
  readonly client: Client;
  /** For dates without a year. */
  readonly year: number;
  onStored(): Promise<void>;
}

const IDLE: ImportState = { phase: 'idle', failure: null };

export function createImportSession({ client, year, onStored }: SessionEnvironment): ImportSession {
  const held = createHeld<ImportState, Preview>({
    initial: IDLE,
    back: (preview, failure) => (preview === null ? { phase: 'idle', failure } : { phase: 'preview', preview, failure }),
    further: (state, progress) => (state.phase === 'reading' || state.phase === 'storing' ? { ...state, progress } : null),
  });
  const { become } = held;
  let stamp: HourStamp = 'auto';
  const input = (sources: readonly string[]) => ({ sources: [...sources], hourStamp: stamp, year });
  const read = async (next: Omit<Preview, 'files'>, before: Preview | null, word?: string): Promise<void> => {
    const trial = { known: next.passwords, word };
    if (next.sources.length === 0) return become({ phase: 'preview', preview: { ...next, files: [] }, failure: null });
    become({ phase: 'reading', before, progress: null });
    const asked = { ...input(next.sources), ...assigning(next), ...ruling(next), ...given(tried(trial)) };
    const report = await held.settled(client.job('monitoring.preview', asked, held.progress), before);
    if (report === null) return;
    const passwords = proven(trial, before?.files ?? [], report.files);
    become({ phase: 'preview', preview: { ...next, passwords, files: report.files }, failure: null });
  };
  const reread = async (word?: string): Promise<void> => {
    const now = previewOf(held.state());
    if (now !== null) await read(now, now, word);
  };
  const store = async (preview: Preview): Promise<void> => {
    become({ phase: 'storing', preview, progress: null });
    const adopted = {
      ...input(preview.sources),
      ...assigning(preview),
      ...ruling(preview),
      only: adoptedHashes(preview),
      ...given(preview.passwords),
    };
    const report = await held.settled(client.job('monitoring.import', adopted, held.progress), preview);
    if (report === null) return;
    become({ phase: 'done', report, preview });
    await onStored();
  };
  const stampHours = async (hourStamp: HourStamp): Promise<void> => {
    stamp = hourStamp;
    become({ ...held.state() });
    await reread();
  };
  const again = async (change: (now: Preview) => Preview): Promise<void> => {
    const now = previewOf(held.state());
    if (now !== null) await read(change(now), now);
  };
  return {
    ...steps(held, store),
    assign: (station, place) => again((now) => withAssigned(now, station, place)),
    choose: (ask, value) => again((now) => withRule(now, ask, value)),
    hourStamp: () => stamp,
    stampHours,
    receive: receiver(held, read),
    reread: () => reread(),
    unlock: reread,
  };
}

/** Adds files that are chosen or dropped to those of an open preview. */
function receiver(
  held: Held<ImportState, Preview>,
  read: (next: Omit<Preview, 'files'>, before: Preview | null) => Promise<void>,
): ImportSession['receive'] {
  return async (chosen) => {
    const previous = held.state();
    if (isBusy(previous)) return 'done';
    const before = previewOf(previous);
    held.become({ phase: 'receiving', before });
    try {
      const files = await chosen;
      if (files === null || files.length === 0) held.become(previous);
      else await read(added(before, files), before);
      return files?.length === 0 ? 'nothing' : 'done';
    } catch (error) {
      held.backTo(before, failureOf(error));
      return 'done';
    }
  };
}

function withAssigned(now: Preview, station: string, place: string | null): Preview {
  const others = now.assigned.filter((assignment) => assignment.station !== station);
  return { ...now, assigned: place === null ? others : [...others, { station, place }] };
}

function withRule(now: Preview, ask: MonitoringAsk, value: string | null): Preview {
  const others = now.rules.filter((rule) => !sameAsk(rule.ask, ask));
  return { ...now, rules: value === null ? others : [...others, { ask, value }] };
}

/** The steps of a session that need nothing but its state. */
function steps(
  held: Held<ImportState, Preview>,
  store: (preview: Preview) => Promise<void>,
): Pick<ImportSession, 'state' | 'subscribe' | 'cancel' | 'decide' | 'store' | 'clear'> {
  return {
    state: held.state,
    subscribe: held.subscribe,
    cancel: held.cancel,
    decide(sha256, adopt) {
      const now = previewOf(held.state());
      if (now !== null)
        held.become({ phase: 'preview', preview: { ...now, discarded: decided(now.discarded, sha256, adopt) }, failure: null });
    },
    async store() {
      const now = previewOf(held.state());
      if (now !== null) await store(now);
    },
    clear() {
      if (!isBusy(held.state())) held.become(IDLE);
    },
  };
}

const assigning = ({ assigned }: Pick<Preview, 'assigned'>) => (assigned.length === 0 ? {} : { assign: [...assigned] });

const ruling = ({ rules }: Pick<Preview, 'rules'>) =>
  rules.length === 0 ? {} : { rules: rules.map(({ ask: { source, key, from }, value }) => ({ source, key, value, from })) };

const previewOf = (state: ImportState): Preview | null => (state.phase === 'preview' ? state.preview : null);

/** The files of an open preview with those that came now. */
const added = (before: Preview | null, files: ChosenFiles): Omit<Preview, 'files'> => ({
  sources: [...(before?.sources ?? []), ...files.flatMap((file) => ('grant' in file ? [file.grant] : []))],
  refused: [...(before?.refused ?? []), ...files.flatMap((file) => ('grant' in file ? [] : [{ name: file.name }]))],
  discarded: before?.discarded ?? new Set<string>(),
  passwords: before?.passwords ?? [],
  assigned: before?.assigned ?? [],
  rules: before?.rules ?? [],
});

function decided(discarded: ReadonlySet<string>, sha256: string, adopt: boolean): ReadonlySet<string> {
  const next = new Set(discarded);
  if (adopt) next.delete(sha256);
  else next.add(sha256);
  return next;
}
