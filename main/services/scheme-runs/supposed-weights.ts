import { Failure } from '../../../shared/domain/failure.ts';
import type { Path } from '../../../shared/domain/schemes/base/problems.ts';
import { type SchemeWeight, weightsOf } from '../../../shared/domain/schemes/runs/weights.ts';
import { columnName } from '../../../shared/domain/schemes/trial/columns.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { schemeWeightTitle } from '../../../shared/text/scheme/run-words.ts';
import { type AppliedScheme, withRuleNumbers } from '../scheme-apply/applied-scheme.ts';

/** One supposed weight (假设的分值或权重): a number of the rules and what stands there now. */
export interface SupposedWeight {
  readonly weight: SchemeWeight;
  /** As it was typed. */
  readonly typed: string;
}

const WEIGHT = /^(?:weight|权重|分值)[:：](?<name>[^=＝]+)[=＝](?<value>.*)$/su;

/** weight:NAME=N, by what the part reads, by its title, its clause or its place in the rules; null of a change of another kind. */
export function readSupposedWeight(text: string, applied: AppliedScheme): SupposedWeight | null {
  const found = WEIGHT.exec(text.trim())?.groups;
  if (found === undefined) return null;
  const [name, typed] = [found['name']?.trim() ?? '', found['value']?.trim() ?? ''];
  const weights = weightsOf(applied.rules);
  const known = weights.map(spoken).join('、');
  const refused = (reason: string, params: Readonly<Record<string, string>> = {}): Failure =>
    new Failure('WHATIF_SCHEME_WEIGHT', { scheme: applied.id, name, reason, known, value: typed, ...params });
  if (weights.length === 0) throw refused('none');
  const exact = weights.filter(({ path }) => path === name || `rules.${path}` === name);
  const [weight, ...others] = exact.length > 0 ? exact : weights.filter((one) => isCalled(one, name));
  if (weight === undefined) throw refused(isRead(applied, name) ? 'rule' : 'unknown');
  if (others.length > 0) throw refused('several', { known: [weight, ...others].map(spoken).join('、') });
  if (!/^\d{1,6}(?:\.\d{1,6})?$/u.test(typed)) throw refused('value');
  return { weight, typed };
}

/** The same scheme with other weights; what they no longer add up to is refused. */
export function withSupposedWeights(applied: AppliedScheme, supposed: readonly SupposedWeight[], plan: YearPlan): AppliedScheme {
  if (supposed.length === 0) return applied;
  const numbers = supposed.map(({ weight, typed }) => ({ path: pathOf(weight), value: Number(typed) }));
  return withRuleNumbers(applied, numbers, plan, (code, params) =>
    code === 'WEIGHT_SUM'
      ? new Failure('WHATIF_SCHEME_WEIGHT', { scheme: applied.id, name: '', reason: 'sum', sum: params['sum'] ?? '', known: '', value: '' })
      : null,
  );
}

const pathOf = ({ path }: SchemeWeight): Path => path.split('.').map((step) => (/^\d+$/u.test(step) ? Number(step) : step));

const spoken = (weight: SchemeWeight): string => `${schemeWeightTitle(weight)}（${weight.path}=${weight.value}）`;

function isCalled(weight: SchemeWeight, name: string): boolean {
  const [column, { measures, title, clause }] = [columnName(name), weight];
  return (
    title === name ||
    schemeWeightTitle(weight) === name ||
    clause.includes(name) ||
    measures.some((measure) => measure === column || measure.endsWith(`:${name}`))
  );
}

/** A figure that the scheme reads, by a rule that has no weight of its own. */
const isRead = ({ scheme }: AppliedScheme, name: string): boolean =>
  scheme.columns.some((column) => column === columnName(name) || column.split('.')[0] === columnName(name) || column.endsWith(`:${name}`));
