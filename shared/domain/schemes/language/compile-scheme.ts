import { Rational } from '../../numbers/rational.ts';
import type { Row } from '../base/data-source.ts';
import { KNOWN_MEASURES, knownBetter } from '../measures/directions.ts';
import { type Grade, gradeFrom, grades, readGrades, ungraded } from '../outputs/grades.ts';
import type { OutputKind } from '../outputs/kind.ts';
import { evaluation } from '../outputs/evaluation.ts';
import type { SchemeEvaluation } from '../../air/statistics/types.ts';
import { judging as judgingKind, readJudging } from '../outputs/judging.ts';
import type { Judging } from '../base/listed.ts';
import { movement } from '../outputs/movement.ts';
import { notices, type NoticeRule, readNotices } from '../outputs/notices.ts';
import { clear, type Out, out, per, type Per, readOut } from '../outputs/out.ts';
import { type Pass, pass, readPass } from '../outputs/pass.ts';
import { type Quota, quota, readQuota } from '../outputs/quota.ts';
import { readVetoes, type Veto, veto } from '../outputs/veto.ts';
import { published } from '../outputs/published.ts';
import { readYearEnd, type YearEnd, yearEnd } from '../outputs/year-end.ts';
import { readZeroSum, zeroSum, type ZeroSumSide } from '../outputs/zero-sum.ts';
import type { z } from 'zod';
import { type Bodies, readBodies } from './bodies.ts';
import { type CompiledClauses, readClauses } from './clauses.ts';
import { createCompiler, gathering, type RootCompiler } from './compiler.ts';
import type { SchemeForm } from './forms.ts';
import { EXPECTED_KEYS, HEAD_KEYS, headSchema, labelIn, type SchemeHead } from './head.ts';
import { type Compiler, type Frame, readArgs } from '../base/kinds.ts';
import { type Problem, problem } from '../base/problems.ts';
import { nearestWord } from '../base/words.ts';

/** A scheme that can be evaluated. */
export interface CompiledScheme {
  readonly head: SchemeHead;
  readonly key: string | null;
  readonly out: Out;
  readonly per: Per | null;
  readonly bodies: Bodies;
  /** Its rule ranks: places come from it. */
  readonly ranks: boolean;
  readonly grades: readonly Grade[];
  readonly gradeFrom: 'rounded' | 'exact';
  readonly ungraded: string | null;
  /** How the values that are ranked come about, for whoever gathers them. */
  readonly evaluation: SchemeEvaluation | null;
  readonly quotas: readonly Quota[];
  readonly vetoes: readonly Veto[];
  readonly notices: readonly NoticeRule[];
  readonly pass: Pass | null;
  readonly yearEnd: YearEnd | null;
  readonly zeroSum: ZeroSumSide | null;
  /** Columns of the input that it reads. */
  readonly columns: readonly string[];
  /** Periods running that its conditions look at, the present one the last of them: 1 where it looks at no other; Infinity without a limit. */
  readonly reach: number;
  readonly clauses: CompiledClauses;
  /** 满分 of its rules by their place (`placeKey`). */
  readonly fulls: ReadonlyMap<string, Rational>;
  /** Group of a subject: a group the scheme names, else its class. */
  groupOf(row: Row): string;
  concerns(row: Row): boolean;
}

export interface CompiledForm {
  readonly scheme: CompiledScheme;
  readonly problems: readonly Problem[];
}

/** Reads the whole file, however much of it is wrong; only without errors the scheme means what it says. */
export function compileScheme(form: SchemeForm): CompiledForm {
  const gathered = gathering();
  const head = readHead(form, gathered.problems);
  const plain = createCompiler(frameOf(head, form.rules, null, form.whole), gathered, form.path);
  refuseNegativeTargets(head, gathered.problems);
  const judging = applied(readOutput(judgingKind, form.rules, plain), (raw) => readJudging(raw, plain));
  const root = createCompiler(frameOf(head, form.rules, judging, form.whole), gathered, form.path);
  const { outRead, ...outputs } = readOutputs(form.rules, root, head);
  const bodies = readBodies(form.rules, root, gathered, { ...outputs, outRead });
  checkScale(bodies, outputs.out, root);
  const clauses = readClauses(form, head, gathered.problems);
  const scheme: CompiledScheme = {
    head,
    key: form.key,
    ...outputs,
    ...yearEndOf(form.rules, root, gathered.columns),
    bodies,
    ranks: gathered.ranks.size > 0,
    columns: [...gathered.columns].toSorted(),
    reach: Math.max(1, ...gathered.reaches),
    clauses,
    fulls: gathered.fulls,
    groupOf: bodies.groupOf,
    concerns: (row) => bodies.of(row) !== null && isSubject(row, head),
  };
  return { scheme, problems: gathered.problems };
}

function readHead(form: SchemeForm, problems: Problem[]): SchemeHead {
  const unknown = Object.keys(form.head).filter((key) => !HEAD_KEYS.includes(key));
  for (const key of unknown)
    problems.push(problem('KEY_UNKNOWN', [key], { key, nearest: nearestWord(key, [...HEAD_KEYS, 'rules']) ?? '' }));
  const known = Object.fromEntries(Object.entries(form.head).filter(([key]) => HEAD_KEYS.includes(key)));
  if (form.whole) for (const key of EXPECTED_KEYS) if (known[key] === undefined) problems.push(problem('HEAD_MISSING', [], { key }));
  const read = headSchema.safeParse(known);
  if (read.success) return read.data;
  const bad = new Set(read.error.issues.map(({ path }) => String(path[0])));
  for (const key of bad) problems.push(problem('HEAD_VALUE', [key], { key }));
  return headSchema.parse(Object.fromEntries(Object.entries(known).filter(([key]) => !bad.has(key))));
}

