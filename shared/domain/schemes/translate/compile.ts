import type { RankingRule, RankingScheme } from '../../air/ranking/ranking-scheme.ts';
import type { ScoringScheme } from '../../assessment/scheme.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { isRecord } from '../base/records.ts';
import { checkSchemes } from '../check-scheme.ts';
import type { CompiledScheme } from '../language/compile-scheme.ts';
import { rulesOfRanking } from './ranking.ts';
import { rankingOf, scoringOf } from './recognise.ts';
import { rulesOfScoring } from './scoring.ts';

/** A stored scheme of points, ready to be evaluated on `assessmentData`. */
export const compileScoring = (scheme: ScoringScheme): CompiledScheme => compiled(scoringData(scheme));

/** A stored scheme of ranking, ready to be evaluated on `airData`. */
export const compileRanking = (scheme: RankingScheme): CompiledScheme => compiled(rankingData(scheme));

/** A scheme of points as data of the language. */
export const scoringData = (scheme: ScoringScheme): object => ({ ...headOf(scheme), rules: written(rulesOfScoring(scheme)) });

/** A scheme of ranking as data of the language. */
export const rankingData = (scheme: RankingScheme): object => ({
  ...headOf(scheme),
  ...(scheme.preferred ? { preferred: true } : {}),
  rules: written(rulesOfRanking(scheme)),
});

/** As data of the language, where that says all the scheme does; null where something would be lost, as which of two equal keys comes first. */
export function scoringInLanguage(scheme: ScoringScheme): object | null {
  const data = scoringData(scheme);
  return isSame(scoringOf(data).scheme, scheme) ? data : null;
}

/** The same of a ranking; what has no effect there (points of a mix that none is, a rule for runs where there are none) is no loss. */
export function rankingInLanguage(scheme: RankingScheme): object | null {
  const data = rankingData(scheme);
  return isSame(rankingOf(data).scheme, effective(scheme)) ? data : null;
}

/** A ranking with the presets where another value would change nothing. */
export function effective(scheme: RankingScheme): RankingScheme {
  const { streaks, unrankedMonth, decimals } = scheme;
  const made = {
    ...effectiveRule(scheme),
    groups: scheme.groups.map((group) => (group.rule === undefined ? group : { ...group, rule: effectiveRule(group.rule) })),
  };
  const mixed = [made, ...made.groups.flatMap(({ rule }) => rule ?? [])].some(({ mix }) => mix !== null);
  return {
    ...made,
    unrankedMonth: streaks.length === 0 ? 'breaks' : unrankedMonth,
    decimals: mixed ? decimals : { ...decimals, score: 2 },
  };
}

function effectiveRule<Rule extends RankingRule>(rule: Rule): Rule {
  const used = rule.method === 'mix' ? rule.mix : null;
  return { ...rule, mix: used !== null && used.by === 'places' ? { ...used, base: 60 } : used };
}

const isSame = (one: unknown, other: unknown): boolean => one !== null && canonicalJson(one) === canonicalJson(other);

function headOf({ id, kind, plan, year, title, demonstration, notes }: ScoringScheme | RankingScheme): object {
  return { id, kind, plan, from: year, title, demonstration, notes };
}

/** Numbers as numbers where their text is the usual one, so that the file reads like one that was written by hand. */
function written(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(written);
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, TEXTS.includes(key) ? item : written(item)]));
  return typeof value === 'string' && /^\d/.test(value) && String(Number(value)) === value ? Number(value) : value;
}

/** Words whose value stays a text, whatever it looks like. */
const TEXTS: readonly string[] = ['title', 'name', 'units', 'do', 'ungraded'];

/** A stored scheme has been read by its schema, so that what it says can be said in the language; anything else is a mistake of the translation. */
function compiled(data: object): CompiledScheme {
  const { schemes, problems } = checkSchemes(data);
  const [first] = schemes;
  const wrong = [...problems, ...(first?.problems ?? [])].filter(({ severity }) => severity === 'error');
  if (first === undefined || wrong.length > 0) throw new RangeError(`a stored scheme does not translate: ${JSON.stringify(wrong)}`);
  return first.scheme;
}
