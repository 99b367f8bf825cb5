import { ONE, ZERO } from '../../numbers/rational.ts';
import { type Draft, type Explained, lacksOf, unvalued, valued, valueOf } from '../base/explain.ts';
import type { Params } from '../base/problems.ts';

/** 1 where it holds, 0 where not. */
export const verdict = (
  code: string,
  holds: boolean,
  rest: { readonly params?: Params; readonly children?: readonly Explained[] },
): Draft => valued(holds ? code : `${code}Not`, holds ? ONE : ZERO, rest);

export const holds = (explained: Explained): boolean => valueOf(explained)?.sign === 1;

/** One that holds decides; else one that cannot be judged leaves it open. */
export function anyOf(code: string, children: readonly Explained[]): Draft {
  if (children.some(holds)) return verdict(code, true, { children });
  return open(code, children) ?? verdict(code, false, { children });
}

/** One that does not hold decides; else one that cannot be judged leaves it open. */
export function allOf(code: string, children: readonly Explained[]): Draft {
  if (children.some((child) => valueOf(child)?.sign === 0)) return verdict(code, false, { children });
  return open(code, children) ?? verdict(code, true, { children });
}

function open(code: string, children: readonly Explained[]): Draft | null {
  const lacks = children.flatMap(lacksOf);
  if (children.some(({ outcome }) => outcome.state === 'missing'))
    return unvalued(`${code}Open`, { state: 'missing', lacks }, { children });
  return children.every(({ outcome }) => outcome.state === 'notApplicable')
    ? unvalued(`${code}Open`, { state: 'notApplicable' }, { children })
    : null;
}

/** The three codes of a condition. */
export const verdictCodes = (code: string): readonly string[] => [code, `${code}Not`, `${code}Open`];
