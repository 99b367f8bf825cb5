import { Rational } from '../../numbers/rational.ts';
import type { CompiledNode, Compiler } from './kinds.ts';
import type { Path } from './problems.ts';

/** 负数 where none can be meant (so much a unit, 满分, a pool): told at its word, however it is written. */
export function refuseNegative(figure: Pick<CompiledNode, 'constant'>, key: string, compiler: Compiler, ...path: Path): void {
  if (figure.constant?.sign === -1) compiler.report('NEGATIVE', { key, value: figure.constant.text() }, ...path);
}

/** The same of a plain number. */
export const refuseNegativeNumber = (value: number | string, key: string, compiler: Compiler, ...path: Path): void =>
  refuseNegative({ constant: Rational.of(value) }, key, compiler, ...path);
