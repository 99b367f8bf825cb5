import type { z } from 'zod';
import type { Rational } from '../../numbers/rational.ts';
import type { Lack, Reading, Row, SchemeData, Slot } from './data-source.ts';
import type { Judging } from './listed.ts';
import type { Draft, Explained, Place } from './explain.ts';
import type { Params, Path, ProblemCode } from './problems.ts';
import { asRead } from './read-value.ts';

export type Better = 'less' | 'more';

/** Who is compared: those of the own class (同类), or everybody of the period. */
export type Within = 'class' | 'all';

/** One evaluation, as nodes see it. */
export interface World {
  readonly data: SchemeData;
  read(node: CompiledNode, row: Row): Explained;
  /** Those a row is held against, itself among them, in an order that does not depend on the order of the input. */
  peers(row: Row, within: Within): readonly Row[];
  /** What a node needs of a whole group, computed once for all of it. */
  ofGroup<Table>(node: CompiledNode, row: Row, within: Within, compute: (peers: readonly Row[]) => Table): Table;
  /** 名次 of a row by the ranking of the scheme itself. */
  standing(row: Row): Ranked;
}

export interface Ranked {
  readonly place: Place | null;
  readonly lacks: readonly Lack[];
}

/** The figures behind a measure node, for kinds that need both apart. */
export interface MeasureAccess {
  readonly names: readonly string[];
  readonly better: Better;
  /** Null where the node has no `vs`. */
  readonly reference: Slot | 'number' | null;
  value(row: Row, world: World): Reading;
  referenceValue(row: Row, world: World): Reading;
}

/** What a kind makes of its keys. */
export interface NodeBody {
  explain(row: Row, world: World): Draft;
  /** Which end of its values is the better one; `more` where left out. */
  readonly better?: Better;
  /** 满分, where the rule itself says it. */
  readonly full?: Rational | null;
  readonly constant?: Rational;
  readonly measure?: MeasureAccess;
  /** It ranks: has a place and no amount. */
  readonly ranks?: true;
}

export interface CompiledNode {
  readonly path: Path;
  readonly better: Better;
  readonly full: Rational | null;
  readonly constant: Rational | null;
  readonly measure: MeasureAccess | null;
  readonly ranks: boolean;
  explain(row: Row, world: World): Explained;
}

export interface Scope {
  /** What measures are held against (`vs`), inherited by every node inside. */
  readonly vs: string | number | null;
  /** % of the reference, or its own unit. */
  readonly inPct: boolean;
  /** A measure for lack of whose pollutants a place does not compare has no value. */
  readonly complete: boolean;
  readonly cases: Cases | null;
}

/** 参加排名的条件: filled while a ranking is read. */
export interface Cases {
  /** Measures that all have to be there. */
  readonly needed: CompiledNode[];
  /** Measures that may be missing, but not for lack of pollutants. */
  readonly compared: CompiledNode[];
}

/** What the scheme says of itself that its nodes need. */
export interface Frame {
  /** The measure's own head, before what is known of the measure. */
  betterOf(measure: string): Better;
  /** 指标 the scheme names in its head, so that they are no mistyping. */
  readonly ownMeasures: readonly string[];
  /** Bare words that the head declares as parameters. */
  readonly declared: readonly string[];
  /** The scheme has a head of its own, which has to declare them; a sketch need not. */
  readonly whole: boolean;
  /** What people call a measure, a parameter, points, an event. */
  labelOf(name: string): string;
  /** Amounts are for a year, and a shorter period has its share of them. */
  readonly yearly: boolean;
  /** How rows of the lists of a plan are judged. */
  readonly judging: Judging | null;
}

