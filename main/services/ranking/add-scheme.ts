import type { RankingSchemeSummary } from '../../../shared/contract/ranking.ts';
import { type RankingScheme, rankingSchemeSchema } from '../../../shared/domain/air/ranking/ranking-scheme.ts';
import { schemeProblem } from '../../../shared/domain/air/ranking/scheme-problems.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { isLanguage } from '../../../shared/domain/schemes/translate/recognise.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { schemeIssueText, schemeProblemText } from '../../../shared/text/ranking-text.ts';
import { decodeBytes } from '../../text-decoding/decode-bytes.ts';
import { insertScheme } from '../../db/queries/schemes.ts';
import { loadSchemeTemplates } from '../schemes/scheme-templates.ts';
import { checkSchemeText, requireUsable } from '../schemes/language/check-file.ts';
import { parseSchemeText } from '../schemes/language/read-scheme-file.ts';
import { requireNewVersion } from '../schemes/require-new-version.ts';
import { languageContent, requireRanking } from '../schemes/stored-schemes.ts';
import type { WritingContext } from '../context.ts';
import { contentHash, type SourceFile, sourceHashOf } from '../files.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { knownContents, schemeSummary, withUnitIds } from './ranking-schemes.ts';

/** Adds a scheme, or a new version of one, from a YAML file; versions that are there stay, and runs go on naming theirs. */
export async function addSchemeFile(context: WritingContext, file: SourceFile): Promise<RankingSchemeSummary> {
  const bytes = await file.read().catch((error: unknown) => {
    throw new Failure('SCHEME_INVALID', { file: file.name, path: '', detail: schemeProblemText('UNREADABLE', {}) }, { cause: error });
  });
  const decoded = decodeBytes(bytes, { wide: 'byZeros' });
  if (!decoded.ok) throw new Failure('SCHEME_INVALID', { file: file.name, path: '', detail: schemeProblemText('NOT_YAML', {}) });
  return store(context, parseScheme(file.name, decoded.text), file.name);
}

/** Adds one of the program's templates, for a work that was made before it existed. */
export function addSchemeTemplate(context: WritingContext, id: string): RankingSchemeSummary {
  const { plan } = readWorkPlan(context.work.handle);
  const templates = loadSchemeTemplates(context.templatesFolder, plan.id).filter(({ kind }) => kind === 'ranking');
  const found = templates.find((template) => template.id === id);
  if (found === undefined)
    throw new Failure('SCHEME_UNKNOWN', {
      scheme: id,
      year: context.now().slice(0, 4),
      known: templates.map((template) => template.id).join('、'),
    });
  const scheme = requireRanking(found.content, id);
  if (knownContents(context.work.handle).has(contentHash(scheme))) throw new Failure('SCHEME_EXISTS', { scheme: id });
  return store(context, { scheme, data: found.content, text: found.source }, id);
}

/** A ranking with the file that it was read from. */
export interface RankingFile {
  readonly scheme: RankingScheme;
  /** What is stored of it: data of the language, or the scheme with its presets where it is of the older form. */
  readonly data: unknown;
  readonly text: string;
}

/** Reads a scheme as its author wrote it, in the language or in the older form; the first thing that is wrong is told with its place. */
export function parseScheme(file: string, text: string): RankingFile {
  const invalid = (path: string, detail: string): Failure => new Failure('SCHEME_INVALID', { file, path, detail });
  const data = readYaml(text, (line) => invalid('', schemeProblemText('NOT_YAML', { line: String(line) })));
  if (data === null || typeof data !== 'object') throw invalid('', schemeProblemText('NOT_YAML', {}));
  if (!('kind' in data) || data.kind !== 'ranking') throw invalid('kind', schemeProblemText('NOT_RANKING', {}));
  if (isLanguage(data)) return inLanguage(file, text);
  const scheme = olderScheme(data, invalid);
  return { scheme, data: scheme, text };
}

function inLanguage(file: string, text: string): RankingFile {
  const checked = checkSchemeText(file, text);
  requireUsable(checked);
  return { scheme: requireRanking(checked.data, file), data: checked.data, text };
}

function olderScheme(data: object, invalid: (path: string, detail: string) => Failure): RankingScheme {
  const read = rankingSchemeSchema.safeParse(data, { reportInput: true });
  if (!read.success) {
    const [issue] = read.error.issues;
    const values = issue?.code === 'invalid_value' ? issue.values : undefined;
    const keys = issue?.code === 'unrecognized_keys' ? issue.keys : undefined;
    throw invalid(
      issue?.path.join('.') ?? '',
      schemeIssueText({ code: issue?.code ?? '', keys, values, missing: issue?.input === undefined }),
    );
  }
  const problem = schemeProblem(read.data);
  if (problem !== null) {
    const { code, path, ...params } = problem;
    throw invalid(path, schemeProblemText(code, params));
  }
  return read.data;
}

function readYaml(text: string, failure: (line: number) => Failure): unknown {
  const { data, mistakes } = parseSchemeText(text);
  const [first] = mistakes;
  if (first !== undefined) throw failure(first.at.line);
  return data;
}

function store(context: WritingContext, { scheme, data, text }: RankingFile, file: string): RankingSchemeSummary {
  const db = context.writer;
  const { plan } = readWorkPlan(db);
  const ranked = preparedRanking(scheme, plan, file);
  const version = contentHash(data);
  const number = db.transaction(() => {
    const stored = { id: scheme.id, kind: 'ranking' as const, year: scheme.year, version, content: languageContent(data), source: text };
    requireNewVersion(db, stored);
    if (knownContents(db).has(version)) throw new Failure('SCHEME_EXISTS', { scheme: scheme.id });
    const added = insertScheme(db, stored, { reason: '', actor: context.actor.name, at: context.now() });
    const { id, kind, year } = stored;
    db.note({ subject: id, detail: { id, kind, number: added, year, version, sourceHash: sourceHashOf(text), file } });
    return added;
  });
  return schemeSummary({ scheme: ranked, version, number }, plan);
}

/** Held against the plan: made for it, its groups name units that are there. */
export function preparedRanking(scheme: RankingScheme, plan: Plan, file: string): RankingScheme {
  if (scheme.plan !== plan.id)
    throw new Failure('SCHEME_INVALID', {
      file,
      path: 'plan',
      detail: schemeProblemText('OTHER_PLAN', { plan: scheme.plan, own: plan.id }),
    });
  const ranked = withUnitIds(scheme, plan, file);
  // Two names of one unit only show once both are its id.
  const problem = schemeProblem(ranked);
  if (problem === null) return ranked;
  const { code, path, ...params } = problem;
  throw new Failure('SCHEME_INVALID', { file, path, detail: schemeProblemText(code, params) });
}
