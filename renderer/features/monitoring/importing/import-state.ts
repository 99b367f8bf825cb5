import type { MethodInput } from '../../../../shared/contract/contract.ts';
import type { MonitoringAsk } from '../../../../shared/contract/monitoring-import.ts';
import type { MonitoringFile, MonitoringReport } from '../../../../shared/contract/monitoring.ts';
import type { WireError } from '../../../../shared/contract/wire.ts';
import type { Progress } from '../../../client/held-import.ts';

export type HourStamp = NonNullable<MethodInput<'monitoring.preview'>['hourStamp']>;

/** A file somebody dropped that the host did not take, because it is too large. */
export interface Refused {
  readonly name: string;
}

/** Files that were read and judged, with what the person has decided about them. */
export interface Preview {
  readonly sources: readonly string[];
  readonly refused: readonly Refused[];
  readonly files: readonly MonitoringFile[];
  /** SHA-256 of the files that are not to be taken in. */
  readonly discarded: ReadonlySet<string>;
  /** 打开密码 that have opened some of the files. */
  readonly passwords: readonly string[];
  /** 归入: unknown names of stations and the stations or places they were assigned to. */
  readonly assigned: readonly { readonly station: string; readonly place: string }[];
  /** Rules for values that were chosen for the sources that asked for them. */
  readonly rules: readonly ChosenRule[];
}

export interface ChosenRule {
  readonly ask: MonitoringAsk;
  readonly value: string;
}

export const sameAsk = (one: MonitoringAsk, other: MonitoringAsk): boolean => one.source === other.source && one.key === other.key;

/** Where the taking-in of monitoring data stands; `before` and `preview` hold what a cancel goes back to. */
export type ImportState =
  | { readonly phase: 'idle'; readonly failure: WireError | null }
  | { readonly phase: 'receiving'; readonly before: Preview | null }
  | { readonly phase: 'reading'; readonly before: Preview | null; readonly progress: Progress | null }
  | { readonly phase: 'preview'; readonly preview: Preview; readonly failure: WireError | null }
  | { readonly phase: 'storing'; readonly preview: Preview; readonly progress: Progress | null }
  | { readonly phase: 'done'; readonly report: MonitoringReport; readonly preview: Preview };

export const isBusy = ({ phase }: ImportState): boolean => phase === 'receiving' || phase === 'reading' || phase === 'storing';

/** Only a file that would be stored leaves something to decide. */
export const canAdopt = (file: MonitoringFile): file is MonitoringFile & { sha256: string } =>
  file.outcome === 'accepted' && file.sha256 !== null;

export const isAdopted = (file: MonitoringFile, { discarded }: Pick<Preview, 'discarded'>): boolean =>
  canAdopt(file) && !discarded.has(file.sha256);

/** SHA-256 of the files to take in. */
export const adoptedHashes = (preview: Preview): string[] => [
  ...new Set(
    preview.files
      .filter(canAdopt)
      .map(({ sha256 }) => sha256)
      .filter((hash) => !preview.discarded.has(hash)),
  ),
];

/** A file of the preview that is not in the work now, and why. */
export interface LeftFile {
  readonly file: MonitoringFile;
  readonly why: 'duplicate' | 'unchanged' | 'rejected' | 'discarded' | 'vanished';
}

/** Files of the preview that are not in the report as stored, each with why; none may disappear without a word. */
export function leftOut(preview: Preview, report: MonitoringReport): LeftFile[] {
  const stored = new Set(report.files.filter(({ outcome }) => outcome === 'accepted').map(({ sha256 }) => sha256));
  return preview.files.flatMap((file): LeftFile[] => {
    if (file.outcome !== 'accepted') return [{ file, why: file.outcome }];
    if (stored.has(file.sha256)) return [];
    return [{ file, why: isAdopted(file, preview) ? 'vanished' : 'discarded' }];
  });
}
