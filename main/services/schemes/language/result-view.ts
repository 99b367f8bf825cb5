import type { ResultView, SchemeExplanation } from '../../../../shared/contract/schemes.ts';
import { type Explained, valueOf } from '../../../../shared/domain/schemes/base/explain.ts';
import type { SubjectResult } from '../../../../shared/domain/schemes/evaluate/evaluate.ts';

/** What a scheme gave a subject, as it goes out. */
export const resultView = (result: SubjectResult): ResultView => ({
  points: result.points?.text() ?? null,
  grade: result.grade,
  place: result.place?.place ?? null,
  money: result.money?.text() ?? null,
  notApplicable: result.notApplicable,
  notices: result.notices.map(({ code, params, explanation }) => ({ code, params, explanation: treeOf(explanation) })),
  lacks: [...result.lacks],
  open: result.open.map(({ code, params, lacks }) => ({ code, params, lacks: [...lacks] })),
  explanation: treeOf(result.explanation),
  gradeExplanation: result.gradeExplanation === null ? null : treeOf(result.gradeExplanation),
});

function treeOf(explained: Explained): SchemeExplanation {
  const value = valueOf(explained);
  const { code, params, path, clause, place, sources, children, outcome } = explained;
  return {
    code,
    params,
    path,
    clause: [...clause],
    state: outcome.state,
    value: value?.text() ?? null,
    exact: value?.fractionText() ?? null,
    place,
    sources: [...sources],
    children: children.map(treeOf),
  };
}
