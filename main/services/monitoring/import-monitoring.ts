import { MONITORING_LIMITS } from '../../documents/workbook-reader/limits.ts';
import type { MonitoringFile, MonitoringReport } from '../../../shared/contract/monitoring.ts';
import { checkpoint, inSteps, type JobContext, subContext } from '../../jobs/progress.ts';
import type { Steps } from '../../db/stepwise.ts';
import type { WritingContext } from '../context.ts';
import type { SourceFile } from '../files.ts';
import { loggedFinding } from '../logged-findings.ts';
import { previewedFiles } from '../preview-store.ts';
import { unpackedFiles } from '../unpack.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { comparePublished } from './evaluation/compare-published.ts';
import { districtNameOf, districtNamesOf } from './gathering/district.ts';
import type { ExaminedMonitoring } from './receiving/examine-file.ts';
import { countsOf, judgeMonitoring, type MonitoringExamination, outlineOf } from './judging/judge-files.ts';
import { beijingDay } from '../../../shared/domain/calendar.ts';
import { airUnits } from '../../../shared/domain/plan/unit-schema.ts';
import type { ReadingContext } from './receiving/file-reader.ts';
import { examineMonitoringFile } from './receiving/receive-file.ts';
import { keptOptions, namesOf, readingOf, type ReadingRequest } from './receiving/reading-options.ts';
import { countOfSteps } from './judging/judge-days.ts';
import { type StoredFile, storeMonitoring } from './judging/store-file.ts';
import { storeProposals, storeStatements } from './stations/say-stations.ts';
import { storeRules } from './sources/source-rules.ts';
import { placesOfName } from './gathering/station-groups.ts';
import { REGISTERED } from '../../../shared/domain/monitoring/stations/register.ts';
import { ruleChosenAtImport } from '../../../shared/text/source-text.ts';
import { assignedAtImport } from '../../../shared/text/station-text.ts';

/** Passwords to open (打开密码); each file is tried with each. They are no part of how a file is read and are not kept with it. */
type Passworded<Request> = Request & { readonly passwords?: readonly string[] | undefined };

export interface MonitoringImport extends Passworded<ReadingRequest> {
  readonly dryRun: boolean;
  /** SHA-256 of the files to take in; the others are left out (不采用). */
  readonly only?: readonly string[] | undefined;
}

/** Judges files as an import would; nothing is stored, the originals stay at hand. */
export async function previewMonitoring(
  context: ReadingContext,
  sources: readonly SourceFile[],
  request: Passworded<ReadingRequest>,
  job: JobContext,
): Promise<MonitoringReport> {
  const examination = await examineAll(context, sources, { ...request, only: undefined }, job);
  context.previewed.replace(previewedFiles(examination.files));
  const files = await judgedOnly(context, examination, job);
  job.report(1, 'readMonitoring');
  return { dryRun: true, files, counts: countsOf(files) };
}

/**
 * Takes files in: each is read on its own, then all that say something new are judged and stored in one transaction with their original bytes.
 * A broken file is a finding; the rest of the batch goes on. With `dryRun` everything is done but the storing.
 */
export async function importMonitoring(
  context: WritingContext & ReadingContext,
  sources: readonly SourceFile[],
  request: MonitoringImport,
  job: JobContext,
): Promise<MonitoringReport> {
  const examination = await examineAll(context, sources, request, subContext(job, 0, 0.9));
  job.report(0.9, 'storeMonitoring');
  const files = request.dryRun ? await judgedOnly(context, examination, job) : await commit(context, examination, subContext(job, 0.9, 1));
  job.report(1, 'storeMonitoring');
  return { dryRun: request.dryRun, files, counts: countsOf(files) };
}

