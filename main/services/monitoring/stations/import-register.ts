import type { MethodInput, MethodOutput } from '../../../../shared/contract/contract.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import type { ServiceContext, WritingContext } from '../../context.ts';
import type { ReadSource } from '../../plan-book/read-source.ts';
import { type Drafts, stationDrafts } from './draft-statements.ts';
import { findStation } from './find-station.ts';
import { readRegisterRows, type RegisterRequest, type RegisterRow } from './read-register.ts';
import { storeStatements } from './say-stations.ts';

type Report = MethodOutput<'stations.read'>;
type Line = Report['lines'][number];

/** What a table of stations (站点表) says, row by row; nothing is stored. */
export const previewRegister = ({ work }: ServiceContext, source: ReadSource): Report => drafted(work.handle, source).report;

/** Says of every station of a table what its row says, all at once; with a row that cannot be taken nothing is stored. */
export function importRegister(
  context: WritingContext,
  source: ReadSource,
  { document, reason }: Pick<MethodInput<'stations.import'>, 'document' | 'reason'>,
): MethodOutput<'stations.import'> {
  const { writer: db } = context;
  return db.transaction(() => {
    const { report, drafts } = drafted(db, source);
    const stored = drafts.statements.length > 0 && report.lines.every(({ failure }) => failure === null);
    if (!stored) return { ...report, stored };
    const ground = { document: document ?? null, reason, actor: context.actor.name, at: context.now() };
    const entries = storeStatements(db, drafts.statements, ground);
    db.note({ subject: source.file, reason, detail: { file: source.file, sha256: source.sha256, entries } });
    return { ...report, stored };
  });
}

function drafted(db: ReadHandle, source: ReadSource): { readonly report: Report; readonly drafts: Drafts } {
  const drafts = stationDrafts(db);
  const rows = source.workbook === null ? [] : readRegisterRows(source.workbook);
  const known = new Set(drafts.names().register.stations.keys());
  const lines = rows.map((row) => lineOf(row, drafts, known));
  return { report: { file: source.file, findings: [...source.findings], lines }, drafts };
}

/** A station that was known by its code alone gets its name from the table. */
function calledOtherwise(request: RegisterRequest, drafts: Drafts): RegisterRequest {
  const names = drafts.names();
  const { name = '', code } = request;
  return typeof code === 'string' && findStation(names, name) === null && findStation(names, code) !== null
    ? { ...request, station: code }
    : request;
}

function lineOf({ sheet, cell, name, request }: RegisterRow, drafts: Drafts, known: ReadonlySet<string>): Line {
  const line = { sheet, cell, name, code: null, places: [], act: null, failure: null };
  if (request instanceof Failure) return { ...line, failure: { code: request.code, params: request.params } };
  const said = { ...line, code: request.code ?? null, places: (request.places ?? []).map(({ place }) => place) };
  try {
    return { ...said, act: known.has(drafts.set(calledOtherwise(request, drafts))) ? 'changed' : 'new' };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { ...said, failure: { code: error.code, params: error.params } };
  }
}
