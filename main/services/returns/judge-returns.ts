import type { ImportedFile, ImportReport } from '../../../shared/contract/returns.ts';
import { type Finding, finding } from '../../../shared/domain/findings.ts';
import { isAdopted } from '../../../shared/domain/returns/types.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectCurrentReturn, selectReturnsBySha256 } from '../../db/queries/returns.ts';
import { countChanges, heldBy, type HeldValues, storedValues } from './compare-values.ts';
import { leadDisagreements, subjectDisagreements } from './cross-check.ts';
import type { ExaminedFile } from './examine.ts';
import type { Examination } from './examine-returns.ts';

/** A file with its verdict: what taking it in now would do. */
export interface JudgedFile {
  readonly file: ExaminedFile;
  readonly outcome: ImportedFile['outcome'];
  /** The unit's return it is held against; null for a first return and for a rejected file. */
  readonly before: Predecessor | null;
  /** How many values differ from the return before; 0 where nothing is taken in. */
  readonly changed: number;
  readonly findings: readonly Finding[];
}

/** A stored return, or an earlier file of the same batch. */
export interface Predecessor {
  readonly version: number;
  readonly fileName: string;
  readonly reportedOn: string | null;
  readonly values: HeldValues;
}

/**
 * What only shows when a file is held against the batch and against what is stored: the same bytes again, two returns of one unit, what
 * changes, leads that disagree. Synchronous, so that judging and storing can be one transaction.
 */
export function judgeReturns(db: ReadHandle, { files, year, yearPlan }: Examination): JudgedFile[] {
  const names = new Map<string, string>();
  const inBatch = new Map<string, Predecessor>();
  const judged = files.map((file): JudgedFile => {
    if (file.unit === null || file.sha256 === null || file.choices.length > 0) {
      const outcome = file.choices.length > 0 ? 'undecided' : 'rejected';
      return { file, outcome, before: null, changed: 0, findings: file.findings };
    }
    const earlier = inBatch.get(file.unit.id);
    const before = earlier ?? storedPredecessor(db, year, file.unit.id);
    const again = sameBytes(db, file.sha256, file, before, year, names);
    if (again !== null) return { file, before, changed: 0, ...again };
    names.set(file.sha256, file.name);
    const values = heldBy(file);
    inBatch.set(file.unit.id, { version: (before?.version ?? 0) + 1, fileName: file.name, reportedOn: file.reportedOn, values });
    const twice =
      earlier === undefined
        ? []
        : [finding('RETURN_TWICE_IN_BATCH', { file: file.name }, { unit: file.unit.name, other: earlier.fileName })];
    return {
      file,
      outcome: 'accepted',
      before,
      changed: before === null ? 0 : countChanges(before.values, values),
      findings: [...file.findings, ...subjectDisagreements(yearPlan.plan, file), ...olderDate(file, before), ...twice],
    };
  });
  const accepted = judged.filter((entry) => entry.outcome === 'accepted').map((entry) => entry.file);
  const disagreements = leadDisagreements(db, yearPlan.plan, year, accepted);
  return judged.map((entry) => ({ ...entry, findings: [...entry.findings, ...(disagreements.get(entry.file) ?? []), ...replaces(entry)] }));
}

function storedPredecessor(db: ReadHandle, year: number, unitId: string): Predecessor | null {
  const record = selectCurrentReturn(db, year, unitId);
  return record === null
    ? null
    : { version: record.version, fileName: record.fileName, reportedOn: record.reportedOn, values: storedValues(db, record.id) };
}

function sameBytes(
  db: ReadHandle,
  sha256: string,
  file: ExaminedFile,
  before: Predecessor | null,
  year: number,
  names: ReadonlyMap<string, string>,
): Pick<JudgedFile, 'outcome' | 'findings'> | null {
  const twin = names.get(sha256);
  if (twin !== undefined) return { outcome: 'duplicate', findings: [finding('FILE_DUPLICATE', { file: file.name }, { other: twin })] };
  const stored = selectReturnsBySha256(db, sha256, year);
  const current = stored.find((record) => record.supersededBy === null);
  if (current !== undefined)
    return {
      outcome: 'duplicate',
      findings: [finding('FILE_DUPLICATE', { file: file.name }, { other: current.fileName, version: current.version })],
    };
  const old = stored.at(-1);
  if (old === undefined) return null;
  return {
    outcome: 'reverts',
    findings: [
      finding('FILE_REVERTS', { file: file.name }, { version: old.version, current: before?.version ?? 0, other: before?.fileName ?? '' }),
    ],
  };
}

/** Old returns lie in the same folders as new ones; the date written in them tells. */
function olderDate(file: ExaminedFile, before: Predecessor | null): Finding[] {
  if (before === null || before.reportedOn === null || file.reportedOn === null || file.reportedOn >= before.reportedOn) return [];
  return [
    finding('RETURN_OLDER_DATE', { file: file.name }, { date: file.reportedOn, current: before.reportedOn, version: before.version }),
  ];
}

function replaces({ file, outcome, before, changed }: JudgedFile): Finding[] {
  return outcome !== 'accepted' || before === null
    ? []
    : [finding('RETURN_REPLACES', { file: file.name }, { version: before.version, other: before.fileName, changed })];
}

/** A judged file as the contract tells it. */
export function outlineOf({ file, outcome, before, changed, findings }: JudgedFile): ImportedFile {
  return {
    file: file.name,
    sha256: file.sha256,
    outcome,
    choices: file.choices.map(({ id, name }) => ({ unitId: id, unitName: name })),
    unitId: file.unit?.id ?? null,
    unitName: file.unit?.name ?? null,
    version: outcome === 'accepted' ? (before?.version ?? 0) + 1 : null,
    sample: file.sample,
    answers: file.answers.filter(isAdopted).length,
    airDays: file.airDays.length,
    changed,
    findings: [...findings],
  };
}

export function countsOf(files: readonly ImportedFile[]): ImportReport['counts'] {
  const findings = files.flatMap((file) => file.findings);
  const outcome = (wanted: ImportedFile['outcome']): number => files.filter((file) => file.outcome === wanted).length;
  const severity = (wanted: Finding['severity']): number => findings.filter((item) => item.severity === wanted).length;
  return {
    accepted: outcome('accepted'),
    duplicate: outcome('duplicate'),
    reverts: outcome('reverts'),
    rejected: outcome('rejected'),
    undecided: outcome('undecided'),
    errors: severity('error'),
    warnings: severity('warning'),
    infos: severity('info'),
  };
}
