import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { ServiceContext } from '../context.ts';
import { momentOf } from '../store-run.ts';
import { chosenScheme } from './chosen-scheme.ts';
import { computeScheme, withOutlook } from './compute-scheme.ts';

/** 评分 by any scheme of the work as it stands now; nothing is stored. */
export function scoreScheme(context: ServiceContext, year: number, id: string | undefined): Omit<MethodOutput<'scheme.score'>, 'signed'> {
  const chosen = chosenScheme(context, year, id);
  const computed = computeScheme(context, chosen);
  return { ...momentOf(context, computed.about), result: withOutlook(computed, chosen.applied) };
}
