import type { ImportedFile, ImportReport } from '../../../shared/contract/returns.ts';
import { type Finding, finding } from '../../../shared/domain/findings.ts';
import { isAdopted } from '../../../shared/domain/returns/types.ts';
import type { ReadHandle } from '../../db/handles.ts';
import type { Steps } from '../../db/stepwise.ts';
import { selectCurrentAnswers, selectNewestVersion, selectReturnsBySha256 } from '../../db/queries/returns.ts';
import { countChanges, heldBy } from './compare-values.ts';
import { leadDisagreements, subjectDisagreements } from './cross-check.ts';
import type { ExaminedFile, TypedOrigin } from './examined-file.ts';
import type { Examination } from './examine-returns.ts';
import { holdAgainstReferences } from './hold-references.ts';
import { type Predecessor, standVersions, storedPredecessor, type Verdict } from './stand-versions.ts';

/** A file with its verdict: what taking it in now would do. */
export interface JudgedFile extends Pick<Verdict, 'objections' | 'counts'> {
  readonly file: ExaminedFile;
  readonly outcome: ImportedFile['outcome'];
  /** Null for a file that is not to be stored. */
  readonly standing: Verdict['standing'] | null;
  /** 第几版 it would be; null for a file that is not to be stored. */
  readonly version: number | null;
  /** The unit's return that counts before; null where none does, and for a file that is not stored unless it is a version that no longer counts. */
  readonly before: Predecessor | null;
  /** How many values differ from the return that counts before; 0 where nothing is taken in. */
  readonly changed: number;
  readonly findings: readonly Finding[];
}

/** Versions that are to count whatever speaks against them (改用): all of them, or those of these SHA-256. */
export type Adopting = 'all' | ReadonlySet<string>;

/**
 * What only shows when a file is held against the batch and against what is stored: the same bytes again, several returns of one unit, which of
 * them counts, what changes, figures of another size, leads that disagree. In steps, which can be those of the transaction that also stores.
 */
export function* judgeReturns(db: ReadHandle, read: Examination, adopting: Adopting = new Set()): Steps<JudgedFile[]> {
  const examination = { ...read, files: yield* holdAgainstReferences(db, read) };
  const storable = storableFiles(db, examination);
  const judgements = yield* judgeUnits(db, examination, storable.files, adopting);
  const disagreements = yield* leadFindings(db, examination, [...judgements.values()]);
  return examination.files.map((file) => {
    const entry = judgements.get(file);
    if (entry === undefined) return notStored(db, examination, file, storable.again.get(file));
    const winner = [...judgements.values()].find((other) => other.counts && other.file.unit?.id === file.unit?.id);
    return { ...entry, findings: [...entry.findings, ...(disagreements.get(file) ?? []), ...placeFindings(entry, winner)] };
  });
}

/** Unit by unit: which of its new versions comes to count, and what changes by each. */
function* judgeUnits(
  db: ReadHandle,
  { year, yearPlan, credible }: Examination,
  storable: readonly ExaminedFile[],
  adopting: Adopting,
): Steps<ReadonlyMap<ExaminedFile, JudgedFile>> {
  const judgements = new Map<ExaminedFile, JudgedFile>();
  const forced = ({ sha256 }: ExaminedFile): boolean => adopting === 'all' || (sha256 !== null && adopting.has(sha256));
  for (const [unitId, ofUnit] of Map.groupBy(storable, (file) => file.unit?.id ?? '')) {
    yield;
    const before = storedPredecessor(db, year, unitId, credible);
    const newest = selectNewestVersion(db, year, unitId);
    const verdicts = standVersions(ofUnit, before, credible, forced);
    for (const [index, file] of ofUnit.entries()) {
      const verdict = verdicts.get(file);
      if (verdict === undefined) continue;
      const changed = before === null ? 0 : countChanges(before.values, heldBy(file));
      const findings = [...file.findings, ...subjectDisagreements(yearPlan.plan, file), ...verdict.findings];
      judgements.set(file, { ...verdict, file, outcome: 'accepted', version: newest + index + 1, before, changed, findings });
    }
  }
  return judgements;
}

function notStored(db: ReadHandle, { year, credible }: Examination, file: ExaminedFile, again: Finding | undefined): JudgedFile {
  const nothing = { standing: null, objections: [], counts: false, version: null, before: null, changed: 0 };
  if (again === undefined)
    return { ...nothing, file, outcome: file.choices.length > 0 ? 'undecided' : 'rejected', findings: file.findings };
  // What a version says that does not count is of use only beside the one that does.
  const before = again.code === 'FILE_REVERTS' && file.unit !== null ? storedPredecessor(db, year, file.unit.id, credible) : null;
  return { ...nothing, file, outcome: 'duplicate', before, findings: [again] };
}