/** Turns the parts of a rule into nodes; problems are gathered, so that a file is checked in one go. */
export interface Compiler {
  readonly frame: Frame;
  readonly scope: Scope;
  readonly path: Path;
  node(raw: unknown, ...path: Path): CompiledNode;
  /** 1 where it holds, 0 where not. */
  condition(raw: unknown, ...path: Path): CompiledNode;
  /** A number, or the name of a parameter. */
  amount(raw: number | string, ...path: Path): CompiledNode;
  /** The same place with other inherited words. */
  scoped(change: Partial<Scope>): Compiler;
  report(code: ProblemCode, params?: Params, ...path: Path): void;
  /** The rule ranks its subjects. */
  hasRank(): void;
  /** The node that does so. */
  ranksBy(node: CompiledNode): void;
  /** The rule looks at the ranking of the scheme, so there must be one. */
  needsRank(key: string): void;
  /** The rule looks at so many periods running, the present one the last of them. */
  looksBack(periods: number): void;
  /** A column of the input that the rule reads. */
  reads(column: string): void;
}

/** How a kind looks at work, for its test and for whoever writes a scheme. */
export interface KindSample {
  readonly rule: unknown;
  /** Columns as in the input of `schemes try`. */
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Printed value of each row, or its state. */
  readonly results: readonly string[];
}

interface KindHead {
  /** What measures of the node are held against where nothing else is said. */
  readonly vs?: Slot;
  /** Its word in the language. */
  readonly key: string;
  /** Any of these words says that the node is of this kind; the key alone where left out. */
  readonly marks?: readonly string[];
  /** Codes of its explanations: shared/text has a sentence for each. */
  readonly codes: readonly string[];
  readonly sample: KindSample;
}

export interface Kind<Input> {
  readonly key: string;
  readonly marks: readonly string[];
  readonly vs: Slot | null;
  /** All words it takes. */
  readonly keys: readonly string[];
  readonly schema: z.ZodObject;
  readonly codes: readonly string[];
  readonly sample: KindSample;
  /** Null where its keys cannot be read; the problem is then reported. */
  build(raw: Readonly<Record<string, unknown>>, compiler: Compiler, input: Input): NodeBody | null;
}

/** 来源: where a node's number comes from: a measure, a reviewer, other nodes. */
export type SourceKind = Kind<null>;
/** 算法: what is made of that number. */
export type RuleKind = Kind<CompiledNode>;
/** 条件. */
export type ConditionKind = Kind<null>;

type Maker<Schema extends z.ZodObject, Input> = KindHead & {
  readonly schema: Schema;
  make(args: z.output<Schema>, compiler: Compiler, input: Input): NodeBody;
};

export function defineKind<Input>(): <Schema extends z.ZodObject>(maker: Maker<Schema, Input>) => Kind<Input> {
  return (maker) => ({
    key: maker.key,
    marks: maker.marks ?? [maker.key],
    vs: maker.vs ?? null,
    keys: Object.keys(maker.schema.shape),
    schema: maker.schema,
    codes: maker.codes,
    sample: maker.sample,
    build(raw, compiler, input) {
      const args = readArgs(maker.schema, raw, compiler);
      return args === null ? null : maker.make(args, compiler, input);
    },
  });
}

export const sourceKind = defineKind<null>();
export const conditionKind = defineKind<null>();
export const ruleKind = defineKind<CompiledNode>();

/** Values as the schema reads them; what does not fit is reported at its word, once a word. */
export function readArgs<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
  compiler: Compiler,
  word?: string,
): z.output<Schema> | null {
  const read = schema.safeParse(raw, { reportInput: true });
  if (read.success) return read.data;
  const seen = new Set<string>();
  for (const issue of read.error.issues) {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    const key = word ?? String(path[0] ?? '');
    if (seen.has(key)) continue;
    seen.add(key);
    if (issue.code === 'invalid_value')
      compiler.report('VALUE_UNKNOWN', { key, ...asRead(issue.input), known: issue.values.map(String).join('、') }, ...path);
    else compiler.report('SHAPE', { key, ...asRead(issue.input) }, ...path);
  }
  return null;
}
