import type { Path } from '../base/problems.ts';
import { isRecord, type Raw } from '../base/records.ts';
import { measuresIn, listsIn } from '../language/rule-figures.ts';
import { OUTPUT_KEYS } from '../outputs/keys.ts';

/** 分值与权重: one number of the rules by which a part counts, and what is needed to name it. */
export interface SchemeWeight {
  /** Where the number stands, from the top of the rules: sum.0.weighted.1.0, sum.2.share. */
  readonly path: string;
  /** Factor of a weighted sum, or 满分 of a rule. */
  readonly kind: 'factor' | 'full';
  readonly value: string;
  readonly title: string | null;
  /** What the part reads: pm25, manual:tasks. */
  readonly measures: readonly string[];
  readonly lists: readonly string[];
  readonly clause: readonly string[];
  /** 组 or 单位 whose rule it belongs to; null of the rule of everybody. */
  readonly group: string | null;
}

/** Every weight that the rules write as a number. What is a step (每差1扣…), a table or a parameter is no weight. */
export function weightsOf(rules: Raw): readonly SchemeWeight[] {
  const own = Object.fromEntries(Object.entries(rules).filter(([key]) => !OUTPUT_KEYS.includes(key)));
  return [
    ...inNode(own, [], null),
    ...(['groups', 'units'] as const).flatMap((key) =>
      Object.entries(isRecord(rules[key]) ? rules[key] : {}).flatMap(([name, body]) =>
        isRecord(body) ? inNode(body, [key, name], nameOf(name, body)) : [],
      ),
    ),
  ];
}

const nameOf = (key: string, { name }: Raw): string => (typeof name === 'string' ? name : key);

function inNode(raw: unknown, path: Path, group: string | null): readonly SchemeWeight[] {
  if (Array.isArray(raw)) return raw.flatMap((item: unknown, index) => inNode(item, [...path, index], group));
  if (!isRecord(raw)) return [];
  const inside = Object.entries(raw).flatMap(([key, value]) => (OUTPUT_KEYS.includes(key) ? [] : inNode(value, [...path, key], group)));
  return [...fullsOf(raw, path, group), ...factorsOf(raw, path, group), ...inside];
}

const FULLS = ['share', 'met', 'total'] as const;

function fullsOf(raw: Raw, path: Path, group: string | null): readonly SchemeWeight[] {
  return FULLS.flatMap((key) => {
    const value = raw[key];
    if (typeof value !== 'number' || (key === 'total' && raw['rows'] === undefined)) return [];
    return [{ path: [...path, key].join('.'), kind: 'full' as const, value: String(value), ...named(raw, raw), group }];
  });
}

function factorsOf(raw: Raw, path: Path, group: string | null): readonly SchemeWeight[] {
  const { weighted } = raw;
  if (!Array.isArray(weighted)) return [];
  return weighted.flatMap((pair: unknown, index) => {
    const [factor, part] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    if (typeof factor !== 'number') return [];
    return [
      { path: [...path, 'weighted', index, 0].join('.'), kind: 'factor' as const, value: String(factor), ...named(part, raw), group },
    ];
  });
}

function named(part: unknown, around: Raw): Pick<SchemeWeight, 'title' | 'measures' | 'lists' | 'clause'> {
  const own = isRecord(part) ? part : {};
  const { note, title } = own;
  const said = typeof note === 'string' && note !== '' ? note : title;
  const clause = own['clause'] ?? around['clause'];
  return {
    title: typeof said === 'string' && said !== '' ? said : null,
    measures: [...new Set([...measuresIn(part), ...entriesIn(part)])],
    lists: listsIn(part),
    clause: [clause].flat().filter((one) => typeof one === 'string'),
  };
}

/** 评审分 and 参数 are named as their columns are. */
function entriesIn(raw: unknown): readonly string[] {
  if (Array.isArray(raw)) return raw.flatMap(entriesIn);
  if (!isRecord(raw)) return [];
  return Object.entries(raw).flatMap(([key, value]) =>
    (key === 'manual' || key === 'param') && typeof value === 'string' ? [`${key}:${value}`] : entriesIn(value),
  );
}
