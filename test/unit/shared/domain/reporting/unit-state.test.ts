import { describe, expect, it } from 'vitest';
import { countStates, UNIT_STATES, type UnitFacts, unitState } from '../../../../../shared/domain/reporting/unit-state.ts';

const FACTS: UnitFacts = { final: false, counting: 3, newest: 3, empty: false, open: 0, review: null };
const of = (facts: Partial<UnitFacts>) => unitState({ ...FACTS, ...facts });
const word = (act: 'passed' | 'returned', number = 3, seen = 3) => ({ act, number, seen });

describe('the state of a unit', () => {
  it('is 未报 without a version that counts and 空表 with one that says nothing, signed or not', () => {
    expect([of({ counting: null }), of({ counting: null, final: true })]).toEqual(['missing', 'missing']);
    expect([of({ empty: true }), of({ empty: true, final: true })]).toEqual(['empty', 'empty']);
  });

  it('is 已收 while findings are open, 待核 when none is, 定稿 once the year is signed', () => {
    expect([of({ open: 1 }), of({}), of({ final: true, open: 1 })]).toEqual(['received', 'toReview', 'final']);
  });

  it('follows the word of the office', () => {
    expect([of({ review: word('passed') }), of({ review: word('returned') })]).toEqual(['passed', 'returned']);
    expect(of({ empty: true, review: word('returned') })).toBe('returned');
  });

  it('leaves the word behind when another version counts, or a newer one has come', () => {
    expect(of({ counting: 4, newest: 4, review: word('passed') })).toBe('toReview');
    expect(of({ newest: 5, review: word('passed') })).toBe('toReview');
    expect(of({ newest: 5, open: 2, review: word('returned') })).toBe('received');
    // The newer one was seen when the word was said.
    expect(of({ newest: 5, review: word('passed', 3, 5) })).toBe('passed');
  });

  it('is no longer 通过 once a finding stands again', () => {
    expect(of({ open: 1, review: word('passed') })).toBe('received');
  });

  it('is one of all, so that the counts sum up', () => {
    const states = [of({}), of({ counting: null }), of({ open: 1 }), of({ final: true })];
    const counts = countStates(states);
    expect(UNIT_STATES.reduce((sum, state) => sum + counts[state], 0)).toBe(states.length);
    expect(counts).toMatchObject({ toReview: 1, missing: 1, received: 1, final: 1, passed: 0 });
  });
});
