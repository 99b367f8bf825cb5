import { parseDocument } from 'yaml';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import type { SchemeView } from '../../../shared/contract/scheme-life.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { Raw } from '../../../shared/domain/schemes/base/records.ts';
import { selectSchemes } from '../../db/queries/schemes.ts';
import type { ServiceEnvironment, WritingContext } from '../context.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { schemeFile } from '../scheme-life/act-on-scheme.ts';
import { addSchemeText } from '../scheme-life/add-scheme.ts';
import { checkSchemeText } from '../schemes/language/check-file.ts';
import { editedText } from './edited-text.ts';

/** 保存新版 of a scheme that was edited as data. What it was called by and whether it is 示范 stays: only approval takes that mark. */
export function saveVersion(context: WritingContext, { id, number, data, reason }: MethodInput<'schemes.edit'>): SchemeView {
  const { name, text } = schemeFile(context.writer, id, number);
  const { demonstration } = checkSchemeText(name, text).schemes[0]?.scheme.head ?? {};
  const kept: Raw = { ...data, id, ...(demonstration === undefined ? {} : { demonstration }) };
  return addSchemeText(context, name, editedText(text, kept), reason);
}

/** 新办法: from a published one, or from the blank one of its kind. */
export function beginScheme(
  context: WritingContext,
  { newId, title, from, kind, published, reason }: MethodInput<'schemes.begin'>,
): SchemeView {
  if (selectSchemes(context.writer).some(({ id }) => id === newId)) throw new Failure('SCHEME_EXISTS', { scheme: newId });
  const text =
    published === null
      ? readFileSync(join(context.templatesFolder, 'schemes', 'blank', `${kind}.yml`), 'utf8')
      : publishedText(context, published);
  const document = parseDocument(text);
  // A ranking of one indicator after the other is one of this plan's towns, which every period can be ranked by.
  const plan = published === null && kind === 'ranking' ? { plan: readWorkPlan(context.writer).plan.id } : {};
  for (const [key, value] of Object.entries({ id: newId, title, from, ...plan })) document.set(key, value);
  return addSchemeText(context, `${newId}.yml`, document.toString({ lineWidth: 0 }), reason);
}

/** 已发布办法: one file each in templates/schemes/published. */
export function publishedSchemes(environment: ServiceEnvironment): MethodOutput<'schemes.published'> {
  const keys = readdirSync(folderOf(environment)).flatMap((name) => (name.endsWith('.yml') ? [name.slice(0, -'.yml'.length)] : []));
  return {
    schemes: keys.toSorted().flatMap((key) => {
      const { view, schemes } = checkSchemeText(key, publishedText(environment, key));
      const head = schemes[0]?.scheme.head;
      if (head === undefined) return [];
      const source = Array.isArray(head.source) ? head.source.join('；') : (head.source ?? '');
      return [{ key, title: head.title ?? key, from: head.from ?? '', source, out: view.schemes[0]?.out ?? '' }];
    }),
  };
}

const folderOf = ({ templatesFolder }: ServiceEnvironment): string => join(templatesFolder, 'schemes', 'published');

/** Only by a name of the list: a path is none. */
function publishedText(environment: ServiceEnvironment, key: string): string {
  const name = readdirSync(folderOf(environment)).find((file) => file === `${key}.yml`);
  if (name === undefined) throw new Failure('SCHEME_MISSING', { scheme: key, known: '' });
  return readFileSync(join(folderOf(environment), name), 'utf8');
}
