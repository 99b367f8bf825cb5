/**
 * `node test/bench/assessment/measure-assessment.ts`: what a score of 1,000 towns by 40 rows costs, what one changed cell costs after it, and what
 * the sensitivity of 51 units costs, each in a process of its own, in CPU seconds, beside computing everything anew the plain way. Both ways must
 * give the same; a difference ends the run.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { ScoreInput } from '../../../shared/domain/assessment/context.ts';
import { createScoreModel } from '../../../shared/domain/assessment/model/score-model.ts';
import { Standings } from '../../../shared/domain/assessment/model/standings.ts';
import { placesOf } from '../../../shared/domain/assessment/places.ts';
import { provisionalOf } from '../../../shared/domain/assessment/provisional/range.ts';
import { scoreYear } from '../../../shared/domain/assessment/score.ts';
import { contestedTargets } from '../../../shared/domain/assessment/sensitivity/contested.ts';
import { effectsOf, outcomesOf } from '../../../shared/domain/assessment/sensitivity/effects.ts';
import { cellCandidates } from '../../../shared/domain/assessment/sensitivity/cell-candidates.ts';
import { factorsOf } from '../../../shared/domain/assessment/sensitivity/factors.ts';
import { sensitivityOf } from '../../../shared/domain/assessment/sensitivity/sensitivity.ts';
import { type Member, weightCases } from '../../../shared/domain/assessment/sensitivity/weight-cases.ts';
import type { AssessmentResult } from '../../../shared/domain/assessment/types.ts';
import { withCells } from '../../../shared/domain/assessment/whatif/apply-changes.ts';
import type { CellChange } from '../../../shared/domain/assessment/whatif/changes.ts';
import { madeInput, madeTowns } from '../../support/made-assessment.ts';
import { naiveSensitivity, verdictOf } from '../../support/naive-sensitivity.ts';
import { naiveTownScores } from './naive-score.ts';

const MADE = { seed: 1, filled: 0.9, reported: 0.95 };
const [TOWNS, ITEMS, CELLS] = [1000, 38, 200];

/** What a process measured: CPU seconds by name, and whether both ways gave the same. */
interface Measured {
  readonly seconds: Readonly<Record<string, number>>;
  readonly same: boolean;
  readonly cases: number;
}

const PARTS: Readonly<Record<string, { readonly title: string; measure(): Measured }>> = {
  towns: { title: `${TOWNS} 个镇街、40 行：评分与区间`, measure: measureTowns },
  cells: { title: `${TOWNS} 个镇街：改动一格后的总分、等次和名次（${CELLS} 格）`, measure: measureCells },
  units: { title: '51 个单位：稳健性', measure: measureUnits },
};

const [, , part] = process.argv;
if (part === undefined) for (const name of Object.keys(PARTS)) report(name);
else console.log(JSON.stringify(PARTS[part]?.measure()));

function report(name: string): void {
  const measured = Array.from({ length: 3 }, () =>
    JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), name], { encoding: 'utf8' })),
  ) as Measured[];
  console.log(`${PARTS[name]?.title ?? name}，${measured[0]?.cases ?? 0} 种情形`);
  for (const way of Object.keys(measured[0]?.seconds ?? {})) {
    const seconds = measured.map((one) => one.seconds[way] ?? Number.NaN).toSorted((one, other) => one - other);
    console.log(`  ${way}：CPU ${seconds.map((one) => one.toFixed(3)).join(' / ')} 秒（最小/中位/最大）`);
  }
  if (measured.some(({ same }) => !same)) throw new Error(`${name}: the two ways differ`);
  console.log('  两种算法结果相同');
}

function timed<Value>(compute: () => Value): readonly [number, Value] {
  const begun = process.cpuUsage();
  const value = compute();
  const { user, system } = process.cpuUsage(begun);
  return [(user + system) / 1e6, value];
}

