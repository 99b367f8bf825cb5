import { expect } from 'vitest';
import { UNIT_STATES, type UnitState } from '../../shared/domain/reporting/unit-state.ts';
import type { TestCore } from './core.ts';

/**
 * Every place that says how many units have reported says the same: the list, the scores, what stands against signing, the state of the year. The
 * states sum to all units. Gives the state of each unit by name.
 */
export async function equalCounts(made: Pick<TestCore, 'call'>, year: number): Promise<ReadonlyMap<string, UnitState>> {
  const { units, counts } = await made.call('returns.status', { year });
  const ofState = (state: UnitState): string[] => units.filter((unit) => unit.state === state).map(({ name }) => name);
  expect(UNIT_STATES.reduce((sum, state) => sum + counts.states[state], 0)).toBe(units.length);
  for (const state of UNIT_STATES) expect([state, counts.states[state]]).toEqual([state, ofState(state).length]);
  expect([counts.total, counts.reported + counts.missing + counts.empty]).toEqual([units.length, units.length]);
  expect([counts.missing, counts.empty]).toEqual([counts.states.missing, counts.states.empty]);

  const { result } = await made.call('assessment.score', { year });
  const asked = new Set(units.map(({ unitId }) => unitId));
  const scored = result.units.filter(({ subjectId }) => asked.has(subjectId));
  expect(scored.filter(({ reported }) => reported)).toHaveLength(counts.reported);
  const silent = scored.filter(({ reported }) => !reported).map(({ name }) => name);
  expect(silent.toSorted()).toEqual([...ofState('missing'), ...ofState('empty')].toSorted());

  const view = await made.call('year.show', { year });
  if (view.final === null) {
    const { blockers, warnings } = await made.call('year.blockers', { year });
    const countOf = (code: string): number => Number([...blockers, ...warnings].find((one) => one.code === code)?.params['count'] ?? 0);
    expect([countOf('missing'), countOf('empty')]).toEqual([counts.missing, counts.empty]);
    expect(countOf('unpassed')).toBe(counts.reported - counts.states.passed);
    expect(countOf('errors')).toBe(units.reduce((sum, { errors }) => sum + errors, 0));
  } else {
    expect(counts.states.final).toBe(counts.reported);
    expect(view.state).toBe('final');
  }
  const { findings } = await made.call('returns.findings', { year });
  const open = findings.filter(({ state, finding }) => finding.severity !== 'info' && (state === 'open' || state === 'returned'));
  expect(open).toHaveLength(units.reduce((sum, unit) => sum + unit.open, 0));
  return new Map(units.map(({ name, state }) => [name, state]));
}
