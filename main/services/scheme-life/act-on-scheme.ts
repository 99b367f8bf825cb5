import { stringify } from 'yaml';
import type { SchemeView } from '../../../shared/contract/scheme-life.ts';
import { isLanguage } from '../../../shared/domain/schemes/translate/recognise.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { insertSchemeAct, selectSchemeSource } from '../../db/queries/schemes.ts';
import type { WritingContext } from '../context.ts';
import { languageOf } from '../schemes/stored-schemes.ts';
import { listSchemeViews, requireStored } from './list-schemes.ts';

export interface SchemeActRequest {
  readonly id: string;
  readonly act: 'approve' | 'retire' | 'restore';
  /** Of `approve`: which version; the newest without it. */
  readonly number: number | null;
  readonly document: string | null;
  readonly reason: string;
}

/** 审定 takes the mark 示范 from one version, by name and document; 停用 and 恢复 are of the scheme as a whole. */
export function actOnScheme(context: WritingContext, { id, act, number, document, reason }: SchemeActRequest): SchemeView {
  const db = context.writer;
  const stored = requireStored(db, id, number);
  db.transaction(() => {
    const version = act === 'approve' ? stored.version : null;
    insertSchemeAct(db, { id, version, act, document, reason, actor: context.actor.name, at: context.now() });
    db.note({ subject: id, reason, detail: { id, act, number: act === 'approve' ? stored.number : null, document } });
  });
  const [view] = listSchemeViews(db, null).filter((one) => one.id === id);
  if (view === undefined) throw new RangeError(`scheme ${id} is gone`);
  return view;
}

/**
 * The file of a version, to be edited: in the language as its author wrote it; one of the older form is said in the language, and only where that has no
 * room for something it says as it was written.
 */
export function schemeFile(db: ReadHandle, id: string, number: number | null): { name: string; text: string } {
  const stored = requireStored(db, id, number);
  const content: unknown = JSON.parse(stored.content);
  const translated = isLanguage(content) ? null : languageOf(stored);
  const source = translated === null ? selectSchemeSource(db, id, stored.version) : null;
  const text = source ?? stringify(translated ?? content, { lineWidth: 0 });
  return { name: `${id}-${stored.number}.yml`, text };
}
