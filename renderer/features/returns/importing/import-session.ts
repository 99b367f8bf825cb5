import type { ImportReport, PreviewFile } from '../../../../shared/contract/returns.ts';
import type { Client, RunningJob } from '../../../client/client.ts';
import { failureOf } from '../../../client/context.tsx';
import { createHeld, type Held, type Progress } from '../../../client/held-import.ts';
import { given, proven, tried } from '../../../client/locked-files.ts';
import { reportingPageText } from '../../../../shared/text/ui/reporting-page-text.ts';
import type { ChosenFiles } from '../../../host/host.ts';
import { adoptedHashes, choicesOf, leftOut, refusedFile } from './decisions.ts';
import { type ImportState, isBusy, type LostImport, type Preview, type ReceivedDraft, type RowWords } from './import-state.ts';
import { holdsTyped, typedImport, typedSteps, type TypedSteps } from './typed-steps.ts';

/**
 * One import from choosing the files to the result. It lives outside of the page, so that going to another page and coming back loses neither
 * a running job nor the decisions.
 */
export interface ImportSession extends TypedSteps {
  state(): ImportState;
  subscribe(listener: () => void): () => void;
  /** Files chosen or dropped, added to those of an open preview; null = the choice was cancelled. 'nothing': there were none. */
  receive(chosen: Promise<ChosenFiles | null>): Promise<'done' | 'nothing'>;
  /** Reads the files of the preview anew. */
  reread(): Promise<void>;
  /** Reads them anew with a password (打开密码) more; what a file does is told beside the others, so all of them are read. */
  unlock(word: string): Promise<void>;
  /** 选定单位: reads the file anew as that unit's, the others with it. */
  choose(file: PreviewFile, unitId: string): Promise<void>;
  /** 人工对应: reads them anew with what somebody says of rows of a file; all that was said of it before is replaced. */
  setRows(sha256: string, rows: RowWords): Promise<void>;
  decide(hashes: readonly string[], adopt: boolean): void;
  /** 改用: they are to count though something speaks against them. */
  replace(hashes: readonly string[], replace: boolean): void;
  /** 收到日期 and 途径 of the files. */
  receivedAs(received: ReceivedDraft): void;
  store(): Promise<void>;
  cancel(): void;
  /** Back to the beginning. */
  clear(): void;
}

interface SessionEnvironment {
  readonly client: Client;
  readonly year: number;
  /** What a reload of the page has ended. */
  readonly lost?: LostImport | undefined;
  /** The work has changed. */
  onStored(): Promise<void>;
}

const IDLE: ImportState = { phase: 'idle', failure: null };

const heldFrom = (lost: LostImport | undefined): Held<ImportState, Preview> =>
  createHeld<ImportState, Preview>({
    initial: { phase: 'idle', failure: null, lost },
    back: (preview, failure) => (preview === null ? { phase: 'idle', failure } : { phase: 'preview', preview, failure }),
    further: (state, progress) => (state.phase === 'reading' || state.phase === 'storing' ? { ...state, progress } : null),
  });

export function createImportSession({ client, year, lost, onStored }: SessionEnvironment): ImportSession {
  const held = heldFrom(lost);
  const { become, backTo } = held;
  const typing = typedSteps({ client, year, held });

  async function read(reading: Reading): Promise<void> {
    const { sources, refused, before, word } = reading;
    const preview = beginning(reading);
    const trial = { known: preview.passwords, word };
    // Nothing to read when the host has taken none of the files.
    if (sources.length === 0) return become({ phase: 'preview', preview: { ...preview, files: refused }, failure: null });
    become({ phase: 'reading', before, count: sources.length + refused.length, progress: null });
    const job = client.job('returns.preview', { year, sources: [...sources], ...said(preview), ...given(tried(trial)) }, held.progress);
    const files = await held.settled(job, before);
    if (files === null) return;
    const passwords = proven(trial, before?.files ?? [], files.files);
    // Of files that are just being taken in the day is most likely this one; it stands there to be changed.
    const received = before === null ? { ...preview.received, on: files.today } : preview.received;
    become({ phase: 'preview', preview: { ...preview, passwords, received, files: [...files.files, ...refused] }, failure: null });
  }

  async function reread(changed: (preview: Preview) => Partial<Reading> = () => ({})): Promise<void> {
    const now = held.state();
    if (now.phase !== 'preview') return;
    await (now.preview.typed === undefined ? read({ ...again(now.preview), ...changed(now.preview) }) : typing.tryTyped());
  }

  async function store(preview: Preview): Promise<void> {
    become({ phase: 'storing', preview, progress: null });
    const report = await held.settled(storeJob(client, year, preview, held.progress), preview);
    if (report === null) return;
    become({ phase: 'done', report, left: leftOut(preview, report) });
    await onStored();
  }

  return {
    ...steps(held),
    ...typing,
    async receive(chosen) {
      const previous = held.state();
      if (isBusy(previous) || holdsTyped(previous)) return 'done';
      const before = previous.phase === 'preview' ? previous.preview : null;
      become({ phase: 'receiving', before });
      try {
        const files = await chosen;
        if (files === null || files.length === 0) become(previous);
        else await read(withFiles(before, files));
        return files?.length === 0 ? 'nothing' : 'done';
      } catch (error) {
        backTo(before, failureOf(error));
        return 'done';
      }
    },
    reread: () => reread(),
    unlock: (word) => reread(() => ({ word })),
    choose: (file, unitId) => reread((preview) => withUnit(preview, file, unitId)),
    setRows: (sha256, rows) => reread((preview) => ({ rows: withRows(preview, sha256, rows), opened: sha256 })),
    async store() {
      const now = held.state();
      if (now.phase === 'preview') await store(now.preview);
    },
  };
}

