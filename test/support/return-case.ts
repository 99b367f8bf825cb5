import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { testCore } from './core.ts';

export const RETURN_CASES = join(import.meta.dirname, '..', 'fixtures', 'cases', 'returns');

const SEVERITY = { error: 'E', warning: 'W', info: 'N' } as const;

export interface CaseOutcome {
  /** What became of each file of the last call. */
  readonly outcomes: readonly string[];
  /** Findings of the last call as in the table of cases: 'E 任务填报!H9 FORMULA_DISAGREES'; sheet or cell left out where there is none. */
  readonly findings: readonly string[];
  /** How many values the last call's files give. */
  readonly values: number;
  /** The unit's score and its row of `row` ('<points> <verdict>'). */
  readonly score: string;
}

/** Whose the files of every call are, where a test chooses. */
export interface CaseChoice {
  readonly chosen: string;
}

let works = 0;

/** Imports files into a new work, one call after another, and tells what came of it for a unit of the year 2024. */
export const tryReturns = (folder: string, unit: string, ...calls: readonly (readonly string[])[]): Promise<CaseOutcome> =>
  tryChosen(folder, unit, null, ...calls);

/** The same with `import --unit`. */
export async function tryChosen(
  folder: string,
  unit: string,
  choice: CaseChoice | null,
  ...calls: readonly (readonly string[])[]
): Promise<CaseOutcome> {
  const own = join(folder, `case-${(works += 1)}`);
  mkdirSync(own);
  const made = testCore(own);
  try {
    await made.call('work.create', { file: made.grant(join(own, 'work.sqlite')), planId: 'hechuan-2024' });
    let last: CaseOutcome = { outcomes: [], findings: [], values: 0, score: '' };
    for (const files of calls) {
      const sources = files.map((file) => made.grant(file.startsWith('/') ? file : join(RETURN_CASES, file)));
      const report = await made.call('returns.import', { year: 2024, sources, ...(choice === null ? {} : { unit: choice.chosen }) });
      last = {
        outcomes: report.files.map((file) => file.outcome),
        findings: report.files.flatMap((file) =>
          file.findings.map(({ severity, sheet, cell, code }) => {
            const place = [sheet, cell].filter((part) => part !== null).join('!');
            return [SEVERITY[severity], place, code].filter((part) => part !== '').join(' ');
          }),
        ),
        values: report.files.reduce((sum, file) => sum + file.answers + file.airDays, 0),
        score: '',
      };
    }
    const { score } = await made.call('assessment.explain', { year: 2024, unit });
    return { ...last, score: score.total };
  } finally {
    made.core.close();
  }
}
