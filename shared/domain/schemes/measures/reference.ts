import { Rational } from '../../numbers/rational.ts';
import { isDecimalText } from '../../numbers/decimal.ts';
import { type Reading, type Row, type Slot, SLOTS } from '../base/data-source.ts';
import type { Compiler, World } from '../base/kinds.ts';
import { refuseNegative } from '../base/negative.ts';
import { nearestWord } from '../base/words.ts';
import { reportUndeclared } from './constant.ts';
import { KNOWN_MEASURES } from './directions.ts';

/** 比较的对象: what a measure is held against. */
export interface Reference {
  readonly slot: Slot | 'number';
  /** One for each measure; a number is one for all of them. */
  readonly parts: readonly ((row: Row, world: World) => Reading)[];
}

/** `vs` of the node, or the one it inherits: a slot of the measure, a number, or a parameter; `none` takes an inherited one away. */
export function referenceOf(names: readonly string[], compiler: Compiler): Reference | null {
  const { vs } = compiler.scope;
  if (vs === null || vs === 'none') return null;
  const slot = SLOTS.find((known) => known === vs);
  if (slot !== undefined) {
    for (const name of names) compiler.reads(`${name}.${slot}`);
    return { slot, parts: names.map((name) => (row, world) => world.data.slot(row, name, slot)) };
  }
  if (typeof vs === 'number' || isDecimalText(vs)) {
    const value = Rational.of(vs);
    if (names.every((name) => KNOWN_MEASURES[name] !== undefined)) refuseNegative({ constant: value }, 'vs', compiler, 'vs');
    return { slot: 'number', parts: [() => ({ kind: 'value', value, sources: [] })] };
  }
  const nearest = nearestWord(vs, [...SLOTS, 'none']);
  if (nearest !== null && !compiler.frame.declared.includes(vs)) compiler.report('WORD_NEAR', { word: vs, nearest }, 'vs');
  else reportUndeclared(vs, compiler, 'vs');
  compiler.reads(`param:${vs}`);
  return { slot: 'number', parts: [(row, world) => world.data.param(row, vs)] };
}
