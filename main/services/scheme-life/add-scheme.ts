import { parse, stringify } from 'yaml';
import type { SchemeView } from '../../../shared/contract/scheme-life.ts';
import { type ScoringScheme, scoringSchemeSchema } from '../../../shared/domain/assessment/scheme.ts';
import { townQuantityOf } from '../../../shared/domain/assessment/town-air.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { isLanguage, rankingOf, scoringOf } from '../../../shared/domain/schemes/translate/recognise.ts';
import { schemeProblemText } from '../../../shared/text/ranking-text.ts';
import { schemeYamlSentence } from '../../../shared/text/scheme-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import {
  insertScheme,
  type NewScheme,
  type SchemeKind,
  selectSchemes,
  selectSchemeSource,
  type StoredScheme,
} from '../../db/queries/schemes.ts';
import { decodeBytes } from '../../text-decoding/decode-bytes.ts';
import type { WritingContext } from '../context.ts';
import { contentHash, type SourceFile } from '../files.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { parseScheme, preparedRanking } from '../ranking/add-scheme.ts';
import { checkSchemeText, requireUsable } from '../schemes/language/check-file.ts';
import { parseSchemeText } from '../schemes/language/read-scheme-file.ts';
import { requireNewVersion } from '../schemes/require-new-version.ts';
import { languageContent, languageOf, requireRanking, requireScoring } from '../schemes/stored-schemes.ts';
import { listSchemeViews, requireStored } from './list-schemes.ts';

/** Adds a scheme, or a new version of one, from a file of any kind; versions that are there stay, and years that are open go on by theirs. */
export async function addScheme(context: WritingContext, file: SourceFile, reason: string): Promise<SchemeView> {
  const bytes = await file.read().catch((error: unknown) => {
    throw new Failure('SCHEME_FILE_UNREADABLE', { file: file.name, reason: 'missing' }, { cause: error });
  });
  const decoded = decodeBytes(bytes, { wide: 'byZeros' });
  if (!decoded.ok) throw new Failure('SCHEME_FILE_UNREADABLE', { file: file.name, reason: decoded.reason });
  return addSchemeText(context, file.name, decoded.text, reason);
}

/** The same of a text that was read, or made here. */
export const addSchemeText = (context: WritingContext, name: string, text: string, reason: string): SchemeView =>
  storeScheme(context, preparedScheme(context, name, text), reason);

/**
 * 复制: the newest version (or that of a number) under another id, to be edited; a 示范 stays one. The one that is taken where nobody names one
 * stays the first.
 */
export function copyScheme(context: WritingContext, id: string, number: number | null, newId: string, reason: string): SchemeView {
  const db = context.writer;
  const stored = requireStored(db, id, number);
  const text = stringify({ ...original(db, stored), id: newId, preferred: undefined }, { lineWidth: 0 });
  return storeScheme(context, preparedScheme(context, newId, text), reason);
}

/** In the language, as far as it can be said there. */
function original(db: ReadHandle, version: StoredScheme): object {
  const source = selectSchemeSource(db, version.id, version.version);
  return languageOf(version) ?? ((source === null ? JSON.parse(version.content) : parse(source)) as object);
}

function storeScheme(context: WritingContext, scheme: NewScheme, reason: string): SchemeView {
  const db = context.writer;
  db.transaction(() => {
    requireNewVersion(db, scheme);
    const number = insertScheme(db, scheme, { reason, actor: context.actor.name, at: context.now() });
    const { id, kind, year, version } = scheme;
    db.note({ subject: id, reason, detail: { id, kind, number, year, version } });
  });
  const view = listSchemeViews(db, null).find((one) => one.id === scheme.id);
  if (view === undefined) throw new RangeError(`scheme ${scheme.id} was not stored`);
  return view;
}

