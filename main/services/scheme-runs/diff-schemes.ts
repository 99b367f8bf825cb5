import { schemeBasis, type SchemeResult, schemeResult } from '../../../shared/contract/scheme-runs.ts';
import type { ResultDifference } from '../../../shared/domain/assessment/diff-results.ts';
import { diffSchemeResults, type RunHead } from '../../../shared/domain/schemes/runs/diff.ts';
import type { RunRecord } from '../../db/queries/runs.ts';
import { canonicalJson } from '../files.ts';
import { inWords } from './difference-words.ts';

/** 比较 of two stored results of schemes, from what is stored alone. */
export function diffSchemeRuns(
  before: RunRecord,
  after: RunRecord,
): { readonly titles: readonly [string, string]; readonly difference: ResultDifference } {
  const [then, now] = [resultOf(before), resultOf(after)];
  const difference = diffSchemeResults(then.rows, now.rows, { before: headOf(before), after: headOf(after) });
  return { titles: [then.schemeTitle, now.schemeTitle], difference: inWords(difference) };
}

const resultOf = ({ result }: RunRecord): SchemeResult => schemeResult.parse(JSON.parse(result));

function headOf({ schemeVersion, planVersion, engine, basis }: RunRecord): RunHead {
  const read = schemeBasis.safeParse(JSON.parse(basis ?? 'null'));
  return { schemeVersion, planVersion, engine, settings: read.success ? canonicalJson(read.data.settings) : '' };
}
