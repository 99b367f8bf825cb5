import { describe, expect, it } from 'vitest';
import { limitOf, monthMean } from '../../../../../renderer/features/workbench/months-panel.tsx';
import { nextSteps } from '../../../../../renderer/features/workbench/next-steps.ts';

const ids = (state: Partial<Parameters<typeof nextSteps>[0]>): string[] =>
  nextSteps({ total: 51, reported: 51, missing: 0, errors: 0, undecided: 0, ...state }).map((step) => step.id);

describe('the next steps', () => {
  it('begin with the return workbooks while nothing has come in', () => {
    expect(ids({ reported: 0, missing: 51 })).toEqual(['templates', 'import']);
  });

  it('name what is missing before what can be looked at', () => {
    expect(ids({ reported: 48, missing: 3, errors: 8, undecided: 2 })).toEqual(['import', 'findings', 'score', 'print', 'conflicts']);
  });

  it('lead to scores and prints when everything is in', () => {
    expect(ids({})).toEqual(['score', 'print']);
  });

  it('are only to look and to print where nothing can be changed', () => {
    expect(ids({ reported: 48, missing: 3, errors: 8, undecided: 2, locked: true })).toEqual(['score', 'print']);
    expect(ids({ reported: 0, missing: 51, locked: true, scored: false })).toEqual([]);
  });

  it('open the part of the page they speak of', () => {
    const steps = nextSteps({ total: 51, reported: 48, missing: 3, errors: 8, undecided: 2 });
    expect(steps.map((step) => [step.page, step.params['tab'] ?? null])).toEqual([
      ['returns', 'import'],
      ['findings', null],
      ['assessment', null],
      ['reports', null],
      ['conflicts', null],
    ]);
  });
});

describe('monthly means', () => {
  it('are exact, rounded once to one decimal, over the towns that have one', () => {
    expect(monthMean('2024-07', [{ pm25Mean: '30.1' }, { pm25Mean: null }, { pm25Mean: '30.4' }])).toEqual({
      month: 7,
      mean: '30.2',
      towns: 2,
    });
    expect(monthMean('2024-11', [{ pm25Mean: null }])).toEqual({ month: 11, mean: null, towns: 0 });
  });

  it('have a line for a target that is an upper limit', () => {
    expect([limitOf('≤39'), limitOf('≥81.3'), limitOf(null)]).toEqual([39, null, null]);
  });
});
