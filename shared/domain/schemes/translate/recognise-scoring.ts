import { scoringSchemeSchema, type ScoringScheme } from '../../assessment/scheme.ts';
import type { Path } from '../base/problems.ts';
import { isRecord, type Raw } from '../base/records.ts';
import { statusCode } from '../base/status-words.ts';
import { WORK_CLASSES } from '../work/assessment-data.ts';
import { HEAD_PLACES, headMisfits, readHead } from './recognise-head.ts';
import { rulesOfScoring } from './scoring.ts';
import { at, differences, figure, figures, type Recognised, recordOf, refused } from './shape.ts';

/**
 * 评分办法 from the language: every figure is read from its place, and what the scheme so found says in the language has to be what was read.
 */
export function recogniseScoring(data: Raw): Recognised<ScoringScheme> {
  const rules = withPresets(recordOf(data['rules']));
  const read = scoringSchemeSchema.safeParse(schemeOf(data, rules));
  if (!read.success) return { scheme: null, misfits: refused(read.error, PLACES) };
  const misfits = [...headMisfits(data), ...differences(rules, rulesOfScoring(read.data), ['rules'])];
  return misfits.length > 0 ? { scheme: null, misfits } : { scheme: read.data, misfits: [] };
}

const DISTRICT: Path = ['groups', WORK_CLASSES.district];
const LEADING: Path = ['groups', WORK_CLASSES.leading, 'sum', 0];
const ASKED: Path = ['groups', WORK_CLASSES.asked, 'sum', 0];

function schemeOf(data: Raw, rules: Raw): object {
  const { status, late, decimals } = recordOf(rules['judging']);
  const part = (...path: Path) => ({ title: at(rules, ...path, 'title'), max: figure(at(rules, ...path, 'total')) });
  return {
    ...readHead(data),
    decimals: { points: decimals, total: at(rules, ...DISTRICT, 'round') },
    grades: Object.entries(recordOf(rules['grades'])).map(([name, from]) => ({ name, from: figure(from) })),
    ungraded: rules['ungraded'],
    statusShares: Object.fromEntries(Object.entries(recordOf(status)).map(([horizon, shares]) => [horizon, figures(shares)])),
    lateShare: figure(late),
    lateReturnPenalty: figure(at(rules, 'groups', WORK_CLASSES.leading, 'sum', 1, 'late')),
    district: {
      name: at(rules, ...DISTRICT, 'name'),
      annex1: { ...part(...DISTRICT, 'sum', 0), rows: figures(at(rules, ...DISTRICT, 'sum', 0, 'points')) },
      annex3: part(...DISTRICT, 'sum', 1),
    },
    department: { annex1: part(...LEADING, 'sum', 0), tasks: part(...LEADING, 'sum', 1) },
    town: { air: { ...part(...ASKED, 'sum', 0), ...airOf(at(rules, ...ASKED, 'sum', 0, 'points')) }, items: part(...ASKED, 'sum', 1) },
  };
}

/** The two measures with their points. Which of them is PM2.5 the plan tells (townAirDrafts), not the order in which they are written. */
function airOf(points: unknown): object {
  const [pm25, goodDays] = Object.entries(recordOf(points)).map(([measure, max]) => ({ measure, max: figure(max) }));
  return { pm25, goodDays };
}

/** What the language means where nothing is written, and states of completion by their codes. */
function withPresets(rules: Raw): Raw {
  const { judging, gradeFrom, ...rest } = rules;
  const shown = gradeFrom === undefined || gradeFrom === 'rounded' ? rest : { ...rest, gradeFrom };
  if (!isRecord(judging)) return rules;
  return { ...shown, judging: { late: 1, missing: 'open', decimals: 2, ...judging, status: byCode(judging['status']) } };
}

function byCode(status: unknown): unknown {
  if (!isRecord(status)) return status;
  return Object.fromEntries(
    Object.entries(status).map(([horizon, shares]) => [
      horizon,
      isRecord(shares) ? Object.fromEntries(Object.entries(shares).map(([word, share]) => [statusCode(word) ?? word, share])) : shares,
    ]),
  );
}

const PLACES: readonly (readonly [string, Path])[] = [
  ...HEAD_PLACES,
  ['decimals.points', ['rules', 'judging', 'decimals']],
  ['decimals.total', ['rules', ...DISTRICT, 'round']],
  ['grades', ['rules', 'grades']],
  ['ungraded', ['rules', 'ungraded']],
  ['statusShares', ['rules', 'judging', 'status']],
  ['statusShares.annual', ['rules', 'judging', 'status', 'annual']],
  ['statusShares.multiYear', ['rules', 'judging', 'status', 'multiYear']],
  ['statusShares.finalYear', ['rules', 'judging', 'status', 'finalYear']],
  ['lateShare', ['rules', 'judging', 'late']],
  ['lateReturnPenalty', ['rules', 'groups', WORK_CLASSES.leading, 'sum', 1, 'late']],
  ['district.name', ['rules', ...DISTRICT, 'name']],
  ['district.annex1', ['rules', ...DISTRICT, 'sum', 0]],
  ['district.annex1.rows', ['rules', ...DISTRICT, 'sum', 0, 'points']],
  ['district.annex3', ['rules', ...DISTRICT, 'sum', 1]],
  ['department.annex1', ['rules', ...LEADING, 'sum', 0]],
  ['department.tasks', ['rules', ...LEADING, 'sum', 1]],
  ['town.air', ['rules', ...ASKED, 'sum', 0]],
  ['town.air.pm25', ['rules', ...ASKED, 'sum', 0, 'points']],
  ['town.air.goodDays', ['rules', ...ASKED, 'sum', 0, 'points']],
  ['town.items', ['rules', ...ASKED, 'sum', 1]],
];
