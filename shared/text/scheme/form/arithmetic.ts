import type { SchemeParams } from '../words.ts';

/** How a value came about, as the sentences see it. */
export interface Reckoned {
  readonly code: string;
  readonly params: SchemeParams;
  /** As printed. */
  readonly value: string | null;
  readonly children: readonly Reckoned[];
}

/** 算式: 36÷37×12 = 11.68; null where there is nothing to reckon. */
export function schemeArithmetic(node: Reckoned): string | null {
  const made = FORMULAS[node.code]?.(node) ?? null;
  return made === null || node.value === null ? null : `${made} = ${minus(node.value)}`;
}

type Formula = (node: Reckoned) => string | null;

const read = ({ children }: Reckoned): SchemeParams => children.find(({ params }) => params['value'] !== undefined)?.params ?? {};

const part =
  (inverse: boolean): Formula =>
  (node) => {
    const { value, against } = read(node);
    const max = node.params['max'];
    if (value === undefined || against === undefined || max === undefined) return null;
    return inverse ? `${against}÷${value}×${max}` : `${value}÷${against}×${max}`;
  };

const rate: Formula = ({ code, params }) => `${code === 'rateLoss' ? '−' : ''}${params['units'] ?? ''}×${params['each'] ?? ''}`;

/** 相加: a part below zero is taken off. */
const sum: Formula = ({ children }) => {
  const values = children.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return null;
  return values
    .map((value, index) => (index === 0 ? minus(value) : value.startsWith('-') ? ` − ${value.slice(1)}` : ` + ${value}`))
    .join('');
};

const FORMULAS: Readonly<Record<string, Formula>> = {
  sharePart: part(false),
  sharePartInverse: part(true),
  listedRow: listedRow,
  rateGain: rate,
  rateLoss: rate,
  sum,
  eachSum: sum,
  rows: sum,
  sumFolded: ({ params }) => `${params['before'] ?? ''}÷${params['counted'] ?? ''}×${params['full'] ?? ''}`,
  times: ({ params }) => params['factors'] ?? null,
  weighted: (node) => weighted(node),
  mean: (node) => {
    const total = sum(node);
    return total === null ? null : `(${total})÷${node.params['count'] ?? ''}`;
  },
  improvement: ({ params }) => difference(params),
  improvementPct: ({ params }) => {
    const made = difference(params);
    return made === null ? null : `(${made})÷${params['against'] ?? ''}×100`;
  },
  efficacy: efficacy,
  poolByKey: ({ params, children }) => {
    const key = children.at(-1)?.value ?? null;
    return key === null || params['part'] !== '1' ? null : `${params['pool'] ?? ''}×${key}÷${params['sum'] ?? ''}`;
  },
  poolEqual: ({ params }) => (params['part'] === '1' ? `${params['pool'] ?? ''}÷${params['count'] ?? ''}` : null),
};

/** The figure of the row against its target, times the points of the row. */
function listedRow({ params, children }: Reckoned): string | null {
  const [figure, ...more] = children;
  if (figure === undefined || more.length > 0) return null;
  const max = params['max'] ?? '';
  const { value = '', target = '', percent } = figure.params;
  const limit = target.replace(/^[^\d-]+/u, '');
  if (figure.code === 'figurePartInverse') return `${limit}÷${value}×${max}`;
  if (figure.code === 'figurePart') return `${value}÷${limit}×${max}`;
  return figure.code === 'figureStatus' || figure.code === 'figureLate' ? `${max}×${percent ?? ''}%` : null;
}

function weighted({ params, children }: Reckoned): string | null {
  const weights = (params['weights'] ?? '').split('、');
  const values = children.flatMap(({ value }) => (value === null ? [] : [value])).slice(-weights.length);
  if (values.length !== weights.length) return null;
  return weights.map((weight, index) => `${weight}×${bracketed(values[index] ?? '')}`).join(' + ');
}

/** An improvement: less is better where the difference is turned round. */
function difference({ value, against, better }: SchemeParams): string | null {
  if (value === undefined || against === undefined) return null;
  return better === 'less' ? `${against} − ${value}` : `${value} − ${against}`;
}

function efficacy({ params, children }: Reckoned): string | null {
  const value = children[0]?.value ?? null;
  const { from = '', to = '', best = '', worst = '' } = params;
  return value === null ? null : `${from} + (${value} − ${worst})÷(${best} − ${worst})×(${to} − ${from})`;
}

const bracketed = (value: string): string => (value.startsWith('-') ? `(${minus(value)})` : value);

const minus = (value: string): string => value.replace(/^-/u, '−');
