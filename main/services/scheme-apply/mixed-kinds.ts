import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { isRecord, type Raw } from '../../../shared/domain/schemes/base/records.ts';
import { isLanguage, scoringOf } from '../../../shared/domain/schemes/translate/recognise.ts';
import { scoringPartsOf } from '../../../shared/domain/schemes/translate/scoring.ts';
import { WORK_CLASSES } from '../../../shared/domain/schemes/work/assessment-data.ts';

/**
 * 兼任: kinds of units that lead rows and are asked for their own part besides (园区) answer for both, as the scores have it: an annual scheme of
 * points, which has a group for either, gets a group of both for each such kind of the plan.
 */
export function withMixedKinds(data: unknown, plan: Pick<YearPlan, 'unitKinds'>): unknown {
  const mixed = plan.unitKinds.filter(({ leads, asked, air }) => leads && (asked || air));
  if (mixed.length === 0 || !isRecord(data) || !isLanguage(data)) return data;
  const { scheme } = scoringOf(data);
  const groups = groupsOf(data);
  if (scheme === null || groups === null || groups[WORK_CLASSES.leading] === undefined) return data;
  const made = mixed.filter(({ id, name }) => groups[id] === undefined && groups[name] === undefined);
  const own = Object.fromEntries(made.map((kind) => [kind.id, { name: kind.name, ...scoringPartsOf(scheme, kind) }]));
  return { ...data, rules: { ...rulesOf(data), groups: { ...groups, ...own } } };
}

const rulesOf = (data: Raw): Raw => (isRecord(data['rules']) ? data['rules'] : {});

function groupsOf(data: Raw): Raw | null {
  const { groups } = rulesOf(data);
  return isRecord(groups) ? groups : null;
}
