import { Rational } from '../../numbers/rational.ts';
import { isDecimalText } from '../../numbers/decimal.ts';
import { type Draft, drafted, lacking, NUMBER, valued } from '../base/explain.ts';
import type { Reading } from '../base/data-source.ts';
import type { Compiler, NodeBody } from '../base/kinds.ts';

/** A number written in the scheme, or the bare name of a parameter (m, k, factor). */
export function scalarBody(raw: number | string, compiler: Compiler): NodeBody {
  if (typeof raw === 'number' || isDecimalText(raw)) {
    const value = Rational.of(raw);
    return { constant: value, full: value, explain: () => valued(NUMBER, value) };
  }
  const { declared } = compiler.frame;
  if (declared !== null && !declared.includes(raw)) compiler.report('PARAM_UNDECLARED', { word: raw });
  return paramBody(raw, compiler);
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
