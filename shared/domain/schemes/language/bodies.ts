import { drafted } from '../base/explain.ts';
import type { Row } from '../base/data-source.ts';
import { OUTPUT_KEYS } from '../outputs/keys.ts';
import type { Out } from '../outputs/out.ts';
import { isRecord, type Raw } from '../base/records.ts';
import { SOURCE_KINDS } from './compile-node.ts';
import type { Gathered, RootCompiler } from './compiler.ts';
import type { CompiledNode } from '../base/kinds.ts';
import { finished } from './limits.ts';
import { type Path, problem } from '../base/problems.ts';
import { asRead } from '../base/read-value.ts';

/** The rule of each subject: of everybody, of a group (重点, 四街道), of a single unit. */
export interface Bodies {
  readonly all: readonly CompiledNode[];
  of(row: Row): CompiledNode | null;
  /** What ranks a subject, for conditions inside of rules, which cannot wait for the value of the rule; null where there are none. */
  readonly rankOf: ((row: Row) => CompiledNode | null) | null;
  groupOf(row: Row): string;
  /** The groups that the rules name, with what people call them; null where they say nothing else. */
  readonly groups: readonly { readonly name: string; readonly title: string | null }[];
}

interface Group {
  readonly name: string;
  readonly title: string | null;
  readonly units: readonly string[];
  readonly body: CompiledNode;
}

/**
 * A group takes those of its class, or the units it names; `name` is what people call it. Its own node stands in place of the common one; words that are no node of their own
 * (places) change the common one.
 */
export function readBodies(
  rules: Raw,
  root: RootCompiler,
  gathered: Gathered,
  outputs: { readonly out: Out; readonly outRead: boolean; readonly notices: readonly unknown[] },
): Bodies {
  const common = Object.fromEntries(Object.entries(rules).filter(([key]) => !OUTPUT_KEYS.includes(key)));
  const groups = entriesOf(rules, 'groups', root).map(([name, raw]): Group => readGroup(name, raw, common, root));
  const units = new Map(
    entriesOf(rules, 'units', root).map(([name, raw]) => [name, root.at('units', name).body(merged(common, raw))] as const),
  );
  const own = ownBody(common, root, groups.length + units.size > 0, outputs.notices.length > 0);
  const inside = gathered.ranking.filter(({ path }) => !OUTPUT_KEYS.includes(String(path[root.path.length])) || isOfUnit(path, root));
  for (const { key, path } of gathered.ranking) {
    const ranks = gathered.ranks.size > 0;
    if (!ranks && outputs.outRead && outputs.out.kind !== 'points') gathered.problems.push(problem('STREAK_WITHOUT_RANK', path, { key }));
    else if (inside.some((one) => one.path === path) && (!ranks || isOwnKey(path, gathered)))
      gathered.problems.push(problem('STREAK_CIRCULAR', path, { key }));
  }
  const groupOf = (row: Row): Group | undefined =>
    groups.find((group) => group.units.includes(row.name) || group.units.includes(row.subjectId)) ??
    groups.find((group) => group.units.length === 0 && group.name === row.class);
  return {
    all: [...(own === null ? [] : [own]), ...groups.map(({ body }) => body), ...units.values()],
    of: (row) => units.get(row.name) ?? units.get(row.subjectId) ?? groupOf(row)?.body ?? own,
    rankOf:
      inside.length === 0 ? null : (row) => rankAt(units.has(row.name) ? row.name : row.subjectId, groupOf(row)?.name, root, gathered),
    groupOf: (row) => groupOf(row)?.name ?? row.class,
    groups: groups.map(({ name, title }) => ({ name, title })),
  };
}

const startsWith = (path: Path, start: Path): boolean => start.every((part, index) => path[index] === part);

const isOfUnit = (path: Path, root: RootCompiler): boolean => ['groups', 'units'].includes(String(path[root.path.length]));

/** The condition belongs to what is ranked. */
const isOwnKey = (path: Path, { rankNodes }: Gathered): boolean => rankNodes.some((ranked) => startsWith(path, [...ranked.path, 'rank']));

/** The ranking of a unit's own rule, of its group's, else of everybody's. */
function rankAt(unit: string, group: string | undefined, root: RootCompiler, { rankNodes }: Gathered): CompiledNode | null {
  const own = rankNodes.find(({ path }) => startsWith(path, [...root.path, 'units', unit]));
  const ofGroup = rankNodes.find(({ path }) => group !== undefined && startsWith(path, [...root.path, 'groups', group]));
  return own ?? ofGroup ?? rankNodes.find(({ path }) => !isOfUnit(path, root)) ?? null;
}

function ownBody(common: Raw, root: RootCompiler, hasOthers: boolean, hasNotices: boolean): CompiledNode | null {
  if (hasSource(common)) return root.body(common);
  if (hasOthers && Object.keys(common).every((key) => key === 'vs' || key === 'in' || key === 'clause')) return null;
  if (hasNotices && Object.keys(common).length === 0) return finished(NOTICES_ONLY, { floor: null, cap: null, round: null }, root);
  return root.body(common);
}

export const BODY_CODES: readonly string[] = ['noticesOnly', 'unusable'];
const NOTICES_ONLY = { explain: () => drafted('noticesOnly', { state: 'none' }) } as const;

function readGroup(name: string, raw: Raw, common: Raw, root: RootCompiler): Group {
  const { units, name: title, ...rest } = raw;
  const listed = Array.isArray(units) ? units.filter((unit) => typeof unit === 'string') : [];
  if (units !== undefined && (!Array.isArray(units) || listed.length !== units.length))
    root.report('SHAPE', { key: 'units', ...asRead(units) }, 'groups', name, 'units');
  if (title !== undefined && (typeof title !== 'string' || title === ''))
    root.report('SHAPE', { key: 'name', ...asRead(title) }, 'groups', name, 'name');
  return {
    name,
    title: typeof title === 'string' && title !== '' ? title : null,
    units: listed,
    body: root.at('groups', name).body(merged(common, rest)),
  };
}

export const hasSource = (raw: Raw): boolean =>
  raw['each'] !== undefined || SOURCE_KINDS.some(({ marks }) => marks.some((mark) => raw[mark] !== undefined));

/** The rule of a group or a unit: its own words, in place of or beside those of everybody. */
export function merged(common: Raw, own: Raw): Raw {
  if (!hasSource(own)) return { ...common, ...own };
  const inherited = Object.entries(common).filter(([key]) => key === 'vs' || key === 'in');
  return { ...Object.fromEntries(inherited), ...own };
}

function entriesOf(rules: Raw, key: 'groups' | 'units', root: RootCompiler): readonly (readonly [string, Raw])[] {
  const raw = rules[key];
  if (raw === undefined) return [];
  if (!isRecord(raw)) {
    root.report('SHAPE', { key, ...asRead(raw) }, key);
    return [];
  }
  return Object.entries(raw).flatMap(([name, value]) => {
    if (isRecord(value)) return [[name, value] as const];
    root.report('SHAPE', { key, ...asRead(value) }, key, name);
    return [];
  });
}