function measureTowns(): Measured {
  const input = madeTowns(TOWNS, ITEMS, MADE);
  const [score, result] = timed(() => scoreYear(input));
  const [range, ranges] = timed(() => provisionalOf(input, result));
  const [naive, scores] = timed(() => naiveTownScores(input));
  const towns = result.units.filter(({ kind }) => kind === 'town');
  const same =
    ranges.size === result.units.length + 1 && towns.every(({ subjectId, total, grade }) => scores.get(subjectId) === `${total} ${grade}`);
  return {
    seconds: { 评分: score, '区间与缺项（另加）': range, '逐行朴素算法（只算镇街）': naive },
    same,
    cases: towns.length * (ITEMS + 2),
  };
}

function measureCells(): Measured {
  const input = madeTowns(TOWNS, ITEMS, MADE);
  const base = scoreYear(input);
  const changes = input.answers
    .filter(({ field, unitId }) => field === 'status' && unitId.startsWith('town'))
    .filter((_, index, all) => index % Math.floor(all.length / CELLS) === 0)
    .slice(0, CELLS)
    .map(({ unitId, rowId, field }): CellChange => ({
      kind: 'cell',
      unitId,
      rowId,
      field,
      value: { kind: 'status', value: 'done' },
      raw: '',
    }));
  const [model, known] = timed(() => {
    const made = createScoreModel(base, input.scheme);
    return { model: made, standings: new Standings(made) };
  });
  const [ours, fast] = timed(() => cellOutcomes(input, base, changes, known));
  // A tenth of them is enough to see what one costs, and to hold the results against each other.
  const tried = changes.filter((_, index) => index % 10 === 0);
  const [naive, plain] = timed(() => tried.map((change) => plainOutcome(withCells(input, [change]), change.unitId)));
  const same = isDeepStrictEqual(
    plain,
    tried.map((change) => fast.get(change)),
  );
  const share = (seconds: number): number => seconds / tried.length;
  return {
    seconds: { 一次性准备: model, '每格（增量）': ours / changes.length, '每格（全部重算）': share(naive) },
    same,
    cases: changes.length,
  };
}

/** As the sensitivity does it: one score of the year for all cells of different rows, then additions. */
function cellOutcomes(
  input: ScoreInput,
  base: AssessmentResult,
  changes: readonly CellChange[],
  { model, standings }: { readonly model: ReturnType<typeof createScoreModel>; readonly standings: Standings },
): ReadonlyMap<CellChange, string> {
  const byKey = new Map(changes.map((change) => [`${change.unitId} ${change.rowId}`, change]));
  const effects = effectsOf(base, scoreYear(withCells(input, changes)), ({ id }, { subjectId }) => byKey.get(`${subjectId} ${id}`));
  const indexes = new Map(model.subjects.map(({ id }, index) => [id, index]));
  return new Map(
    changes.map((change) => {
      const index = indexes.get(change.unitId) ?? -1;
      const outcome = outcomesOf(model, standings, effects.get(change) ?? new Map()).get(index);
      const subject = model.subjects[index];
      const { total, grade, place } = outcome ?? { total: subject?.total ?? 0, grade: subject?.grade ?? '', place: standings.place(index) };
      return [change, `${total} ${grade} ${place}`];
    }),
  );
}

function plainOutcome(input: ScoreInput, unitId: string): string {
  const { units } = scoreYear(input);
  const unit = units.find(({ subjectId }) => subjectId === unitId);
  return `${Math.round(Number(unit?.total) * 100)} ${unit?.grade} ${placesOf(units).get(unitId) ?? null}`;
}

function measureUnits(): Measured {
  const input = madeInput(MADE);
  const base = scoreYear(input);
  const [prepared, contested] = timed(() => contestedTargets(input.plan, {}));
  const options = { percent: '10', contested, cells: 3 };
  const [ours, found] = timed(() => sensitivityOf(input, base, options));
  const [naive, plain] = timed(() => naiveSensitivity(input, base, options));
  const same = isDeepStrictEqual([...found.units, found.district].map(verdictOf), plain);
  const model = createScoreModel(base, input.scheme);
  const kinds = Map.groupBy([...model.subjects.entries()] as Member[], ([, { kind }]) => kind);
  const weights = [...kinds.values()].flatMap((members) => weightCases(members, factorsOf(options.percent)));
  const cases = weights.length + contested.length + cellCandidates(input, base).length + 1;
  return { seconds: { '有争议的目标（另加）': prepared, 稳健性: ours, 逐例全部重算: naive }, same, cases };
}
