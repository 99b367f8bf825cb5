import { lineAt, readSource } from './source-text.ts';

export interface TextProblem {
  readonly line: number;
  readonly problem: string;
}

/** Absolute paths that exist on somebody's machine only. Addresses on the web may hold the same words. */
export function forbiddenPlaces(text: string): string[] {
  return [...text.matchAll(/(?<![\w.)\]}/-])\/(?:work|tmp|home|root|Users)\/[\w.-]+|\b[A-Z]:\\+Users\b/g)].map((match) => match[0]);
}

/** Tests that run alone, or not at all without a comment on or above their line that says why. */
export function unexplainedSkips(text: string): TextProblem[] {
  const source = readSource(text);
  const explained = new Set(
    source.comments.flatMap((comment) => {
      const last = comment.line + comment.text.split('\n').length - 1;
      return [last, last + 1];
    }),
  );
  return [...source.code.matchAll(/\b(?:it|test|describe|bench|suite)(?:\.\w+)*?(\.(?:only|skip|skipIf|runIf|todo|fails))\b/g)].flatMap(
    (match) => {
      const line = lineAt(source.code, match.index);
      const word = match[1] ?? '';
      if (word === '.only') return [{ line, problem: '.only' }];
      return explained.has(line) ? [] : [{ line, problem: `${word} without a reason` }];
    },
  );
}

/** Comments that silence the linter or the compiler and do not say why behind `--` or `:`. */
export function unexplainedSilences(text: string): TextProblem[] {
  return readSource(text)
    .comments.filter((comment) => /(?:ox|es)lint-disable|@ts-(?:expect-error|ignore|nocheck)/.test(comment.text))
    .filter((comment) => !/(?:--|@ts-expect-error:)\s*\S+(?:\s+\S+){2,}/.test(comment.text))
    .map((comment) => ({ line: comment.line, problem: 'a silenced rule without a reason' }));
}