/** What kind of scheme a text is follows from its own words: its rules, or kind ranking or scoring in the form that works held before there were rules. */
function preparedScheme(context: WritingContext, file: string, text: string): NewScheme {
  const { plan } = readWorkPlan(context.writer);
  const data = plainData(file, text);
  if (typeof data !== 'object' || data === null) throw new Failure('SCHEME_INVALID', { file, path: '', detail: schemeYamlSentence('') });
  if (isLanguage(data)) return preparedRules(context.writer, plan, file, text);
  if ('kind' in data && data.kind === 'ranking') {
    const { scheme } = parseScheme(file, text);
    preparedRanking(scheme, plan, file);
    return stored('ranking', scheme, scheme, text);
  }
  // Neither form: what is said of it is what is said of a file without rules.
  if (!('kind' in data) || data.kind !== 'scoring') return preparedRules(context.writer, plan, file, text);
  const scheme = olderScoring(data, file);
  requireOwnPlan(scheme, plan, file);
  return stored('scoring', scheme, scheme, text);
}

function olderScoring(data: unknown, file: string): ScoringScheme {
  const read = scoringSchemeSchema.safeParse(data);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Failure('SCHEME_INVALID', {
    file,
    path: issue?.path.join('.') ?? '',
    detail: issue?.code === 'custom' ? issue.message : schemeProblemText('VALUE', {}),
  });
}

function requireOwnPlan(scheme: ScoringScheme, plan: Plan, file: string): void {
  if (scheme.plan !== plan.id) throw new Failure('SCHEME_OTHER_PLAN', { file, plan: scheme.plan, own: plan.id });
}

/** 镇街空气: of the two measures one has to be the PM2.5 of a town and the other its good days, whichever is written first. */
function requireTownAir({ town: { air } }: ScoringScheme, plan: Plan, file: string): void {
  const measures = plan.annex1.rows.flatMap((row) => row.measures);
  const kinds = [air.pm25.measure, air.goodDays.measure].map((id) => {
    const measure = measures.find((one) => one.id === id);
    const quantity = measure === undefined ? null : townQuantityOf(measure, plan.subjects);
    if (measure !== undefined && quantity !== null) return quantity;
    const name = measure === undefined ? '' : `${measure.name}（${measure.unit}）`;
    throw new Failure('SCHEME_INVALID', { file, path: AIR_POINTS, detail: schemeProblemText('AIR_UNKNOWN', { measure: id, name }) });
  });
  if (new Set(kinds.map((kind) => kind === 'pm25')).size < kinds.length)
    throw new Failure('SCHEME_INVALID', { file, path: AIR_POINTS, detail: schemeProblemText('AIR_TWICE', {}) });
}

const AIR_POINTS = 'rules.groups.town.sum.0.points';

const stored = (
  kind: SchemeKind,
  { id, year }: { readonly id: string; readonly year: number },
  data: unknown,
  source: string,
): NewScheme => ({
  id,
  kind,
  year,
  version: contentHash(data),
  content: languageContent(data),
  source,
});

/** Read by the same reader as `schemes check`, so that what is no YAML is told here as there. */
function plainData(file: string, text: string): unknown {
  const { data, mistakes } = parseSchemeText(text);
  if (mistakes.length > 0) requireUsable(checkSchemeText(file, text));
  return data;
}

/**
 * A scheme written as rules needs its head: by its id it is found again, from its year on it holds. Of the shape that years are scored or towns ranked
 * by it is a scheme of that kind; so is a new version of one, which else would not be used any more. Any other one is tried and shown as what it is.
 */
function preparedRules(db: ReadHandle, plan: Plan, file: string, text: string): NewScheme {
  const checked = checkSchemeText(file, text);
  requireUsable(checked);
  const { schemes, data, view } = checked;
  const head = schemes[0]?.scheme.head;
  if (head?.id === undefined || head.from === undefined || view.schemes.length > 1 || view.schemes[0]?.storable !== true)
    throw new Failure('SCHEME_HEAD_MISSING', { file });
  const kinds = new Set(selectSchemes(db).flatMap((known) => (known.id === head.id ? [known.kind] : [])));
  if (head.kind === 'scoring' && (kinds.has('scoring') || scoringOf(data).scheme !== null)) {
    const scheme = requireScoring(data, file);
    requireOwnPlan(scheme, plan, file);
    requireTownAir(scheme, plan, file);
    return stored('scoring', scheme, data, text);
  }
  if (head.kind === 'ranking' && (kinds.has('ranking') || rankingOf(data).scheme !== null)) {
    const scheme = requireRanking(data, file);
    preparedRanking(scheme, plan, file);
    return stored('ranking', scheme, data, text);
  }
  return stored('rules', { id: head.id, year: Number(head.from.slice(0, 4)) }, data, text);
}
