import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HEAD_KEYS } from '../../../../../shared/domain/schemes/language/head.ts';
import { parseSchemeText } from '../../../../../main/services/schemes/language/read-scheme-file.ts';
import { LANGUAGE } from '../../../../../shared/domain/schemes/catalogue.ts';
import { exampleOf } from '../../../../../shared/domain/schemes/form/example.ts';
import { languageForms } from '../../../../../shared/domain/schemes/form/language-forms.ts';
import { outlineOf, type OutlinePart } from '../../../../../shared/domain/schemes/form/outline.ts';
import { reckonedOf } from '../../../../../shared/domain/schemes/form/reckoned.ts';
import type { Field, Widget } from '../../../../../shared/domain/schemes/form/widget.ts';
import { schemeArithmetic } from '../../../../../shared/text/scheme/form/arithmetic.ts';
import { FIELD_LABELS, fieldLabel, fieldProblem } from '../../../../../shared/text/scheme/form/field-words.ts';
import {
  CHOICE_LABELS,
  CONDITION_LABELS,
  OUTPUT_LABELS,
  RULE_LABELS,
  SOURCE_LABELS,
} from '../../../../../shared/text/scheme/form/kind-words.ts';
import { partTitle } from '../../../../../shared/text/scheme/form/part-titles.ts';
import { schemeReading } from '../../../../../shared/text/scheme/form/readings.ts';
import { TEMPLATES } from '../../../../support/core.ts';
import { publishedText } from '../../../../support/scheme-trial.ts';

const language = languageForms();
const all = (parts: readonly OutlinePart[]): OutlinePart[] => parts.flatMap((part) => [part, ...all(part.children)]);
const partsOf = (data: unknown): OutlinePart[] => all(outlineOf(data, language)?.parts ?? []).filter(({ role }) => role !== 'head');
const sampleParts = (rule: unknown): OutlinePart[] => partsOf({ rules: { out: 'notice', ...(rule as object) } });
const CHINESE = /[一-鿿]/u;

/** Words of a value that a form shows with a label, and choices it offers. */
function shownWords(widget: Widget, place: readonly string[]): readonly string[] {
  switch (widget.kind) {
    case 'group':
      return widget.fields.flatMap((field) => [
        fieldLabel([...place, field.key], [place[0] ?? '']),
        ...shownWords(field.widget, [...place, field.key]),
      ]);
    case 'list':
      return shownWords(widget.item, place);
    case 'tuple':
      return widget.items.flatMap((item) => shownWords(item, place));
    case 'map':
      return shownWords(widget.value, place);
    case 'either':
      return widget.options.flatMap((option) => shownWords(option, place));
    case 'choice':
      return widget.options.map((option) => CHOICE_LABELS[`${place.at(-1)}.${option}`] ?? CHOICE_LABELS[option] ?? option);
    case 'number':
      return widget.words.map((word) => CHOICE_LABELS[word] ?? word);
    default:
      return [];
  }
}

/** Rules inside have no field: they stand in the tree. */
const isParts = (widget: Widget): boolean =>
  widget.kind === 'part' ||
  (widget.kind === 'list' && isParts(widget.item)) ||
  (widget.kind === 'group' && widget.fields.every((field) => isParts(field.widget)));

const wordsOf = (kind: string, fields: readonly Field[]): readonly string[] =>
  fields.filter(({ widget }) => !isParts(widget)).flatMap(({ key, widget }) => [fieldLabel([key], [kind]), ...shownWords(widget, [key])]);

describe('the words of the form of a rule', () => {
  it('name every kind, and no other', () => {
    expect(Object.keys(SOURCE_LABELS).toSorted()).toEqual(language.sources.map(({ key }) => key).toSorted());
    expect(Object.keys(RULE_LABELS).toSorted()).toEqual(language.rules.map(({ key }) => key).toSorted());
    expect(Object.keys(CONDITION_LABELS).toSorted()).toEqual(language.conditions.map(({ key }) => key).toSorted());
    expect(Object.keys(OUTPUT_LABELS).toSorted()).toEqual(language.outputs.map(({ key }) => key).toSorted());
  });

  const kinds = [...language.sources, ...language.rules, ...language.conditions];

  it.each([
    ...kinds.map(({ key, fields }) => [key, wordsOf(key, fields)] as const),
    ...language.outputs.map(({ key, widget }) => [key, [fieldLabel([key], []), ...shownWords(widget, [key])]] as const),
    ['common', wordsOf('', [...language.common, ...language.comparison, ...language.group, ...language.head])] as const,
  ])('say every field and choice of %s in Chinese', (_key, words) => {
    expect(words.filter((word) => !CHINESE.test(word) && !KNOWN_SIGNS.includes(word))).toEqual([]);
  });

  const KNOWN_SIGNS = [
    FIELD_LABELS['pm25'],
    FIELD_LABELS['pm10'],
    FIELD_LABELS['so2'],
    FIELD_LABELS['no2'],
    FIELD_LABELS['co'],
    FIELD_LABELS['o3'],
  ].flatMap((sign) => sign ?? []);

  it('say what limits there are', () => {
    expect(fieldProblem('range', { kind: 'number', min: '0', max: '12' })).toBe('须填 0 至 12 之间的数');
    expect(fieldProblem('range', { kind: 'integer', min: '0', max: '6' })).toBe('须填 0 至 6 之间的整数');
    expect(fieldProblem('atLeast', { kind: 'number', min: '0' })).toBe('须填不小于 0 的数');
  });
});