async function examineAll(
  context: ReadingContext,
  sources: readonly SourceFile[],
  asked: Passworded<ReadingRequest> & Pick<MonitoringImport, 'only'>,
  job: JobContext,
): Promise<MonitoringExamination> {
  const db = context.work.handle;
  const { plan } = readWorkPlan(db);
  const { only, passwords = [] } = asked;
  const { options, register, statements, rules } = readingOf(db, asked);
  const at = context.now();
  const request = {
    plan: { ...plan, units: airUnits(plan) },
    districtNames: districtNamesOf(db),
    options,
    registered: namesOf(register),
    only: only === undefined ? null : new Set(only),
    passwords,
    until: beijingDay(at),
    limits: MONITORING_LIMITS,
  };
  const files: ExaminedMonitoring[] = [];
  for await (const { index, source } of unpackedFiles(sources)) {
    await checkpoint(job);
    job.report(index / sources.length, 'readMonitoring');
    const file = await examineMonitoringFile(
      source,
      request,
      context.reader,
      subContext(job, index / sources.length, (index + 1) / sources.length),
    );
    if (file !== null) files.push(withComparison(context, file));
  }
  await checkpoint(job);
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const district = districtNameOf(db);
  const printed = (placeId: string): string => names.get(placeId) ?? district;
  const nameOf = (placeId: string, station: string): string =>
    placeId === REGISTERED ? placesOfName(register, station, printed) : printed(placeId);
  return { at, files, options: keptOptions(options, files), register, statements, rules, nameOf };
}

/** What is published is held against what is stored as it comes in. */
const withComparison = (context: ReadingContext, file: ExaminedMonitoring): ExaminedMonitoring =>
  file.content?.kind === 'monitoring' && file.content.published.length > 0
    ? { ...file, findings: [...file.findings, ...comparePublished(context, file.name, file.content.published)] }
    : file;

async function judgedOnly(context: ReadingContext, examination: MonitoringExamination, job: JobContext): Promise<MonitoringFile[]> {
  const judged = await inSteps(judgeMonitoring(context.work.handle, examination), job);
  return judged.map((file) => outlineOf(file, examination.options));
}

/** Judges and stores, others having their turn in between; a job that is cancelled meanwhile has stored nothing. */
function commit(context: WritingContext, examination: MonitoringExamination, job: JobContext): Promise<MonitoringFile[]> {
  const days = examination.files.reduce((sum, { content }) => sum + (content?.kind === 'monitoring' ? content.days.length : 0), 0);
  const steps = countOfSteps(days);
  let done = 0;
  return context.writer.transactionInSteps(
    () => taken(context, examination),
    async () => {
      done += 1;
      job.report(Math.min(done / steps, 1) * ALMOST, 'storeMonitoring');
      await checkpoint(job);
    },
  );
}

/** The end is when all is stored. */
const ALMOST = 0.99;

/** A batch of which nothing is taken in leaves the work as it was. */
function* taken(context: WritingContext, examination: MonitoringExamination): Steps<MonitoringFile[]> {
  const db = context.writer;
  const judged = yield* judgeMonitoring(db, examination);
  const now = examination.at;
  const stored: (StoredFile | null)[] = [];
  for (const entry of judged)
    stored.push(entry.outcome === 'accepted' ? yield* storeMonitoring(db, entry, examination.options, now) : null);
  const files = judged.map((file) => outlineOf(file, examination.options));
  if (stored.every((entry) => entry === null)) return files;
  const ground = { document: null, reason: assignedAtImport, actor: context.actor.name, at: now };
  const stations = [
    ...storeStatements(db, examination.statements, ground),
    ...storeProposals(
      db,
      judged.flatMap(({ outcome, proposals = [] }) => (outcome === 'accepted' ? proposals : [])),
      ground,
    ),
  ];
  const sources = new Set(judged.flatMap(({ outcome, file }) => (outcome === 'accepted' ? file.sources : [])));
  const rules = storeRules(
    db,
    examination.rules.filter(({ source }) => sources.has(source)),
    { document: null, reason: ruleChosenAtImport, actor: context.actor.name, storedAt: now },
  );
  const logged = files.map(({ file, sha256, outcome, findings }, index) => ({
    id: stored[index]?.id ?? null,
    number: stored[index]?.number ?? null,
    file,
    sha256,
    kind: judged[index]?.file.content?.kind ?? null,
    outcome,
    found: outcome === 'accepted' ? findings.map(loggedFinding) : [],
    sources: judged[index]?.file.sources ?? [],
    ...openedOf(stored[index]?.opened ?? null),
  }));
  // How they were read decides what they say as much as their bytes do.
  db.note({ detail: { at: now, options: examination.options, files: logged, ...said({ stations, rules }) } });
  return files;
}

/** What was said along with the files, where anything was. */
const said = (lists: Readonly<Record<string, readonly object[]>>): object =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));

/** SHA-256 of what the original is read as, where it came with a password. */
const openedOf = (opened: string | null): { readonly opened?: string } => (opened === null ? {} : { opened });
