import { readIndexWeights } from '../../../../shared/domain/air/index-weights.ts';
import { EVALUATION_STANDARDS } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import type { EvaluationSettings } from '../../../../shared/domain/air/statistics/types.ts';
import { EQUAL_WEIGHTS, type IndexSettings } from '../../../../shared/domain/air/types.ts';
import type { IndexBasis } from '../../../../shared/text/index-text.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { selectSettings } from '../../../db/queries/settings.ts';
import { settingsOn } from '../../settings/work-settings.ts';

type Asked<Given> = { readonly [Key in keyof Given]?: Given[Key] | undefined };

/** Settings as they come in: what is not said is as the work has it. */
export interface SettingsInput extends Pick<EvaluationSettings, 'standard'> {
  readonly dust: Asked<EvaluationSettings['dust']>;
  readonly index: Asked<IndexSettings>;
}

/** For a period that ends on `date`. */
export function settingsOf(db: ReadHandle, { standard, dust, index }: SettingsInput, date: string): EvaluationSettings {
  const ask = settingsOn(db, date);
  const pm25Published = ask('air.pm25-published');
  const pm25Decimals = index.pm25Decimals ?? ask('index.pm25-decimals');
  return {
    standard,
    dust: { concentrations: dust.concentrations ?? ask('dust.concentrations'), days: dust.days ?? ask('dust.days') },
    index: {
      rounding: index.rounding ?? ask('index.rounding'),
      weights: index.weights ?? readIndexWeights(ask('index.weights')) ?? EQUAL_WEIGHTS,
      // Left out where it is as it always was, so that settings of before are the same settings.
      ...(pm25Decimals === '0' ? {} : { pm25Decimals }),
    },
    ...(pm25Published === 'standard' ? {} : { pm25Published }),
  };
}

/** What decides how the index is reckoned in a period that ends on `date`; null before HJ 663-2026, whose practice is known. */
export function indexBasisOf(db: ReadHandle, date: string): IndexBasis | null {
  if (date < NEW_RULES) return null;
  const decided = selectSettings(db).filter(({ key, from }) => key.startsWith('index.') && NEW_RULES <= from && from <= date);
  const newest = decided.toSorted((left, right) => (left.from < right.from ? -1 : 1)).at(-1);
  if (newest === undefined) return { settled: false };
  const documents = new Set(decided.flatMap(({ document }) => document ?? []));
  return { settled: true, from: newest.from, document: documents.size === 0 ? null : [...documents].join('、') };
}

const NEW_RULES = EVALUATION_STANDARDS.find(({ evaluation }) => evaluation === 'HJ 663-2026')?.from ?? '';
