import type { CompiledScheme } from '../language/compile-scheme.ts';
import { gradeBelow, gradeOf } from '../outputs/grades.ts';
import { overQuota } from '../outputs/quota.ts';
import type { JudgedVeto } from '../outputs/veto.ts';
import type { Rational } from '../../numbers/rational.ts';
import type { Row } from '../base/data-source.ts';
import { drafted, type Draft, type Explained, valueOf } from '../base/explain.ts';
import { rowKey } from './world.ts';

export interface GradedRow {
  /** Null where it could not be decided. */
  readonly grade: string | null;
  readonly explanation: Explained;
  readonly open: boolean;
}

/** 等次 of every row: by the bounds, then vetoes, then the quotas of its group. */
export function gradeRows(
  scheme: CompiledScheme,
  rows: readonly Row[],
  valueOfRow: (row: Row) => Explained | undefined,
  vetoesOf: (row: Row) => readonly JudgedVeto[],
): ReadonlyMap<string, GradedRow> {
  const graded = new Map<string, GradedRow>();
  if (scheme.grades.length === 0) return graded;
  for (const row of rows) {
    const explained = valueOfRow(row);
    const value = explained === undefined ? null : valueOf(beforeRounding(explained, scheme));
    if (value !== null) graded.set(rowKey(row), judged(value, vetoesOf(row), scheme));
    else if (scheme.ungraded !== null && explained?.outcome.state === 'notApplicable')
      graded.set(rowKey(row), nothingCounts(scheme.ungraded));
  }
  for (const group of Map.groupBy(rows, (row) => `${row.period}\n${scheme.groupOf(row)}`).values()) applyQuota(group);
  return graded;

  function applyQuota(group: readonly Row[]): void {
    const entries = group.flatMap((row) => {
      const own = graded.get(rowKey(row));
      const explained = valueOfRow(row);
      const value = explained === undefined ? null : valueOf(explained);
      return own?.grade === undefined || own.grade === null || value === null ? [] : [{ id: rowKey(row), value, grade: own.grade }];
    });
    const count = group.filter((row) => valueOfRow(row)?.outcome.state !== 'notApplicable').length;
    for (const [id, moved] of overQuota(entries, count, scheme.quotas, scheme.grades)) {
      const before = graded.get(id);
      if (before === undefined) continue;
      const draft = drafted('gradeQuota', { state: 'none' }, { params: moved.params, children: [before.explanation] });
      graded.set(id, { grade: moved.grade, explanation: placed(draft, 'quota'), open: false });
    }
  }
}

/** 不评定 is no grade: it takes no seat of a quota. */
function nothingCounts(ungraded: string): GradedRow {
  return {
    grade: ungraded,
    explanation: placed(drafted('ungraded', { state: 'none' }, { params: { grade: ungraded } }), 'ungraded'),
    open: false,
  };
}

const placed = (draft: Draft, path: string): Explained => ({ ...draft, path, clause: [] });

/** With `gradeFrom: exact` the value before its last rounding decides. */
function beforeRounding(explained: Explained, scheme: CompiledScheme): Explained {
  const [inner] = explained.children;
  return scheme.gradeFrom === 'exact' && explained.code === 'round' && inner !== undefined ? inner : explained;
}

function judged(value: Rational, vetoes: readonly JudgedVeto[], scheme: CompiledScheme): GradedRow {
  const found = gradeOf(value, scheme.grades);
  const first =
    found === null
      ? drafted('gradeNone', { state: 'none' }, { params: { value: value.text() } })
      : drafted('grade', { state: 'none' }, { params: { grade: found.name, value: value.text(), from: found.from.text() } });
  let current: GradedRow = { grade: found?.name ?? null, explanation: placed(first, 'grades'), open: false };
  for (const { veto, verdict, state } of vetoes) {
    const concerned = veto.grade !== null || (veto.barGrade !== null && veto.barGrade === current.grade);
    if (!concerned || state === 'not') continue;
    const children = [current.explanation, verdict];
    if (state === 'open') {
      current = { grade: null, explanation: placed(drafted('vetoOpen', { state: 'none' }, { children }), verdict.path), open: true };
      continue;
    }
    const grade = veto.grade ?? gradeBelow(current.grade ?? '', scheme.grades);
    const code = veto.grade === null ? 'gradeBarred' : 'gradeForced';
    const params = { grade: grade ?? '', before: current.grade ?? '' };
    current = { grade, explanation: placed(drafted(code, { state: 'none' }, { params, children }), verdict.path), open: false };
  }
  return current;
}
