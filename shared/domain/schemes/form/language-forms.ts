import type { z } from 'zod';
import { CONDITION_KINDS } from '../conditions/index.ts';
import type { KindSample } from '../base/kinds.ts';
import { isRecord, type Raw } from '../base/records.ts';
import { SOURCE_KINDS } from '../language/compile-node.ts';
import { OUTPUT_KINDS } from '../outputs/index.ts';
import { RULE_KINDS } from '../rules/index.ts';
import { commonSchema, comparisonSchema, conditionWords, eachSchema, groupSchema, headFormSchema, keySchema } from './common-words.ts';
import type { Field, Widget } from './widget.ts';
import { fieldsOf, widgetOf } from './widget-of.ts';

/** The form of one kind: 量度, 算法, 条件. */
export interface KindForm {
  readonly key: string;
  /** Any of these words says that a rule is of this kind. */
  readonly marks: readonly string[];
  readonly fields: readonly Field[];
  /** How a new one begins. */
  readonly starter: Raw;
}

export interface OutputForm {
  readonly key: string;
  readonly widget: Widget;
  readonly starter: unknown;
}

/** 规则语言 as forms: what can be entered of every kind, as its schema says it. */
export interface LanguageForms {
  readonly sources: readonly KindForm[];
  readonly rules: readonly KindForm[];
  readonly conditions: readonly KindForm[];
  readonly outputs: readonly OutputForm[];
  readonly common: readonly Field[];
  readonly conditionWords: readonly Field[];
  readonly comparison: readonly Field[];
  readonly group: readonly Field[];
  readonly key: readonly Field[];
  readonly head: readonly Field[];
}

const EACH: KindForm = { key: 'each', marks: ['each'], fields: fieldsOf(eachSchema), starter: { each: ['pm25', 'pm10'] } };

let made: LanguageForms | null = null;

export function languageForms(): LanguageForms {
  made ??= {
    sources: [EACH, ...SOURCE_KINDS.map(kindForm)],
    rules: RULE_KINDS.map(kindForm),
    conditions: CONDITION_KINDS.map(kindForm),
    outputs: OUTPUT_KINDS.map(({ key, schema, sample }) => ({
      key,
      widget: widgetOf(schema),
      starter: isRecord(sample.rule) ? sample.rule[key] : null,
    })),
    common: fieldsOf(commonSchema),
    conditionWords: fieldsOf(conditionWords),
    comparison: fieldsOf(comparisonSchema),
    group: fieldsOf(groupSchema),
    key: fieldsOf(keySchema),
    head: fieldsOf(headFormSchema),
  };
  return made;
}

interface KindLike {
  readonly key: string;
  readonly marks: readonly string[];
  readonly keys: readonly string[];
  readonly schema: z.ZodObject;
  readonly sample: KindSample;
}

const kindForm = ({ key, marks, keys, schema, sample }: KindLike): KindForm => ({
  key,
  marks,
  fields: fieldsOf(schema),
  starter: starterOf(sample.rule, marks, keys) ?? {},
});

/** The words of the kind as its sample writes them. */
function starterOf(raw: unknown, marks: readonly string[], keys: readonly string[]): Raw | null {
  if (Array.isArray(raw)) return firstFound(raw, marks, keys);
  if (!isRecord(raw)) return null;
  if (marks.some((mark) => raw[mark] !== undefined)) return Object.fromEntries(Object.entries(raw).filter(([key]) => keys.includes(key)));
  return firstFound(Object.values(raw), marks, keys);
}

function firstFound(raws: readonly unknown[], marks: readonly string[], keys: readonly string[]): Raw | null {
  for (const raw of raws) {
    const found = starterOf(raw, marks, keys);
    if (found !== null) return found;
  }
  return null;
}
