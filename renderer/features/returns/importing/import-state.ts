import type { ImportReport, PreviewFile } from '../../../../shared/contract/returns.ts';
import type { WireError } from '../../../../shared/contract/wire.ts';
import type { Progress } from '../../../client/held-import.ts';
import type { TypedDraft } from '../typing/draft.ts';

/** Files that were read and judged, with what the person has decided about them. */
export interface Preview {
  readonly sources: readonly string[];
  readonly files: readonly PreviewFile[];
  /** Those of the files that the host did not take; reading anew does not bring them up again. */
  readonly refused: readonly PreviewFile[];
  /** SHA-256 of the files that are not to be taken in (不采用). */
  readonly discarded: ReadonlySet<string>;
  /** SHA-256 of those that are to count though they are worse or older than what counts (改用). */
  readonly replacing: ReadonlySet<string>;
  /** Whose files are that could not say so themselves (须选择单位), by SHA-256. */
  readonly units: ReadonlyMap<string, ChosenUnit>;
  /** What rows of tables that offices drew up themselves are (人工对应), by SHA-256 and the key of the row. */
  readonly rows: ReadonlyMap<string, RowWords>;
  /** SHA-256 of the file whose rows were just set right, to go on with. */
  readonly opened?: string | undefined;
  /** 打开密码 that have opened some of the files. */
  readonly passwords: readonly string[];
  /** 收到 of all the files: the day (null: none is recorded) and the way. */
  readonly received: ReceivedDraft;
  /** 手工录入: what was typed, where it was typed and no file. */
  readonly typed?: TypedDraft;
}

export interface ReceivedDraft {
  readonly on: string | null;
  readonly via: string;
}

/** The unit that was chosen of a file, and those there were to choose from. */
export interface ChosenUnit {
  readonly unitId: string;
  readonly choices: PreviewFile['choices'];
}

/** A row of the form by id, null for 不取. */
export type RowWords = ReadonlyMap<string, string | null>;

/** An import that a reload of the page has ended. */
export interface LostImport {
  readonly files: number;
  /** Whether it was being stored, so that nobody here knows how far that went. */
  readonly storing: boolean;
}

/** Where the taking-in of returns stands. `before` and `preview` hold what a cancel goes back to. */
export type ImportState =
  | { readonly phase: 'idle'; readonly failure: WireError | null; readonly lost?: LostImport | undefined }
  | { readonly phase: 'typing'; readonly draft: TypedDraft; readonly failure: WireError | null }
  | { readonly phase: 'receiving'; readonly before: Preview | null }
  | { readonly phase: 'reading'; readonly before: Preview | null; readonly count: number; readonly progress: Progress | null }
  | { readonly phase: 'preview'; readonly preview: Preview; readonly failure: WireError | null }
  | { readonly phase: 'storing'; readonly preview: Preview; readonly progress: Progress | null }
  | { readonly phase: 'done'; readonly report: ImportReport; readonly left: readonly LeftFile[] };

/** A file of the preview that is not in the work now, and why. */
export interface LeftFile {
  readonly file: PreviewFile;
  /** The outcome of judging it, or: the person left it out; it was adopted, but its bytes were no longer there. */
  readonly why: 'duplicate' | 'rejected' | 'undecided' | 'discarded' | 'vanished';
}

/** A job or an upload is under way. */
export const isBusy = (state: ImportState): boolean =>
  state.phase === 'receiving' || state.phase === 'reading' || state.phase === 'storing';
