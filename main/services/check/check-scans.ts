import type { CheckProblem } from '../../../shared/contract/check.ts';
import { scanBrokenText, scanPlaceText } from '../../../shared/text/check-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectFileBytes } from '../../db/queries/originals.ts';
import { selectNumberedTyped } from '../../db/queries/typed-returns.ts';
import { sha256Of } from '../files.ts';

/** 扫描件: what the unit wrote by hand has to be there, byte by byte, for whoever compares what was typed with it. */
export const scanProblems = (db: ReadHandle): CheckProblem[] =>
  selectNumberedTyped(db).flatMap(({ number, scan }): CheckProblem[] => {
    if (scan === null) return [];
    const bytes = selectFileBytes(db, scan.sha256);
    if (bytes !== null && sha256Of(bytes) === scan.sha256) return [];
    return [{ kind: 'file', place: scanPlaceText(number, scan.name), detail: scanBrokenText(scan.sha256) }];
  });
