import { finding, type FindingCode, type FindingParams } from '../../../shared/domain/findings.ts';
import { settleUnit, type VisibleIdentity, visibleIdentity } from '../../../shared/domain/returns/identify.ts';
import { IDS_EDITION } from '../../../shared/domain/returns/reading-edition.ts';
import { recogniseReturn } from '../../../shared/domain/returns/recognise.ts';
import type { ReturnIdentity } from '../../../shared/domain/returns/types.ts';
import type { RawWorkbook } from '../../../shared/domain/tables/raw-workbook.ts';
import type { Steps } from '../../db/stepwise.ts';
import { inSteps } from '../../jobs/progress.ts';
import { sha256OfFile, type SourceFile } from '../files.ts';
import { unreadable } from '../unpack.ts';
import { examineWithoutKey } from './examine-unkeyed.ts';
import { type ExaminedFile, type ExamineRequest, type Received, refused, refusedBy, unread } from './examined-file.ts';
import { readByLayout } from './read-return.ts';

/**
 * Reads one file as far as it can be read. Never throws for a bad file: what is wrong becomes findings. Null for a file that is not wanted.
 */
export async function examineFile(source: SourceFile, request: ExamineRequest): Promise<ExaminedFile | null> {
  // Office keeps such a file beside a workbook that is open; a program that copies folders may have filled it.
  if (source.name.startsWith('~$')) return request.only === null ? refused(unread(source.name), 'FILE_LOCK', {}) : null;
  let bytes: Uint8Array;
  try {
    bytes = await source.read();
  } catch (error) {
    const { code, params } = unreadable(error);
    return request.only === null ? refused(unread(source.name), code, params) : null;
  }
  const sha256 = await sha256OfFile(bytes);
  return request.only?.has(sha256) === false ? null : examineHashed(source.name, sha256, bytes, request);
}

/** The same for bytes at hand: what the import reads from them, and what the check must find again in the stored original. */
export async function examineBytes(name: string, bytes: Uint8Array, request: ExamineRequest): Promise<ExaminedFile> {
  return examineHashed(name, await sha256OfFile(bytes), bytes, request);
}

async function examineHashed(name: string, sha256: string, bytes: Uint8Array, request: ExamineRequest): Promise<ExaminedFile> {
  const read = await request.readTable(name, bytes, { passwords: request.passwords });
  if (!read.ok) return refused({ ...unread(name), sha256 }, read.code, read.params);
  const chosen = request.units.get(sha256) ?? request.chosen;
  const received = { name, sha256, bytes, opened: read.opened };
  return inSteps(examineWorkbook(received, read.workbook, { ...request, chosen }), request);
}

function* examineWorkbook(received: Received, workbook: RawWorkbook, request: ExamineRequest): Steps<ExaminedFile> {
  yield;
  const recognised = recogniseReturn(workbook);
  const seen = visibleIdentity(workbook, request.yearPlan.plan);
  if (recognised === null) return yield* examineWithoutKey(received, workbook, seen, request);
  const { identity } = recognised;
  const problem = identityProblem(identity, request);
  if (problem?.code === 'RETURN_OTHER_YEAR' && yearOf(seen) === request.year)
    return yield* examineOtherForm(received, workbook, seen, request, identity);
  if (problem !== null) return refused(received, problem.code, problem.params);
  const { plan } = request.yearPlan;
  const key = plan.units.find((candidate) => candidate.id === identity.unitId);
  if (key === undefined) return refused(received, 'RETURN_UNKNOWN_UNIT', { unit: identity.unitId });
  const year = yearOf(seen);
  if (seen.year !== null && year !== null && year !== identity.year) {
    const place = { file: received.name, sheet: seen.year.sheet, cell: seen.year.cell };
    return refusedBy(received, finding('RETURN_YEAR_DISAGREES', place, { cover: seen.year.text, key: identity.year }), []);
  }
  const verdict = settleUnit(received.name, key, seen, { chosen: request.chosen, several: request.edition >= IDS_EDITION }, plan);
  if (verdict.kind !== 'settled') return refusedBy(received, verdict.finding, verdict.kind === 'open' ? verdict.choices : []);
  return yield* readByLayout(
    received,
    workbook,
    { ...identity, unit: verdict.unit, own: verdict.unit.id === key.id },
    request,
    verdict.findings,
  );
}

/** 考核年度 as the cover shows it. */
function yearOf({ year }: VisibleIdentity): number | null {
  const found = /20\d{2}/.exec(year?.text ?? '');
  return found === null ? null : Number(found[0]);
}

/** The form of another year on which people wrote this year: its rows are found as in any table that is no form of ours. */
function* examineOtherForm(
  received: Received,
  workbook: RawWorkbook,
  seen: VisibleIdentity,
  request: ExamineRequest,
  { year: found }: ReturnIdentity,
): Steps<ExaminedFile> {
  const read = yield* examineWithoutKey(received, workbook, seen, request);
  const place = { file: received.name, sheet: seen.year?.sheet ?? null, cell: seen.year?.cell ?? null };
  return { ...read, findings: [finding('RETURN_FORM_OF_YEAR', place, { found, expected: request.year }), ...read.findings] };
}

function identityProblem(
  identity: ReturnIdentity,
  { yearPlan, year }: ExamineRequest,
): { code: FindingCode; params: FindingParams } | null {
  if (identity.planId !== yearPlan.plan.id)
    return { code: 'RETURN_OTHER_PLAN', params: { found: identity.planId, expected: yearPlan.plan.id } };
  if (identity.year !== year) return { code: 'RETURN_OTHER_YEAR', params: { found: identity.year, expected: year } };
  return null;
}