describe('读作', () => {
  it.each(LANGUAGE.map((entry) => [`${entry.room} ${entry.key}`, entry.sample.rule] as const))('says %s as a sentence', (_name, rule) => {
    for (const part of sampleParts(rule)) {
      const sentence = schemeReading(part, {});
      if (part.role !== 'number') expect(sentence, JSON.stringify(part.words)).toMatch(CHINESE);
      expect(sentence).not.toMatch(/undefined|\bNaN\b/u);
      expect(partTitle(part, {}, null)).not.toMatch(/undefined/u);
    }
  });

  const folder = join(TEMPLATES, 'schemes', 'published');

  it.each(readdirSync(folder).map((name) => name.replace(/\.yml$/u, '')))('says every part of %s without a word of the file', (key) => {
    for (const part of partsOf(parseSchemeText(publishedText(key)).data)) {
      const sentence = schemeReading(part, {});
      expect(sentence).not.toMatch(/undefined|\b(?:pm25|pm10|goodDays|goodRatio|lastYear|target|rest)\b/u);
    }
  });

  it('says the whole of a rule', () => {
    const [, share, rate, table] = sampleParts({
      sum: [
        { of: 'pm25', share: 12 },
        { of: 'pm10', vs: 'lastYear', rate: { gain: 20, loss: 40 }, dead: 2, cap: 100 },
        {
          of: 'pm25',
          table: [
            [35, 10],
            ['rest', 0],
          ],
        },
      ],
    }).filter(({ role }) => role !== 'output');
    expect(share === undefined ? '' : schemeReading(share, {})).toBe('PM2.5：达到目标得满分 12；未达到的按目标值÷完成值得相应比例。');
    expect(rate === undefined ? '' : schemeReading(rate, {})).toBe(
      'PM10比上年同期：每好 1 个单位得 20（超出 2 的部分才计），每差 1 个单位扣 40；最高 100。',
    );
    expect(table === undefined ? '' : schemeReading(table, {})).toBe('PM2.5：不高于 35 的得 10，其余得 0。');
  });
});

describe('the arithmetic of an example', () => {
  const arithmeticOf = (rule: object, typed: Readonly<Record<string, string>> = {}): string | null => {
    const { result } = exampleOf({ data: { rules: { out: 'notice', sum: [rule] } }, path: ['rules', 'sum', 0], role: 'node', typed });
    return result === null ? null : schemeArithmetic(reckonedOf(result.explanation));
  };

  it.each([
    [{ of: 'pm25', share: 12 }, '36÷37×12 = 11.68'],
    [{ of: 'goodRatio', share: 20 }, '95÷100×20 = 19'],
    [{ of: 'pm25', vs: 'lastYear', rate: 10 }, '3×10 = 30'],
    [{ of: 'pm25', vs: 'target', rate: { loss: 0.5 } }, '−1×0.5 = −0.5'],
    [{ sum: [10, { of: 'pm25', vs: 'target', rate: 2 }] }, '10 − 2 = 8'],
    [
      {
        weighted: [
          [0.75, { of: 'pm25', vs: 'lastYear' }],
          [0.25, { of: 'pm10', vs: 'target' }],
        ],
      },
      '0.75×3 + 0.25×(−1) = 2',
    ],
    [{ mean: [{ manual: 'a' }, { manual: 'b', cap: 20 }] }, '(36 + 18)÷2 = 27'],
    [{ of: 'pm25', vs: 'lastYear', in: 'pct' }, '(40 − 37)÷40×100 = 7.5'],
    [{ manual: 'a' }, null],
  ])('%j is reckoned as %s', (rule, expected) => {
    expect(arithmeticOf(rule)).toBe(expected);
  });
});

it('calls every word of the head by a word that people use', () => {
  for (const key of HEAD_KEYS) expect(fieldLabel([key, 0], []), key).not.toMatch(/^[\w.]+$/);
});
