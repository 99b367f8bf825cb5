import type { CheckProblem } from '../../../shared/contract/check.ts';
import { scanBrokenText } from '../../../shared/text/check-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectFileBytes } from '../../db/queries/originals.ts';
import { type OutlineFileRecord, selectLoggedOutlineFiles, selectOutlineFiles } from '../../db/queries/outlines.ts';
import { sha256Of } from '../files.ts';
import { toldBy, unlike } from './match-rows.ts';

/** 镇街轮廓: every file that was taken in or away is logged, and is there byte by byte. */
export function outlineProblems(db: ReadHandle): CheckProblem[] {
  const stored = selectOutlineFiles(db);
  return [...unlike('outline', stored.map(told), selectLoggedOutlineFiles(db).map(told)), ...stored.flatMap((row) => broken(db, row))];
}

const told = ({ fileName, sha256, source, sketch, reason, actor, at }: OutlineFileRecord) =>
  toldBy([fileName, sha256 ?? '去掉', source, sketch ? '示意' : '', reason, actor, at].join(' '));

function broken(db: ReadHandle, { fileName, sha256 }: OutlineFileRecord): CheckProblem[] {
  if (sha256 === null) return [];
  const bytes = selectFileBytes(db, sha256);
  return bytes !== null && sha256Of(bytes) === sha256 ? [] : [{ kind: 'file', place: fileName, detail: scanBrokenText(sha256) }];
}
