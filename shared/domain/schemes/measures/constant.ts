import { Rational } from '../../numbers/rational.ts';
import { isDecimalText } from '../../numbers/decimal.ts';
import { type Draft, drafted, lacking, NUMBER, valued } from '../base/explain.ts';
import type { Reading } from '../base/data-source.ts';
import type { Compiler, NodeBody } from '../base/kinds.ts';
import type { Path } from '../base/problems.ts';

/** A number written in the scheme, or the bare name of a parameter (m, k, factor). */
export function scalarBody(raw: number | string, compiler: Compiler): NodeBody {
  if (typeof raw === 'number' || isDecimalText(raw)) {
    const value = Rational.of(raw);
    return { constant: value, full: value, explain: () => valued(NUMBER, value) };
  }
  reportUndeclared(raw, compiler);
  return paramBody(raw, compiler);
}

/** A bare word where a number may stand: a mistake in a scheme whose head does not declare it, worth a word in a sketch. */
export function reportUndeclared(word: string, compiler: Compiler, ...path: Path): void {
  const { declared, whole } = compiler.frame;
  if (!declared.includes(word)) compiler.report(whole ? 'PARAM_UNDECLARED' : 'PARAM_TAKEN', { word }, ...path);
}

/** 参数: a figure the scheme itself does not state, by its name. */
export function paramBody(name: string, compiler: Compiler): NodeBody {
  compiler.reads(`param:${name}`);
  return { explain: (row, world) => figureDraft('param', { name: compiler.frame.labelOf(name) }, world.data.param(row, name)) };
}

/** A figure that is taken as it is read. */
export function figureDraft(code: string, params: Readonly<Record<string, string>>, reading: Reading): Draft {
  const rest = { params, sources: reading.sources };
  if (reading.kind === 'value') return valued(code, reading.value, rest);
  if (reading.kind === 'missing') return lacking(`${code}Missing`, [reading.lack], rest);
  return drafted(`${code}NotApplicable`, { state: 'notApplicable' }, rest);
}

export const SCALAR_CODES: readonly string[] = [NUMBER];
