import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { SensitiveRow } from '../../../shared/contract/scheme-runs.ts';
import { Rational } from '../../../shared/domain/numbers/rational.ts';
import type { SchemeData } from '../../../shared/domain/schemes/base/data-source.ts';
import type { SubjectResult } from '../../../shared/domain/schemes/evaluate/evaluate.ts';
import type { Flip } from '../../../shared/domain/schemes/runs/flips.ts';
import { partsOf } from '../../../shared/domain/schemes/runs/parts.ts';
import { rawRules } from '../../../shared/domain/schemes/runs/raw-rules.ts';
import { type Outcome, type SensitiveSubject, type Sensitivity, sensitivityOf } from '../../../shared/domain/schemes/runs/sensitivity.ts';
import { schemePartTitle } from '../../../shared/text/scheme/run-words.ts';
import type { ServiceContext } from '../context.ts';
import type { AppliedScheme } from '../scheme-apply/applied-scheme.ts';
import { chosenScheme } from './chosen-scheme.ts';
import { computeScheme } from './compute-scheme.ts';
import { type FoundFlips, schemeFlips } from './scheme-flips.ts';

interface Asking {
  readonly year: number;
  readonly scheme?: string | undefined;
  readonly percent: string;
}

/** 稳健性 of what any scheme gives as it stands now; nothing is stored. */
export function schemeSensitivity(context: ServiceContext, { year, scheme: id, percent }: Asking): MethodOutput<'scheme.sensitivity'> {
  const { applied, ...rest } = chosenScheme(context, year, id);
  const held: SchemeData[] = [];
  const { result, results } = computeScheme(context, { applied, ...rest }, (data) => {
    held.push(data);
    return data;
  });
  const found = sensitivityOf(
    results.map((one) => sensitiveSubject(one, applied)),
    {
      percent: Rational.of(percent).div(Rational.of(HUNDRED)),
      grades: applied.scheme.grades,
      placed: applied.scheme.out.kind === 'points' && !applied.scheme.ranks && !result.summed,
    },
  );
  const { schemeTitle, demonstration, sample, out } = result;
  const [data] = held;
  const none: FoundFlips = { state: 'unfit', flips: new Map() };
  const { state: flips, flips: nearest } = data === undefined ? none : schemeFlips({ applied, data, results, year, summed: result.summed });
  const rows = result.rows.flatMap((row) => {
    const own = found.get(row.subjectId);
    return own === undefined ? [] : [sensitiveRow(row, own, nearest.get(row.subjectId))];
  });
  return { year, schemeTitle, demonstration, sample, out, percent, flips, rows };
}

const HUNDRED = 100;

function sensitiveSubject(
  { row, explanation, points, money, grade, gradeExplanation }: SubjectResult,
  applied: AppliedScheme,
): SensitiveSubject {
  const rawOf = rawRules(applied.rules);
  const { round } = rawOf(explanation.path);
  return {
    id: row.subjectId,
    group: applied.scheme.groupOf(row),
    parts: partsOf(explanation, rawOf),
    total: points ?? money,
    grade,
    gradedByTotal: gradeExplanation?.code === 'grade' && applied.scheme.gradeFrom === 'rounded',
    decimals: typeof round === 'number' ? round : null,
  };
}

function sensitiveRow(
  { subjectId, subject, kindName, groupName: group, parts }: ReturnType<typeof computeScheme>['result']['rows'][number],
  found: Sensitivity,
  flip: Flip | undefined,
): SensitiveRow {
  const titles = new Map(parts.map((part) => [part.path, schemePartTitle(part)]));
  return {
    subjectId,
    subject,
    kindName,
    group,
    ...shown(found.now),
    low: found.low.text(),
    high: found.high.text(),
    best: found.best,
    worst: found.worst,
    grades: [...found.grades],
    moves: found.moves.map((move) => ({ ...shown(move), path: move.path, part: titles.get(move.path) ?? '', direction: move.direction })),
    rounding: shown(found.rounding),
    flip: flip === undefined ? null : shownFlip(flip),
  };
}

const shownFlip = ({ column, before, after, total, grade, place }: Flip): SensitiveRow['flip'] =>
  total === null ? null : { column, before: before?.text() ?? null, after: after.text(), ...shown({ total, grade, place }) };

const shown = ({ total, grade, place }: Outcome) => ({ total: total.text(), grade, place });
