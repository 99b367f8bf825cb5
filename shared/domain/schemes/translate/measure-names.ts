import { betterOrder, eachMeasure, kindOf, type Measure } from '../../air/ranking/measures.ts';
import { rankingSchemeSchema } from '../../air/ranking/ranking-scheme.ts';

export type Order = 'asc' | 'desc';

/** What a measure is held against, as the language says it; null of a level. */
export type Against = 'lastYear' | 'lastMonth' | null;

interface MeasureName {
  /** Its word; of a sum, which has none of its own, `sum`. */
  readonly of: string;
  readonly against: Against;
  readonly better: 'less' | 'more';
  /** Its word in `published`. */
  readonly printed: string;
}

const WORDS: Readonly<Record<string, string>> = { goodDayRatio: 'goodRatio', compositeIndex: 'index' };

/** 排名项目 as the language says them. */
export const NAMES: Readonly<Record<Measure, MeasureName>> = eachMeasure((measure) => {
  const { of, against } = kindOf(measure);
  const word = WORDS[of] ?? of;
  const better = against === null && betterOrder(measure) === 'ascending' ? 'less' : 'more';
  if (against === null) return { of: word, against: null, better, printed: word };
  return against === 'lastYear'
    ? { of: word, against: 'lastYear', better, printed: `${word}Change` }
    : { of: word, against: 'lastMonth', better, printed: `${word}Recent` };
});

/** Changes count upwards from worse to better, so that a falling concentration stands at the upper end. */
export const isTurned = (measure: Measure): boolean => NAMES[measure].against !== null && betterOrder(measure) === 'ascending';

export const betterOf = (measure: Measure): 'less' | 'more' => NAMES[measure].better;

/** Decimals of a scheme that says none. */
export const PRESET_DECIMALS = rankingSchemeSchema.shape.decimals.parse({});
