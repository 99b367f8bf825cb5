import type { MonitoringFile, MonitoringReport } from '../../../../shared/contract/monitoring.ts';
import { beijingDay } from '../../../../shared/domain/calendar.ts';
import { type Finding, finding } from '../../../../shared/domain/findings.ts';
import type { StationRegister } from '../../../../shared/domain/monitoring/stations/register.ts';
import type { StationStatement } from '../../../../shared/domain/monitoring/stations/types.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import type { Steps } from '../../../db/stepwise.ts';
import type { PreparedDay } from '../receiving/prepare-days.ts';
import { type ReadingOptions, selectMonitoringFilesBySha256 } from '../../../db/queries/monitoring.ts';
import { selectMonitoringNumbers, selectWithdrawnMonitoring } from '../../../db/queries/register.ts';
import { countSupersededDays } from '../../../db/queries/station-days.ts';
import { canonicalJson } from '../../files.ts';
import type { ExaminedMonitoring } from '../receiving/examine-file.ts';
import { farFromKnown } from './far-from-known.ts';
import { type JudgedDays, judgeDays } from './judge-days.ts';
import { createKnownEntries, type JudgedEntries, type KnownEntries } from './judge-entries.ts';
import { besideMeasured } from './measured-findings.ts';
import { asksOf } from '../sources/asks.ts';
import { rulesFor, type SaidRule } from '../sources/source-rules.ts';
import { createKnownDays, type KnownDays } from './known-days.ts';
import { type ProposedItems, watchStations } from './watch-stations.ts';

/** A file with its verdict: what taking it in now would do. */
export interface JudgedMonitoring {
  readonly file: ExaminedMonitoring;
  readonly outcome: MonitoringFile['outcome'];
  readonly days: JudgedDays | null;
  readonly entries: JudgedEntries | null;
  readonly findings: readonly Finding[];
  /** 监测项目 that are said with the file, where it would change them unsaid. */
  readonly proposals?: readonly ProposedItems[];
}

export interface MonitoringExamination {
  /** When the files came. */
  readonly at: string;
  readonly files: readonly ExaminedMonitoring[];
  readonly options: ReadingOptions;
  readonly register: StationRegister;
  /** Assignments (归入) that are stored with the first file taken in. */
  readonly statements: readonly StationStatement[];
  /** Rules for values, to be stored with the first file of their source that is taken in. */
  readonly rules: readonly SaidRule[];
  readonly nameOf: (placeId: string, station: string) => string;
}

/**
 * What only shows when a file is held against the batch and against what is stored. In steps, which can be those of the transaction that also
 * stores. A file that says nothing new is not stored, as little as one that is stored already.
 */
export function* judgeMonitoring(db: ReadHandle, { files, options, register, nameOf }: MonitoringExamination): Steps<JudgedMonitoring[]> {
  const names = new Map<string, string>();
  const [known, entries] = [createKnownDays(db, register), createKnownEntries(db)];
  const verdicts: JudgedMonitoring[] = [];
  for (const file of files) {
    const { content, sha256 } = file;
    if (content === null || sha256 === null) {
      verdicts.push({ file, outcome: 'rejected', days: null, entries: null, findings: file.findings });
      continue;
    }
    const again = sameBytes(db, sha256, file, options, names);
    if (again !== null) {
      verdicts.push({ file, outcome: 'duplicate', days: null, entries: null, findings: again });
      continue;
    }
    names.set(sha256, file.name);
    const putAway = new Set(selectMonitoringFilesBySha256(db, sha256).map((record) => record.id));
    const batch = {
      known: putAway.size === 0 ? known : { ...known, after: (day: PreparedDay) => known.after(day, putAway) },
      entries,
      register,
      nameOf,
    };
    verdicts.push(yield* judged(file, content, batch));
  }
  return verdicts;
}

interface Known {
  readonly register: StationRegister;
  readonly known: KnownDays;
  readonly entries: KnownEntries;
  readonly nameOf: (placeId: string, station: string) => string;
}

