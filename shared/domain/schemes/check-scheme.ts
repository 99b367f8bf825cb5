import { compileScheme, type CompiledScheme } from './language/compile-scheme.ts';
import { formsOf } from './language/forms.ts';
import { type Problem } from './base/problems.ts';

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
      const own = deduplicated(compiled.problems);
      return { name: form.key, scheme: compiled.scheme, problems: own, usable: own.every(({ severity }) => severity !== 'error') };
    }),
  };
}

/** What stands in the common rule is read once more for each group. */
function deduplicated(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((found) => [JSON.stringify([found.code, found.path, found.params]), found])).values()];
}
