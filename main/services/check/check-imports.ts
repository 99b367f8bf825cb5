import type { CheckProblem } from '../../../shared/contract/check.ts';
import { checkPlaceText, schemaProblemText, strayFileText } from '../../../shared/text/check-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import {
  type BatchRecord,
  type ImportedReturn,
  type LoggedBatch,
  type ReturnRecord,
  selectBatches,
  selectImportedReturns,
  selectLoggedBatches,
  selectStrayFiles,
} from '../../db/queries/returns.ts';
import { schemaProblems } from '../../db/schema-problems.ts';
import { type Told, unlike, unpaired } from './match-rows.ts';

/** Each import is logged with the files it took in: a return or an import that is gone, or that nobody has made, is a problem. */
export function importProblems(db: ReadHandle, returns: readonly ReturnRecord[], nameOf: (unitId: string) => string): CheckProblem[] {
  const told = ({ batchId, fileName, sha256, unitId, year, version, reading }: ImportedReturn): Told => ({
    place: checkPlaceText.imported({ unit: nameOf(unitId), year, version, file: fileName }),
    line: JSON.stringify([batchId, fileName, sha256, unitId, year, version, reading]),
  });
  return [...unlike('return', returns.map(told), selectImportedReturns(db).map(told)), ...batchProblems(db)];
}

/** The moment of an import says by which settings and rounds its returns were read. */
const batchProblems = (db: ReadHandle): CheckProblem[] =>
  unpaired('batch', { rows: selectBatches(db), entries: selectLoggedBatches(db) }, isOf, checkPlaceText.batch);

const isOf = (batch: BatchRecord, said: LoggedBatch): boolean =>
  batch.id === said.id &&
  batch.year === said.year &&
  batch.sample === said.sample &&
  (said.importedAt ?? batch.importedAt) === batch.importedAt;

/** Originals that nothing was read from, or whose size is said wrongly; one that is gone shows where it was read from. */
export const strayFiles = (db: ReadHandle): CheckProblem[] =>
  selectStrayFiles(db).map(({ sha256, used }) => ({
    kind: 'file',
    place: `${sha256.slice(0, 12)}…`,
    detail: used === 0 ? strayFileText.unused : strayFileText.size,
  }));

/** 表结构: tables, triggers and views as the program makes them. */
export const structureProblems = (db: ReadHandle): CheckProblem[] =>
  schemaProblems(db).map(({ type, name, problem }) => ({
    kind: 'database',
    place: checkPlaceText.schema(type, name),
    detail: schemaProblemText[problem],
  }));
