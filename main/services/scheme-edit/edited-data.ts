import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { isRecord, type Raw } from '../../../shared/domain/schemes/base/records.ts';
import { rowsOf } from '../../../shared/domain/plan/statements.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { schemeFile } from '../scheme-life/act-on-scheme.ts';
import { requireStored } from '../scheme-life/list-schemes.ts';
import { isLanguage } from '../../../shared/domain/schemes/translate/recognise.ts';
import { linksIn } from './edited-text.ts';
import { parseSchemeText } from '../schemes/language/read-scheme-file.ts';

/** A version as its file has it; null for one that is not of the language. */
export function dataOfVersion(db: ReadHandle, id: string, number: number): Raw | null {
  const { data } = parseSchemeText(schemeFile(db, id, number).text);
  return isRecord(data) && isLanguage(data) ? data : null;
}

/** 草稿 to begin from: a version and the names of what it may measure. */
export function draftOf(db: ReadHandle, id: string, number: number | null): MethodOutput<'schemes.draft'> {
  const stored = requireStored(db, id, number);
  const links = linksIn(schemeFile(db, id, stored.number).text);
  const rows = rowsOf(readWorkPlan(db).plan);
  const named = rows.flatMap((row) => [
    ...row.measures.map(({ id: measure, name }) => [measure, name] as const),
    [row.id, 'name' in row ? row.name.replaceAll('\n', '') : row.text] as const,
  ]);
  return {
    number: stored.number,
    data: dataOfVersion(db, id, stored.number),
    measures: Object.fromEntries(named),
    links: links.map((paths) => [...paths]),
  };
}