/** Returns that are new by their bytes; of the others the finding that says where they are already. */
function storableFiles(
  db: ReadHandle,
  { files, year }: Examination,
): { files: readonly ExaminedFile[]; again: ReadonlyMap<ExaminedFile, Finding> } {
  const names = new Map<string, string>();
  const fresh: ExaminedFile[] = [];
  const again = new Map<ExaminedFile, Finding>();
  for (const file of files) {
    if (file.unit === null || file.sha256 === null || file.choices.length > 0) continue;
    const found = sameBytes(db, file.sha256, file, year, names);
    if (found === null) fresh.push(file);
    else again.set(file, found);
    names.set(file.sha256, names.get(file.sha256) ?? file.name);
  }
  return { files: fresh, again };
}

function sameBytes(db: ReadHandle, sha256: string, file: ExaminedFile, year: number, names: ReadonlyMap<string, string>): Finding | null {
  const twin = names.get(sha256);
  if (twin !== undefined) return finding('FILE_DUPLICATE', { file: file.name }, { other: twin });
  const stored = selectReturnsBySha256(db, sha256, year);
  const old = stored.find((record) => record.supersededBy === null) ?? stored.at(-1);
  if (old === undefined) return null;
  return old.supersededBy === null
    ? finding('FILE_DUPLICATE', { file: file.name }, { other: old.fileName, version: old.version })
    : finding('FILE_REVERTS', { file: file.name }, { version: old.version, other: old.fileName });
}

/** Of those that come to count together; a version that is only kept is held against them as if it counted. */
function* leadFindings(
  db: ReadHandle,
  { year, yearPlan }: Examination,
  judged: readonly JudgedFile[],
): Steps<ReadonlyMap<ExaminedFile, Finding[]>> {
  yield;
  const stored = selectCurrentAnswers(db, year);
  const counting = judged.filter((entry) => entry.counts).map((entry) => entry.file);
  const found = new Map(leadDisagreements(stored, yearPlan.plan, counting));
  for (const { file } of judged.filter((entry) => !entry.counts)) {
    yield;
    const others = counting.filter((other) => other.unit?.id !== file.unit?.id);
    const own = leadDisagreements(stored, yearPlan.plan, [...others, file]).get(file);
    if (own !== undefined) found.set(file, own);
  }
  return found;
}

/** Whose place it takes, or who keeps it: of the batch the one that comes to count (`winner`), else the one that counts before. */
function placeFindings({ file, before, changed, counts, version }: JudgedFile, winner: JudgedFile | undefined): Finding[] {
  const place = { file: file.name };
  if (counts)
    return before === null ? [] : [finding('RETURN_REPLACES', place, { version: before.version, other: before.fileName, changed })];
  return [finding('VERSION_KEPT', place, { version: version ?? 0, current: winner?.version ?? before?.version ?? 0 })];
}

/** A judged file as the contract tells it. */
export function outlineOf({ file, before, findings, objections, ...judged }: JudgedFile): ImportedFile {
  return {
    ...judged,
    file: file.name,
    sha256: file.sha256,
    choices: file.choices.map(({ id, name }) => ({ unitId: id, unitName: name })),
    number: null,
    objections: [...objections],
    current: before === null ? null : presentOf(before),
    unitId: file.unit?.id ?? null,
    unitName: file.unit?.name ?? null,
    sample: file.sample,
    reportedOn: file.reportedOn,
    answers: file.answers.filter(isAdopted).length,
    airDays: file.airDays.length,
    findings: [...findings],
    ...(file.typed === undefined ? {} : { typed: factsOf(file.typed) }),
  };
}

const factsOf = ({ way, receivedOn, by, scan }: TypedOrigin): NonNullable<ImportedFile['typed']> => ({ way, receivedOn, by, scan });

const presentOf = ({ number, version, date, measure }: Predecessor): NonNullable<ImportedFile['current']> => ({
  number,
  version,
  reportedOn: date,
  answers: measure.answers,
  errors: measure.errors,
});

export function countsOf(files: readonly ImportedFile[]): ImportReport['counts'] {
  const findings = files.flatMap((file) => file.findings);
  const outcome = (wanted: ImportedFile['outcome']): number => files.filter((file) => file.outcome === wanted).length;
  const severity = (wanted: Finding['severity']): number => findings.filter((item) => item.severity === wanted).length;
  return {
    accepted: outcome('accepted'),
    kept: files.filter((file) => file.outcome === 'accepted' && !file.counts).length,
    duplicate: outcome('duplicate'),
    rejected: outcome('rejected'),
    undecided: outcome('undecided'),
    errors: severity('error'),
    warnings: severity('warning'),
    infos: severity('info'),
  };
}
