import type { CheckedSchemeView, SchemeCheckView, SchemeProblemView } from '../../../../shared/contract/schemes.ts';
import { type CheckedScheme, checkSchemes } from '../../../../shared/domain/schemes/check-scheme.ts';
import type { Problem } from '../../../../shared/domain/schemes/base/problems.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { schemeProblemSentence, schemeYamlSentence } from '../../../../shared/text/scheme-text.ts';
import type { SourceFile } from '../../files.ts';
import { parseSchemeText, readSchemeFile, type SchemeFile } from './read-scheme-file.ts';

export interface ReadSchemes {
  readonly view: SchemeCheckView;
  readonly schemes: readonly CheckedScheme[];
}

/** 检查: everything that is wrong with the schemes of a file, in the order in which it stands there. */
export const checkSchemeFile = async (source: SourceFile): Promise<ReadSchemes> => checked(await readSchemeFile(source));

/** The same of a text that was read before, with the plain data of the file. */
export function checkSchemeText(name: string, text: string): ReadSchemes & { readonly data: unknown } {
  const file: SchemeFile = { name, encoding: 'utf-8', ...parseSchemeText(text) };
  return { ...checked(file), data: file.data };
}

/** The first mistake of a file that has one, with its place, is why it is not taken. */
export function requireUsable({ view: { file, problems, schemes } }: ReadSchemes): void {
  const error = [...problems, ...schemes.flatMap((scheme) => scheme.problems)].find(({ severity }) => severity === 'error');
  if (error === undefined) return;
  const detail = error.code === 'YAML' ? schemeYamlSentence(error.params['code'] ?? '') : schemeProblemSentence(error.code, error.params);
  throw new Failure('SCHEME_INVALID', { file, path: `${error.line}:${error.column}`, detail });
}

function checked(file: SchemeFile): ReadSchemes {
  const mistakes = file.mistakes.map(({ code, at }): SchemeProblemView => ({
    code: 'YAML',
    severity: 'error',
    line: at.line,
    column: at.column,
    params: { code },
  }));
  const read = mistakes.length > 0 ? { schemes: [], problems: [] } : checkSchemes(file.data);
  const problems = [...mistakes, ...placed(read.problems, file)];
  const schemes = read.schemes.map((scheme) => viewOf(scheme, file));
  const usable = problems.every(({ severity }) => severity !== 'error') && schemes.every((scheme) => scheme.usable);
  return { view: { file: file.name, encoding: file.encoding, usable, problems, schemes }, schemes: read.schemes };
}

function viewOf({ name, scheme, problems, usable }: CheckedScheme, file: SchemeFile): CheckedSchemeView {
  const { head, out, clauses } = scheme;
  return {
    name,
    title: head.title ?? null,
    usable,
    storable: head.id !== undefined && head.title !== undefined && head.from !== undefined,
    out: out.kind === 'points' ? `points/${out.scale ?? ''}` : out.kind === 'money' ? '万元' : 'notice',
    problems: placed(problems, file),
    columns: [...scheme.columns],
    textHead: head.textHead ?? null,
    text: head.text ?? [],
    assumed: head.assumed ?? [],
    clauses: { pairs: [...clauses.pairs], withoutRule: [...clauses.withoutRule], withoutClause: [...clauses.withoutClause] },
  };
}

const placed = (problems: readonly Problem[], file: SchemeFile): SchemeProblemView[] =>
  problems
    .map(({ code, severity, path, params }) => ({ code, severity, ...file.locate(path), params }))
    .toSorted((one, other) => one.line - other.line || one.column - other.column);