/** What is measured of the air is never below zero, so its target is not either. */
function refuseNegativeTargets({ targets = {} }: SchemeHead, problems: Problem[]): void {
  for (const [measure, figures] of Object.entries(targets).filter(([name]) => KNOWN_MEASURES[name] !== undefined)) {
    const each =
      typeof figures === 'number' ? [[[], figures] as const] : Object.entries(figures).map(([name, one]) => [[name], one] as const);
    for (const [path, value] of each)
      if (value < 0) problems.push(problem('NEGATIVE', ['targets', measure, ...path], { key: measure, value: String(value) }));
  }
}

export const frameOf = (head: SchemeHead, rules: Readonly<Record<string, unknown>>, judging: Judging | null, whole = false): Frame => ({
  betterOf: (measure) => head.measures?.[measure]?.better ?? knownBetter(measure),
  ownMeasures: Object.keys(head.measures ?? {}),
  declared: [...Object.keys(head.params ?? {}), ...Object.keys(head.names ?? {})],
  whole,
  labelOf: (name) => labelIn(head, name),
  yearly: rules['clear'] === 'year',
  judging,
});

type Outputs = Pick<
  CompiledScheme,
  'out' | 'per' | 'grades' | 'gradeFrom' | 'ungraded' | 'evaluation' | 'quotas' | 'vetoes' | 'notices' | 'pass' | 'zeroSum'
>;

/** Where what the scheme gives cannot be read, nothing is said of what does not fit it. */
interface OutRead {
  readonly outRead: boolean;
}

function readOutputs(rules: Readonly<Record<string, unknown>>, root: RootCompiler, head: SchemeHead): Outputs & OutRead {
  const scope = scopedBy(rules, root);
  const read = <Schema extends z.ZodType>(kind: OutputKind<Schema>): z.output<Schema> | null => readOutput(kind, rules, root);
  const outText = read(out);
  if (rules['out'] === undefined) root.report('OUT_MISSING');
  const given = readOut(outText ?? 'notice');
  if (outText !== null) checkKind(head, given, root);
  read(clear);
  read(published);
  read(movement);
  const gradeList = applied(read(grades), (map) => readGrades(map, scope)) ?? [];
  const side = applied(read(zeroSum), readZeroSum);
  if (outText !== null && side !== null && given.kind !== 'money') root.report('ZERO_SUM_POINTS', {}, 'zeroSum');
  return {
    out: given,
    outRead: outText !== null,
    per: read(per),
    grades: gradeList,
    gradeFrom: read(gradeFrom) ?? 'rounded',
    ungraded: read(ungraded),
    evaluation: read(evaluation),
    quotas: applied(read(quota), (map) => readQuota(map, gradeList, scope)) ?? [],
    vetoes: applied(read(veto), (list) => readVetoes(list, gradeList, scope)) ?? [],
    notices: applied(read(notices), (list) => readNotices(list, scope)) ?? [],
    pass: applied(read(pass), (one) => readPass(one, scope)),
    zeroSum: side,
  };
}

function readOutput<Schema extends z.ZodType>(
  kind: OutputKind<Schema>,
  rules: Readonly<Record<string, unknown>>,
  root: RootCompiler,
): z.output<Schema> | null {
  const raw = rules[kind.key];
  return raw === undefined ? null : readArgs(kind.schema, raw, root.at(kind.key), kind.key);
}

/** What the rule says of all its measures holds in its conditions too. */
function scopedBy({ vs, in: unit }: Readonly<Record<string, unknown>>, root: RootCompiler): Compiler {
  return root.scoped({ vs: typeof vs === 'string' || typeof vs === 'number' ? vs : null, inPct: unit === 'pct' });
}

const applied = <Value, Result>(value: Value | null, make: (value: Value) => Result): Result | null =>
  value === null ? null : make(value);

function yearEndOf(
  rules: Readonly<Record<string, unknown>>,
  root: RootCompiler,
  columns: ReadonlySet<string>,
): Pick<CompiledScheme, 'yearEnd'> {
  const raw = readOutput(yearEnd, rules, root);
  const targets = [...columns].filter((column) => column.endsWith('.target')).map((column) => column.slice(0, -'.target'.length));
  return { yearEnd: raw === null ? null : readYearEnd(raw, targets, scopedBy(rules, root)) };
}

const KIND_OF_OUT = { points: ['scoring'], money: ['money', 'ranking'], notice: ['notice', 'ranking'] } as const;

function checkKind({ kind }: SchemeHead, given: Out, root: RootCompiler): void {
  const fitting: readonly string[] = KIND_OF_OUT[given.kind];
  if (kind !== undefined && !fitting.includes(kind)) root.report('HEAD_KIND', { kind, fitting: fitting.join('、') }, 'out');
}

function checkScale(bodies: Bodies, { scale }: Out, root: RootCompiler): void {
  for (const { full } of bodies.all)
    if (scale !== null && full !== null && full.cmp(Rational.of(scale)) > 0)
      root.report('SCALE_EXCEEDED', { full: full.text(), scale: String(scale) }, 'out');
}

function isSubject(row: Row, { subjects }: SchemeHead): boolean {
  if (subjects === undefined || typeof subjects === 'string' || Array.isArray(subjects)) return true;
  const { kinds, classes, units } = subjects;
  // Kinds are known to whoever gives the rows: those of another kind are not among them.
  if (classes === undefined && (units === undefined || kinds !== undefined)) return true;
  return classes?.includes(row.class) === true || units?.includes(row.name) === true;
}