/** The steps of a session that need nothing but its state. */
const steps = ({
  state,
  subscribe,
  become,
  cancel,
}: Held<ImportState, Preview>): Pick<ImportSession, 'state' | 'subscribe' | 'decide' | 'replace' | 'receivedAs' | 'cancel' | 'clear'> => ({
  state,
  subscribe,
  decide: (hashes, adopt) => become(redecided(state(), 'discarded', hashes, adopt)),
  replace: (hashes, replace) => become(redecided(state(), 'replacing', hashes, !replace)),
  receivedAs: (received) => {
    const now = state();
    if (now.phase === 'preview') become({ ...now, preview: { ...now.preview, received } });
  },
  cancel,
  clear: () => (isBusy(state()) ? undefined : become(IDLE)),
});

/** Files are taken in by one method, what was typed by another; both tell the same. */
function storeJob(client: Client, year: number, preview: Preview, onProgress: (progress: Progress) => void): RunningJob<ImportReport> {
  const typed = typedImport(preview, year);
  if (typed !== null) return client.job('typed.import', typed, onProgress);
  return client.job('returns.import', { year, ...decisionsOf(preview) }, onProgress);
}

const decisionsOf = (preview: Preview) => ({
  sources: [...preview.sources],
  only: adoptedHashes(preview),
  adopt: [...preview.replacing],
  ...receivedOf(preview.received),
  ...said(preview),
  ...given(preview.passwords),
});

/** Nothing is recorded where the day was taken out. */
const receivedOf = ({ on, via }: ReceivedDraft) => (on === null ? {} : { received: { on, via } });

interface Reading extends Pick<Preview, 'sources' | 'refused'> {
  /** What a cancel goes back to, and whose decisions are kept. */
  readonly before: Preview | null;
  readonly word?: string | undefined;
  readonly units?: Preview['units'] | undefined;
  readonly rows?: Preview['rows'] | undefined;
  readonly opened?: string | undefined;
}

/** A preview as it is before its files are read: with the decisions of the one before. */
function beginning({ sources, refused, before, opened, units, rows }: Reading): Omit<Preview, 'files'> {
  const { discarded = new Set<string>(), replacing = new Set<string>(), passwords = [] } = before ?? {};
  const chosenSoFar = { units: units ?? before?.units ?? new Map(), rows: rows ?? before?.rows ?? new Map() };
  const received = before?.received ?? { on: null, via: reportingPageText.ways[0] };
  return { sources, refused, discarded, replacing, ...chosenSoFar, opened, passwords, received };
}

/** With what the file offered, so that another one of them can be chosen afterwards. */
const withUnit = (preview: Preview, file: PreviewFile, unitId: string): Partial<Reading> =>
  file.sha256 === null
    ? {}
    : {
        units: new Map([...preview.units, [file.sha256, { unitId, choices: choicesOf(file, preview) }]]),
        // Of another unit's form other rows may be meant: what was said of them goes with the unit.
        rows: withRows(preview, file.sha256, new Map()),
      };

/** What a call is given of what somebody has said of the files. */
const said = ({ units, rows }: Pick<Preview, 'units' | 'rows'>) => ({ ...chosen(units), ...rowsGiven(rows) });

/** What a call is given of the chosen units; nothing where there are none. */
const chosen = (units: Preview['units']): { readonly units?: { sha256: string; unit: string }[] } =>
  units.size === 0 ? {} : { units: [...units].map(([sha256, { unitId }]) => ({ sha256, unit: unitId })) };

function withRows({ rows }: Preview, sha256: string, words: RowWords): Preview['rows'] {
  const next = new Map(rows);
  if (words.size > 0) next.set(sha256, words);
  else next.delete(sha256);
  return next;
}

const rowsGiven = (rows: Preview['rows']): { readonly rows?: { sha256: string; name: string; row: string | null }[] } =>
  rows.size === 0 ? {} : { rows: [...rows].flatMap(([sha256, words]) => [...words].map(([name, row]) => ({ sha256, name, row }))) };

const again = (preview: Preview): Reading => ({ sources: preview.sources, refused: preview.refused, before: preview });

const withFiles = (before: Preview | null, files: ChosenFiles): Reading => ({
  sources: [...(before?.sources ?? []), ...taken(files)],
  refused: [...(before?.refused ?? []), ...refusedOf(files)],
  before,
});

const taken = (files: ChosenFiles): string[] => files.flatMap((file) => ('grant' in file ? file.grant : []));

const refusedOf = (files: ChosenFiles): PreviewFile[] => files.flatMap((file) => ('grant' in file ? [] : refusedFile(file)));

/** Ticks of the files of a preview; in any other phase there is nothing to decide. */
function redecided(now: ImportState, ticks: 'discarded' | 'replacing', hashes: readonly string[], cleared: boolean): ImportState {
  if (now.phase !== 'preview') return now;
  return { ...now, preview: { ...now.preview, [ticks]: decided(now.preview[ticks], hashes, cleared) } };
}

function decided(discarded: ReadonlySet<string>, hashes: readonly string[], adopt: boolean): ReadonlySet<string> {
  const next = new Set(discarded);
  for (const hash of hashes) {
    if (adopt) next.delete(hash);
    else next.add(hash);
  }
  return next;
}
