import { parse, stringify } from 'yaml';
import type { SchemeView } from '../../../shared/contract/scheme-life.ts';
import { scoringSchemeSchema } from '../../../shared/domain/assessment/scheme.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { schemeProblemSentence, schemeYamlSentence } from '../../../shared/text/scheme-text.ts';
import { insertScheme, type NewScheme, selectSchemes, selectSchemeSource } from '../../db/queries/schemes.ts';
import { decodeBytes } from '../../text-decoding/decode-bytes.ts';
import type { WritingContext } from '../context.ts';
import { canonicalJson, contentHash, type SourceFile } from '../files.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { parseScheme, preparedRanking } from '../ranking/add-scheme.ts';
import { checkSchemeText } from '../schemes/language/check-file.ts';
import { listSchemeViews, requireStored } from './list-schemes.ts';

/** Adds a scheme, or a new version of one, from a file of any kind; versions that are there stay, and years that are open go on by theirs. */
export async function addScheme(context: WritingContext, file: SourceFile, reason: string): Promise<SchemeView> {
  const bytes = await file.read().catch((error: unknown) => {
    throw new Failure('SCHEME_FILE_UNREADABLE', { file: file.name, reason: 'missing' }, { cause: error });
  });
  const decoded = decodeBytes(bytes, { wide: 'byZeros' });
  if (!decoded.ok) throw new Failure('SCHEME_FILE_UNREADABLE', { file: file.name, reason: decoded.reason });
  return storeScheme(context, preparedScheme(context, file.name, decoded.text), reason);
}

/** 复制: the newest version (or that of a number) under another id and as 示范, to be edited. */
export function copyScheme(context: WritingContext, id: string, number: number | null, newId: string, reason: string): SchemeView {
  const db = context.writer;
  const stored = requireStored(db, id, number);
  const source = selectSchemeSource(db, id, stored.version);
  const data = (source === null ? JSON.parse(stored.content) : parse(source)) as Record<string, unknown>;
  const text = stringify({ ...data, id: newId, demonstration: true }, { lineWidth: 0 });
  return storeScheme(context, preparedScheme(context, newId, text), reason);
}

function storeScheme(context: WritingContext, scheme: NewScheme, reason: string): SchemeView {
  const db = context.writer;
  db.transaction(() => {
    const versions = selectSchemes(db).filter((stored) => stored.id === scheme.id);
    if (versions.some((stored) => stored.version === scheme.version)) throw new Failure('SCHEME_EXISTS', { scheme: scheme.id });
    const other = versions.find((stored) => stored.kind !== scheme.kind);
    if (other !== undefined) throw new Failure('SCHEME_OTHER_KIND', { scheme: scheme.id });
    const number = insertScheme(db, scheme, { reason, actor: context.actor.name, at: context.now() });
    const { id, kind, year, version } = scheme;
    db.note({ subject: id, reason, detail: { id, kind, number, year, version } });
  });
  const view = listSchemeViews(db, null).find((one) => one.id === scheme.id);
  if (view === undefined) throw new RangeError(`scheme ${scheme.id} was not stored`);
  return view;
}

/** What kind of scheme a text is follows from its own words: rules, or kind ranking or scoring. */
function preparedScheme(context: WritingContext, file: string, text: string): NewScheme {
  const { plan } = readWorkPlan(context.writer);
  const data = plainData(file, text);
  if (typeof data !== 'object' || data === null) throw new Failure('SCHEME_INVALID', { file, path: '', detail: schemeYamlSentence('') });
  if ('rules' in data) return preparedRules(file, text);
  if ('kind' in data && data.kind === 'ranking') {
    const scheme = parseScheme(file, text);
    preparedRanking(scheme, plan, file);
    return {
      id: scheme.id,
      kind: 'ranking',
      year: scheme.year,
      version: contentHash(scheme),
      content: canonicalJson(scheme),
      source: text,
    };
  }
  const read = scoringSchemeSchema.safeParse(data);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Failure('SCHEME_INVALID', { file, path: issue?.path.join('.') ?? '', detail: issue?.message ?? '' });
  }
  if (read.data.plan !== plan.id) throw new Failure('SCHEME_OTHER_PLAN', { file, plan: read.data.plan, own: plan.id });
  const { id, year } = read.data;
  return { id, kind: 'scoring', year, version: contentHash(read.data), content: canonicalJson(read.data), source: text };
}

function plainData(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new Failure('SCHEME_INVALID', { file, path: '', detail: schemeYamlSentence('') }, { cause: error });
  }
}

/** A scheme written as rules needs its head: by its id it is found again, from its year on it holds. */
function preparedRules(file: string, text: string): NewScheme {
  const { view, schemes, data } = checkSchemeText(file, text);
  const problems = [...view.problems, ...view.schemes.flatMap((scheme) => scheme.problems)];
  const error = problems.find(({ severity }) => severity === 'error');
  if (error !== undefined) {
    const detail = error.code === 'YAML' ? schemeYamlSentence(error.params['code'] ?? '') : schemeProblemSentence(error.code, error.params);
    throw new Failure('SCHEME_INVALID', { file, path: `${error.line}:${error.column}`, detail });
  }
  const [only, ...more] = schemes;
  const head = only?.scheme.head;
  if (head?.id === undefined || head.title === undefined || head.from === undefined || more.length > 0)
    throw new Failure('SCHEME_HEAD_MISSING', { file });
  const year = Number(head.from.slice(0, 4));
  return { id: head.id, kind: 'rules', year, version: contentHash(data), content: canonicalJson(data), source: text };
}