function* judged(
  file: ExaminedMonitoring,
  content: NonNullable<ExaminedMonitoring['content']>,
  { known, entries, register, nameOf }: Known,
): Steps<JudgedMonitoring> {
  if (content.kind === 'monitoring' && content.published.length > 0) {
    const verdict = entries.published(content.published);
    const outcome = verdict.added === 0 ? 'unchanged' : 'accepted';
    return { file, outcome, days: null, entries: verdict, findings: file.findings };
  }
  if (content.kind === 'monitoring') {
    const days = yield* judgeDays(content.days, { file: file.name, known, nameOf });
    const watched = watchStations(content.days, register, { file: file.name, known, nameOf });
    const far = farFromKnown(content.days, { file: file.name, known, nameOf });
    const findings = [...file.findings, ...days.findings, ...far, ...watched.findings];
    if (days.news === 0) return { file, outcome: 'unchanged', days, entries: null, findings };
    known.add(content.days);
    return { file, outcome: 'accepted', days, entries: null, findings, proposals: watched.proposals };
  }
  const verdict = content.kind === 'dust' ? entries.dust(content) : entries.forecasts(content.rows);
  const beside = content.kind === 'dust' ? besideMeasured(content.beside ?? [], { file: file.name, known, nameOf }) : [];
  const taken =
    verdict.removedDates.length === 0 || content.kind !== 'dust'
      ? []
      : [
          finding(
            'DUST_DAYS_REMOVED',
            { file: file.name },
            { ...content.span, count: verdict.removedDates.length, dates: verdict.removedDates.slice(0, MOST_DATES).join('、') },
          ),
        ];
  return {
    file,
    outcome: verdict.added + verdict.removed === 0 ? 'unchanged' : 'accepted',
    days: null,
    entries: verdict,
    findings: [...file.findings, ...beside, ...taken],
  };
}

const MOST_DATES = 20;

/** The same bytes read the same way say the same; of a stored file, what was corrected since stays corrected. */
function sameBytes(
  db: ReadHandle,
  sha256: string,
  file: ExaminedMonitoring,
  options: ReadingOptions,
  names: ReadonlyMap<string, string>,
): Finding[] | null {
  const twin = names.get(sha256);
  if (twin !== undefined) return [finding('FILE_DUPLICATE', { file: file.name }, { other: twin })];
  const stored = selectMonitoringFilesBySha256(db, sha256).find(
    (record) => isReadAlike(record.options, options, file.sources) && !reachesBeyond(file.content, beijingDay(record.importedAt)),
  );
  if (stored === undefined) return null;
  const known = finding('FILE_DUPLICATE', { file: file.name }, { other: stored.fileName });
  if (selectWithdrawnMonitoring(db).has(stored.id)) {
    const number = selectMonitoringNumbers(db).get(stored.id) ?? '';
    return [known, finding('MONITOR_WITHDRAWN', { file: file.name }, { number })];
  }
  const corrected = countSupersededDays(db, stored.id);
  return [known, ...(corrected === 0 ? [] : [finding('MONITOR_CORRECTED_SINCE', { file: file.name }, { days: corrected })])];
}

/** Days that were ahead of the day of import then, and have passed since. */
const reachesBeyond = (content: ExaminedMonitoring['content'], day: string): boolean =>
  content !== null &&
  content.kind !== 'forecast' &&
  (content.kind === 'dust' ? content.entries : [...content.days, ...content.published]).some(({ date }) => date > day);
/** Rules of sources that the file has none of change nothing in it. */
function isReadAlike(stored: ReadingOptions, options: ReadingOptions, sources: readonly string[]): boolean {
  const own = ({ rules, ...others }: ReadingOptions): string => canonicalJson({ ...others, rules: rulesFor(rules ?? [], sources) });
  return own(stored) === own(options);
}

/** A judged file as the contract tells it. */
export function outlineOf({ file, outcome, days, entries, findings }: JudgedMonitoring, { rules }: ReadingOptions): MonitoringFile {
  return {
    file: file.name,
    sha256: file.sha256,
    kind: file.content?.kind === 'monitoring' && file.content.published.length > 0 ? 'published' : (file.content?.kind ?? null),
    outcome,
    sample: file.sample,
    format: file.format,
    encoding: file.encoding,
    tables: file.tables,
    places: days?.places ?? [],
    changes: days?.changes ?? [],
    changeCount: days?.changeCount ?? 0,
    entries: entries === null ? null : { read: entries.read, added: entries.added, removed: entries.removed },
    asks: asksOf({ asked: file.asked, days: file.content?.kind === 'monitoring' ? file.content.days : [] }, rules ?? []),
    findings: [...findings],
  };
}

export function countsOf(files: readonly MonitoringFile[]): MonitoringReport['counts'] {
  const findings = files.flatMap((file) => file.findings);
  const outcome = (wanted: MonitoringFile['outcome']): number => files.filter((file) => file.outcome === wanted).length;
  const severity = (wanted: Finding['severity']): number => findings.filter((item) => item.severity === wanted).length;
  return {
    accepted: outcome('accepted'),
    duplicate: outcome('duplicate'),
    unchanged: outcome('unchanged'),
    rejected: outcome('rejected'),
    errors: severity('error'),
    warnings: severity('warning'),
    infos: severity('info'),
  };
}
