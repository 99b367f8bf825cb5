import type { ImportedFile, ImportReport, PreviewFile } from '../../../../shared/contract/returns.ts';
import { type Finding, finding, type Severity } from '../../../../shared/domain/findings.ts';
import { importText } from '../../../../shared/text/ui/returns-text.ts';
import type { RefusedFile } from '../../../host/host.ts';
import { sentenceOf } from '../detail/finding-place.ts';
import type { LeftFile, Preview } from './import-state.ts';

/** Whether there is something to decide: only a file that would be stored can be adopted. */
export const canAdopt = (file: ImportedFile): file is PreviewFile & { sha256: string } =>
  file.outcome === 'accepted' && file.sha256 !== null;

export const isAdopted = (file: PreviewFile, discarded: ReadonlySet<string>): boolean => canAdopt(file) && !discarded.has(file.sha256);

/** SHA-256 of the files to take in. */
export const adoptedHashes = ({ files, discarded }: Pick<Preview, 'files' | 'discarded'>): string[] => [
  ...new Set(
    files
      .filter(canAdopt)
      .map((file) => file.sha256)
      .filter((hash) => !discarded.has(hash)),
  ),
];

/** 须选择单位: the units to choose from, before and after somebody has chosen. */
export const choicesOf = (file: PreviewFile, { units }: Pick<Preview, 'units'>): PreviewFile['choices'] =>
  file.choices.length > 0 || file.sha256 === null ? file.choices : (units.get(file.sha256)?.choices ?? []);

export const hashesToDecide = (files: readonly PreviewFile[]): string[] => files.filter(canAdopt).map((file) => file.sha256);

export const severityCount = (file: Pick<ImportedFile, 'findings'>, severity: Severity): number =>
  file.findings.filter((one) => one.severity === severity).length;

/** Every file of the preview that the import did not store; none may disappear without a word. */
export function leftOut(preview: Pick<Preview, 'files' | 'discarded'>, report: ImportReport): LeftFile[] {
  const stored = new Set(report.files.filter((file) => file.outcome === 'accepted').map((file) => file.sha256));
  return preview.files.flatMap((file): LeftFile[] => {
    if (file.outcome !== 'accepted') return [{ file, why: file.outcome }];
    if (stored.has(file.sha256)) return [];
    if (!isAdopted(file, preview.discarded)) return [{ file, why: 'discarded' }];
    // Judged anew when it was stored: somebody else may have taken it in meanwhile.
    const judged = report.files.find((other) => other.sha256 === file.sha256);
    return [{ file, why: judged === undefined || judged.outcome === 'accepted' ? 'vanished' : judged.outcome }];
  });
}

/** A file the host did not take, as the core would have judged it. */
export const refusedFile = ({ name, size, limit }: RefusedFile): PreviewFile => ({
  file: name,
  sha256: null,
  outcome: 'rejected',
  choices: [],
  unitId: null,
  unitName: null,
  version: null,
  sample: false,
  answers: 0,
  airDays: 0,
  changed: 0,
  number: null,
  counts: false,
  standing: null,
  objections: [],
  current: null,
  reportedOn: null,
  values: [],
  findings: [finding('FILE_TOO_LARGE', { file: name }, { value: size, maximum: limit })],
});

/** Stored and not counting before somebody says so (改用). */
export const isKept = (file: ImportedFile): boolean => canAdopt(file) && !file.counts;

/** Why a file cannot be stored, for the person who imports: the year is theirs to change, not the unit's. */
export const reasonOf = (problem: Finding): string =>
  problem.code === 'RETURN_OTHER_YEAR'
    ? importText.otherYear(problem.params['found'] ?? '', problem.params['expected'] ?? '')
    : sentenceOf(problem);

const DECIDING = { duplicate: ['FILE_DUPLICATE', 'FILE_REVERTS'], rejected: null, undecided: null } as const;

const isDeciding = (outcome: keyof typeof DECIDING, { code, severity }: Finding): boolean => {
  const codes: readonly string[] | null = DECIDING[outcome];
  return codes === null ? severity === 'error' : codes.includes(code);
};

/** The one reason that kept a file from being stored; null where it can be stored. */
export function mainReason({ outcome, findings }: Pick<ImportedFile, 'outcome' | 'findings'>): string | null {
  if (outcome === 'accepted') return null;
  const deciding = findings.find((one) => isDeciding(outcome, one)) ?? findings[0];
  return deciding === undefined ? null : reasonOf(deciding);
}
