import { describe, expect, it } from 'vitest';
import { yearRecord, type YearDecision } from '../../../../../../shared/domain/plan/years/opening.ts';
import { yearState, type YearFacts } from '../../../../../../shared/domain/plan/years/year-state.ts';

const opening = {
  list: null,
  targets: [],
  scheme: 's',
  schemeVersion: null,
  due: '2027-01-15',
  rounds: ['year' as const],
  roundsDue: {},
  units: ['a', 'b'],
};
const head = { year: 2026, reason: 'r', actor: 'x', at: '2026-01-01T00:00:00+08:00' };
const open: YearDecision = { ...head, id: 1, act: 'open', content: opening };
const facts = (changes: Partial<YearFacts> = {}): YearFacts => ({
  formsOut: true,
  expected: 2,
  received: 0,
  openFindings: 0,
  today: '2026-12-01',
  ...changes,
});

describe('the state of a year', () => {
  it('follows from its decisions and from what came in', () => {
    const record = yearRecord([open]);
    expect(yearState(null, facts())).toBe('unopened');
    expect(yearState(record, facts({ formsOut: false }))).toBe('preparing');
    expect(yearState(record, facts({ received: 1 }))).toBe('collecting');
    expect(yearState(record, facts({ received: 2, openFindings: 1 }))).toBe('verifying');
    expect(yearState(record, facts({ received: 1, today: '2027-01-16' }))).toBe('trial');
    expect(yearState(record, facts({ received: 2 }))).toBe('trial');
  });

  it('on its last day it is still collecting', () => {
    expect(yearState(yearRecord([open]), facts({ received: 1, today: '2027-01-15' }))).toBe('collecting');
  });

  it('signing locks it, reopening brings it back, cancelling closes it', () => {
    const final: YearDecision = { ...head, id: 2, act: 'final', content: { run: 3, despite: null, blockers: [] } };
    const reopen: YearDecision = { ...head, id: 3, act: 'reopen', content: {} };
    const cancel: YearDecision = { ...head, id: 4, act: 'cancel', content: {} };
    expect(yearState(yearRecord([open, final]), facts())).toBe('final');
    expect(yearState(yearRecord([open, final, reopen]), facts({ received: 2 }))).toBe('trial');
    expect(yearRecord([open, final, reopen, cancel])).toBeNull();
  });

  it('an archived year that is reopened keeps its mark, with the first day since which it no longer matches', () => {
    const final: YearDecision = { ...head, id: 2, act: 'final', content: { run: 3, despite: null, blockers: [] } };
    const archive: YearDecision = { ...head, id: 3, act: 'archive', content: {}, at: '2027-03-01T00:00:00+08:00' };
    const reopen: YearDecision = { ...head, id: 4, act: 'reopen', content: {}, at: '2027-04-01T00:00:00+08:00' };
    const later: YearDecision = { ...reopen, at: '2027-05-01T00:00:00+08:00' };
    const mark = { at: archive.at, by: 'x' };
    expect(yearState(yearRecord([open, final, archive]), facts())).toBe('archived');
    expect(yearRecord([open, final, archive])?.archive).toEqual({ ...mark, reopenedAt: null });
    expect(yearState(yearRecord([open, final, archive, reopen]), facts({ received: 2 }))).toBe('trial');
    expect(yearRecord([open, final, archive, reopen, final, later])?.archive).toEqual({ ...mark, reopenedAt: reopen.at });
    expect(yearState(yearRecord([open, final, archive, reopen, final]), facts())).toBe('final');
    expect(yearRecord([open, final, archive, reopen, final, { ...archive, at: later.at }])?.archive?.reopenedAt).toBeNull();
  });

  it('a change takes the place of what it names and leaves the rest', () => {
    const change: YearDecision = { ...head, id: 2, act: 'change', content: { due: '2027-02-01' } };
    expect(yearRecord([open, change])?.opening).toEqual({ ...opening, due: '2027-02-01' });
  });
});
