import { compileScheme, type CompiledScheme } from './language/compile-scheme.ts';
import { formsOf, type SchemeForm } from './language/forms.ts';
import { type Problem, problem } from './base/problems.ts';
import { isRecord, type Raw } from './base/records.ts';
import { rankingOf, scoringOf } from './translate/recognise.ts';

/** A scheme of a file, read to its end; usable where nothing in it is an error. */
export interface CheckedScheme {
  readonly name: string | null;
  readonly scheme: CompiledScheme;
  readonly problems: readonly Problem[];
  readonly usable: boolean;
}

export interface CheckedFile {
  readonly schemes: readonly CheckedScheme[];
  /** What keeps the file from being a scheme at all. */
  readonly problems: readonly Problem[];
}

/** 检查 of a scheme file that reads as YAML. */
export function checkSchemes(data: unknown): CheckedFile {
  const { forms, problems } = formsOf(data);
  return {
    problems,
    schemes: forms.map((form) => {
      const compiled = compileScheme(form);
      const sound = compiled.problems.every(({ severity }) => severity !== 'error');
      const own = deduplicated([...compiled.problems, ...(sound ? shapeProblems(data, form, compiled.scheme) : [])]);
      return { name: form.key, scheme: compiled.scheme, problems: own, usable: own.every(({ severity }) => severity !== 'error') };
    }),
  };
}

/**
 * What a file becomes in a work follows from its shape: that of a year's scores or of the ranking of towns needs its plan; any other one is a scheme of
 * rules, which its author may not have meant.
 */
function shapeProblems(data: unknown, form: SchemeForm, { head: { kind, plan } }: CompiledScheme): readonly Problem[] {
  if (!form.whole || !isRecord(data) || (kind !== 'scoring' && kind !== 'ranking')) return [];
  const read = (content: Raw) => (kind === 'scoring' ? scoringOf(content) : rankingOf(content));
  if (plan === undefined) return read({ ...data, plan: '-' }).scheme === null ? [] : [problem('PLAN_MISSING', [])];
  const [misfit] = read(data).misfits;
  return misfit === undefined ? [] : [problem('BECOMES_RULES', misfit.path, { kind })];
}

/** What stands in the common rule is read once more for each group. */
function deduplicated(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((found) => [JSON.stringify([found.code, found.path, found.params]), found])).values()];
}
