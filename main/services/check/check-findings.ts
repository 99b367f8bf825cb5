import type { CheckProblem } from '../../../shared/contract/check.ts';
import type { Finding } from '../../../shared/domain/findings.ts';
import { CELLS_EDITION } from '../../../shared/domain/returns/reading-edition.ts';
import { checkPlaceText, findingProblemText } from '../../../shared/text/check-text.ts';
import { findingText } from '../../../shared/text/finding-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type LoggedImport, selectFindingRecords, selectLoggedImports, selectLoggedMonitoringFindings } from '../../db/queries/findings.ts';
import { type MonitoringFileRecord, selectMonitoringFindings } from '../../db/queries/monitoring.ts';
import type { ReturnRecord } from '../../db/queries/returns.ts';
import { type LoggedFinding, loggedFinding } from '../logged-findings.ts';
import { pairOff } from './match-rows.ts';

/** What the reading of each original finds again, by the id of its return or monitoring file; null where it cannot be read. */
export type FoundAgain = ReadonlyMap<number, readonly Finding[] | null>;

/**
 * 查出的问题 of returns: one that is gone no longer stands against signing the year, so each is held against what the import's event tells of it.
 * Where the event is from before it told them, the errors at cells are held against what reading the original finds again.
 */
export function findingProblems(db: ReadHandle, returns: readonly ReturnRecord[], again: FoundAgain): CheckProblem[] {
  const records = selectFindingRecords(db);
  const imports = selectLoggedImports(db);
  const ofReturn = Map.groupBy(records, ({ returnId }) => returnId);
  const entries = new Map(imports.map((entry) => [entry.returnId, entry]));
  const taken = returns.flatMap((record): CheckProblem[] => {
    const stored = (ofReturn.get(record.id) ?? []).map(({ finding }) => finding);
    const found = foundOf(entries.get(record.id));
    const file = checkPlaceText.version(record.fileName, record.version);
    if (found !== null) return told(file, stored, found, again.get(record.id) ?? []);
    return record.reading < CELLS_EDITION ? [] : readAgain(file, stored, again.get(record.id) ?? null);
  });
  const refused = (ofReturn.get(null) ?? []).map(({ batchId, finding }) => ({ batchId, finding }));
  return [...taken, ...refusedProblems(imports, refused)];
}

/** The same of monitoring files, dust days and forecasts. */
export function monitoringFindingProblems(db: ReadHandle, files: readonly MonitoringFileRecord[], again: FoundAgain): CheckProblem[] {
  const logged = new Map(selectLoggedMonitoringFindings(db).map((entry) => [entry.fileId, entry]));
  return files.flatMap((file) => {
    const stored = selectMonitoringFindings(db, file);
    const found = foundOf(logged.get(file.id));
    const place = checkPlaceText.monitoringFile(file.fileName, file.id);
    return found === null ? readAgain(place, stored, again.get(file.id) ?? null) : told(place, stored, found, again.get(file.id) ?? []);
  });
}

const foundOf = (entry: { readonly found: string | null } | undefined): readonly LoggedFinding[] | null =>
  entry === undefined || entry.found === null ? null : (JSON.parse(entry.found) as readonly LoggedFinding[]);

/** Against what the event tells: every finding, as it was and in its turn. */
function told(file: string, stored: readonly Finding[], found: readonly LoggedFinding[], again: readonly Finding[]): CheckProblem[] {
  const { missing, foreign, misplaced } = pairOff(stored, found, (item, entry) => isSame(loggedFinding(item), entry));
  const known = (entry: LoggedFinding): string => {
    const item = again.find((one) => isAt(one, entry));
    return item === undefined ? findingProblemText.rule(entry.code) : sentenceOf(item);
  };
  return [
    ...missing.map((entry) => problem(file, entry, findingProblemText.notStored(known(entry)))),
    ...foreign.map((item) => problem(file, item, findingProblemText.notLogged(sentenceOf(item)))),
    ...(misplaced === null ? [] : [problem(file, misplaced, findingProblemText.misplaced)]),
  ];
}

/** Against the original: errors at cells, which follow from the file alone. */
function readAgain(file: string, stored: readonly Finding[], again: readonly Finding[] | null): CheckProblem[] {
  if (again === null) return [];
  const { missing, foreign } = pairOff(stored.filter(isCellError), again.filter(isCellError), isAt);
  return [
    ...missing.map((item) => problem(file, item, findingProblemText.notStored(sentenceOf(item)))),
    ...foreign.map((item) => problem(file, item, findingProblemText.notLogged(sentenceOf(item)))),
  ];
}

interface Refused {
  readonly batchId: number;
  readonly finding: Finding;
}

/** Of files that an import did not take in; where its event does not tell what was found, each of them was refused for something. */
function refusedProblems(imports: readonly LoggedImport[], stored: readonly Refused[]): CheckProblem[] {
  const keyOf = (batchId: number, file: string): string => JSON.stringify([batchId, file]);
  const rows = Map.groupBy(stored, ({ batchId, finding }) => keyOf(batchId, finding.file));
  const entries = Map.groupBy(
    imports.filter(({ accepted }) => !accepted),
    ({ batchId, file }) => keyOf(batchId, file),
  );
  const keys = [...new Set([...entries.keys(), ...rows.keys()])];
  return keys.flatMap((key): CheckProblem[] => {
    const [own, said] = [(rows.get(key) ?? []).map(({ finding }) => finding), entries.get(key) ?? []];
    const file = said[0]?.file ?? own[0]?.file ?? '';
    const found = said.map(foundOf);
    if (found.every((list) => list !== null)) return told(file, own, found.flat(), []);
    const missing = said.length - own.length;
    return missing > 0 ? [{ kind: 'finding', place: file, detail: findingProblemText.fewer(said.length, own.length) }] : [];
  });
}

type Place = Pick<Finding, 'code' | 'sheet' | 'cell'>;

const isAt = (one: Place, other: Place): boolean => one.code === other.code && one.sheet === other.sheet && one.cell === other.cell;

const isSame = (one: LoggedFinding, other: LoggedFinding): boolean => isAt(one, other) && one.sum === other.sum;

const isCellError = ({ severity, cell }: Finding): boolean => severity === 'error' && cell !== null;

const sentenceOf = ({ code, params }: Finding): string => findingText(code, params).replace(/。$/u, '');

const problem = (file: string, { sheet, cell }: Pick<Place, 'sheet' | 'cell'>, detail: string): CheckProblem => ({
  kind: 'finding',
  place: checkPlaceText.finding(file, sheet, cell),
  detail,
});
