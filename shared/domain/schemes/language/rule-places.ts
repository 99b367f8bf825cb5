import type { Scope } from '../base/kinds.ts';
import type { Path } from '../base/problems.ts';
import { isRecord, type Raw } from '../base/records.ts';
import { OUTPUT_KEYS } from '../outputs/keys.ts';
import { hasSource, merged } from './bodies.ts';
import type { SchemeForm } from './forms.ts';

/** A place in the rules of a scheme, with everything a reader needs to say what stands there. */
export interface RulePlace {
  /** Where it stands, from the top of the rules; rules.sum.0 of a file is sum.0. */
  readonly path: Path;
  /** A node, a condition, an output (grades, pass …) by its word, or an entry of one of its lists (veto, notices). */
  readonly kind: 'node' | 'condition' | 'output' | 'entry';
  /** Word of an output, of a list; empty for nodes. */
  readonly key: string;
  readonly raw: unknown;
  readonly scope: Pick<Scope, 'vs' | 'inPct'>;
  /** It gives a factor, a share or a value to rank by, rather than points or money. */
  readonly factor: boolean;
  /** 组 or 单位 whose rule it belongs to; null of the rule of everybody. */
  readonly group: string | null;
}

/** The rule of everybody, of each group and of each single unit, as far as the scheme has them. */
export function ruleBodies({ rules }: Pick<SchemeForm, 'rules'>): readonly RulePlace[] {
  const common = commonOf(rules);
  const own = hasSource(common) ? [placeOf([], common, { scope: NO_SCOPE, factor: false, group: null })] : [];
  return [
    ...own,
    ...(['groups', 'units'] as const).flatMap((key) =>
      Object.entries(isRecord(rules[key]) ? rules[key] : {}).flatMap(([name, raw]) =>
        isRecord(raw)
          ? [placeOf([key, name], merged(common, bodyOf(raw)), { scope: NO_SCOPE, factor: false, group: groupName(name, raw) })]
          : [],
      ),
    ),
  ];
}

/** What stands at a path, which `readClauses` names; null where nothing of the language does. */
export function rulePlace(form: Pick<SchemeForm, 'rules'>, path: Path): RulePlace | null {
  const { rules } = form;
  const [first, second, ...rest] = path;
  if (first === undefined || (first === 'clauses' && typeof second !== 'string')) return ruleBodies(form)[0] ?? null;
  const top = stepped(rules, START);
  if (first === 'clauses') return outputAt(path, String(second), rules, top);
  if (first === 'groups' || first === 'units') return inGroup(form, path);
  if (!OUTPUT_KEYS.includes(String(first))) return walked(path, commonOf(rules), path, START);
  const value = rules[first];
  if (second === undefined) return outputAt(path, String(first), rules, top);
  const entry = Array.isArray(value) ? (value as readonly unknown[])[Number(second)] : undefined;
  if (Array.isArray(value) && rest.length === 0) return { ...placeOf(path, entry, top), kind: 'entry', key: String(first) };
  return walked(path, value, path.slice(1), { ...top, factor: true });
}

type State = Pick<RulePlace, 'scope' | 'factor' | 'group'>;

const NO_SCOPE = { vs: null, inPct: false };
const START: State = { scope: NO_SCOPE, factor: false, group: null };

const placeOf = (path: Path, raw: unknown, state: State): RulePlace => ({ path, kind: 'node', key: '', raw, ...state });

const outputAt = (path: Path, key: string, rules: Raw, state: State): RulePlace | null =>
  rules[key] === undefined ? null : { ...placeOf(path, rules[key], state), kind: 'output', key };

function inGroup(form: Pick<SchemeForm, 'rules'>, path: Path): RulePlace | null {
  const [key, name, ...rest] = path;
  const body = ruleBodies(form).find((place) => place.path[0] === key && place.path[1] === name);
  if (body === undefined) return null;
  return rest.length === 0 ? body : walked(path, body.raw, rest, { ...START, group: body.group });
}

/** Words behind which a number is no points or money yet. */
const FACTORS: readonly string[] = ['times', 'rank', 'split', 'placeOf'];
const CONDITIONS: readonly string[] = ['if', 'any', 'all', 'not', 'with', 'goal'];

function walked(path: Path, start: unknown, steps: Path, state: State): RulePlace | null {
  let [current, now, condition] = [start, state, false];
  for (const step of steps) {
    if (isRecord(current)) now = stepped(current, now);
    const next: unknown = isRecord(current)
      ? current[String(step)]
      : Array.isArray(current)
        ? (current as unknown[])[Number(step)]
        : undefined;
    if (next === undefined) return null;
    const word = typeof step === 'string' ? step : '';
    now = { ...now, factor: now.factor || FACTORS.includes(word) || CONDITIONS.includes(word) };
    condition = word === '' ? condition : CONDITIONS.includes(word);
    current = next;
  }
  return { ...placeOf(path, current, now), kind: condition ? 'condition' : 'node' };
}

/** `vs` and `in` of a node are inherited by everything inside it. */
function stepped(raw: Raw, state: State): State {
  const { vs, in: unit } = raw;
  return {
    ...state,
    scope: {
      vs: typeof vs === 'string' || typeof vs === 'number' ? vs : state.scope.vs,
      inPct: unit === 'pct' ? true : unit === 'unit' ? false : state.scope.inPct,
    },
  };
}

/** Rules without what stands beside them; a word whose clause is named apart (clauses: {incomplete: 二}) is told there. */
function commonOf(rules: Raw): Raw {
  const apart = Object.keys(isRecord(rules['clauses']) ? rules['clauses'] : {}).filter((key) => TOLD_APART.includes(key));
  return Object.fromEntries(Object.entries(rules).filter(([key]) => !OUTPUT_KEYS.includes(key) && !apart.includes(key)));
}

/** Words of a node that have a sentence of their own. */
const TOLD_APART: readonly string[] = ['incomplete', 'least'];

const bodyOf = ({ units: _units, name: _name, ...rest }: Raw): Raw => rest;
const groupName = (key: string, { name }: Raw): string => (typeof name === 'string' && name !== '' ? name : key);
