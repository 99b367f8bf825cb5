import { EVENT_INPUTS } from './event-calls.ts';
import { schemeInputs } from './scheme-edit-calls.ts';
import { reportingInputs } from './reporting-calls.ts';
import { schemeRunCalls } from './scheme-run-calls.ts';

export const REVISION = { revisions: [{ measure: 'A1-01', year: 2026, value: '≤31' }], document: '渝环〔2026〕3号', from: '2026-03-01' };
export const HEAD = { document: '渝环〔2026〕4号', reason: '下达' };

const decision = { number: 1, reason: 'a' };
const decisions = {
  'returns.original': { sha256: 'a' },
  'returns.answer': { finding: 'a', as: 'confirmed', reason: 'b' },
  'returns.compare': { number: 1 },
  'returns.answers': { findings: ['a'], as: 'confirmed', reason: 'b' },
  'returns.adopt': decision,
  'returns.withdraw': decision,
  'monitoring.findings': { number: 1 },
  'monitoring.withdraw': decision,
  'monitoring.restore': decision,
};

const RULE = { key: 'air.below-detection', value: 'half', from: '2024-07-01' };
const SOURCES = {
  'sources.effect': RULE,
  'sources.rule': { ...RULE, source: 1, reason: '按监测方案' },
};

const STATIONS = {
  'stations.set': { name: 'a', reason: 'b' },
  'stations.read': { source: 'a' },
  'stations.import': { source: 'a', reason: 'b' },
  'stations.assign': { name: 'a', to: null, reason: 'b' },
};

const OF_PERIOD = {
  'monitoring.evaluate': { period: '2024' },
  'monitoring.forecast': { period: '2024' },
  'monitoring.causes': { period: '2024' },
  'monitoring.statistics': { place: '清平镇', period: '2024' },
  'monitoring.usual': { year: 2024, asOf: '2024-09-30' },
  'monitoring.levers': { year: 2024, asOf: '2024-09-30' },
};

const FIGURES = { figures: [{ measure: 'A1-01', year: 2026, value: '31' }] };

const OUTLINES = {
  'outlines.import': { file: 'a', source: 'b' },
  'outlines.remove': { reason: 'a' },
};

const SETTINGS_SET = {
  'settings.set': { key: 'dust.days', value: 'left-out', from: '2030-01-01', reason: '试用' },
};

const runsOf = (year: number) => ({ 'run.make': { year }, 'run.show': { id: 1 }, 'run.diff': { before: 1, after: 1 } });

const typedOf = (year: number) => ({
  'typed.rows': { year, unit: 'a' },
  'typed.preview': { year, unit: 'a', way: 'phone', entries: [] },
  'typed.import': { year, unit: 'a', way: 'phone', entries: [] },
});

/** The least that methods take which want more than a year or a place, for the answer without a work. */
export const leastInputs = (year: number): Readonly<Record<string, unknown>> => ({
  'plan.preview': { year, subject: 'a', statement: 'b' },
  'plan.decide': { year, subject: 'a', statement: 'b', reason: 'c', by: 'd' },
  'returns.versions': { year, unit: 'a' },
  ...typedOf(year),
  ...decisions,
  ...SOURCES,
  ...reportingInputs(year),
  'assessment.explain': { year, unit: '合川区' },
  'ranking.show': { period: '2024' },
  'ranking.rank': { period: '2024' },
  ...runsOf(year),
  'assessment.whatif': { year, changes: ['weight:A1-01=1'] },
  'assessment.sensitivity': { year },
  'consents.preview': { year, unit: '涞滩镇', row: 'A3-4.3' },
  'consents.give': { year, unit: '涞滩镇', row: 'A3-4.3', reason: 'x' },
  'schemes.clauses': { source: { id: 'a' } },
  'schemes.print': { source: { id: 'a' }, format: 'pdf', file: 'b' },
  ...schemeInputs(year),
  ...STATIONS,
  ...EVENT_INPUTS,
  'schemes.approve': { id: 'a', document: 'b' },
  'schemes.retire': { id: 'a', reason: 'b' },
  'schemes.apply': { source: { id: 'a' }, period: '2024' },
  'schemes.account': { source: { id: 'a' }, year },
  'schemes.enter': { id: 'a', period: '2024', kind: 'event', name: 'b', value: '是', document: 'c' },
  'scheme.whatif': schemeRunCalls['scheme.whatif'](),
  'plan.compare': { source: 'a' },
  'plan.import': { source: 'a', document: 'b', by: 'c' },
  'reports.preview': { kind: 'annex1', year },
  'year.propose': { year: 2026, targets: 'carry' },
  'year.open': { year: 2026, targets: 'carry', reason: '开启' },
  'year.change': { year: 2026, change: {}, reason: '顺延' },
  'year.preview': { year: 2026, change: {} },
  'year.cancel': { year: 2026, reason: 'x' },
  'year.final': { year: 2026, run: 1, reason: 'x' },
  'year.archive': { year: 2026, reason: 'x' },
  'year.reopen': { year: 2026, reason: 'x' },
  'targets.preview': { ...REVISION, reason: 'x' },
  'targets.revise': { ...REVISION, reason: 'x' },
  'figures.preview': FIGURES,
  'figures.set': { ...FIGURES, document: 'x', reason: 'x' },
  ...SETTINGS_SET,
  ...OUTLINES,
  'targets.read': { source: 'a', from: '2026-04-01' },
  'targets.import': { source: 'a', ...HEAD, from: '2026-04-01' },
  'figures.read': { source: 'a' },
  'figures.import': { source: 'a', ...HEAD },
  'targets.form': { file: 'a', year: 2026 },
  'ranking.add': { template: 'ranking-2024' },
  ...OF_PERIOD,
  'monitoring.calendar': { place: '清平镇', year },
  'monitoring.day': { place: '清平镇', date: '2024-07-10' },
  'monitoring.months': { place: '清平镇', year },
  'monitoring.evaluate': { period: '2024' },
  'monitoring.forecast': { period: '2024' },
  ...overTime(year),
  'monitoring.outlook': { year, asOf: '2024-09-30' },
});

const overTime = (year: number) => ({
  'monitoring.calendars': { places: ['清平镇'], year },
  'monitoring.trend': { place: '清平镇', from: year, to: year },
  'monitoring.pattern': { places: ['清平镇'], period: '2024', pollutant: 'pm25' as const },
});
