import { z } from 'zod';
import { isRecord, type Raw } from '../base/records.ts';
import type { Field, Names, NumberWidget, Widget } from './widget.ts';

/** 表单 of a schema: how each of its words is entered, with its limits. */
export function fieldsOf(schema: z.ZodType): readonly Field[] {
  const widget = widgetOf(schema);
  return widget.kind === 'group' ? widget.fields : [];
}

export const widgetOf = (schema: z.ZodType): Widget => widgetFrom(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Raw);

function widgetFrom(json: Raw): Widget {
  if (json['part'] === 'node' || json['part'] === 'condition' || json['part'] === 'key') return { kind: 'part', part: json['part'] };
  if (json['words'] === true) return { kind: 'words' };
  const options = listOf(json['anyOf']);
  if (options.length > 0) return eitherOf(options, json);
  const words = choicesOf(json);
  if (words !== null) return { kind: 'choice', options: words };
  switch (json['type']) {
    case 'number':
    case 'integer':
      return numberOf([json], json);
    case 'boolean':
      return { kind: 'flag' };
    case 'array':
      return arrayOf(json);
    case 'object':
      return objectOf(json);
    default:
      return textOf(json);
  }
}

const textOf = ({ names, pattern }: Raw): Widget => ({
  kind: 'text',
  names: namesOf(names),
  pattern: typeof pattern === 'string' ? pattern : null,
});

const NAMES: readonly Names[] = ['measure', 'grade', 'out', 'row'];

const namesOf = (raw: unknown): Names | null => NAMES.find((known) => known === raw) ?? null;

function arrayOf({ items, prefixItems }: Raw): Widget {
  const places = listOf(prefixItems);
  return places.length > 0
    ? { kind: 'tuple', items: places.map(widgetFrom) }
    : { kind: 'list', item: widgetFrom(isRecord(items) ? items : {}) };
}

function objectOf({ properties, required, additionalProperties, keys }: Raw): Widget {
  if (!isRecord(properties))
    return { kind: 'map', keys: namesOf(keys), value: widgetFrom(isRecord(additionalProperties) ? additionalProperties : {}) };
  const needed: readonly unknown[] = Array.isArray(required) ? required : [];
  return {
    kind: 'group',
    fields: Object.entries(properties).flatMap(([key, json]): Field[] =>
      isRecord(json) ? [{ key, widget: widgetFrom(json), required: needed.includes(key), fallback: fallbackOf(json['default']) }] : [],
    ),
  };
}

const fallbackOf = (value: unknown): string | null => (value === undefined || typeof value === 'object' ? null : String(value));

/** A number that may be written in several ways is one field; ways of different shape are chosen first. */
function eitherOf(options: readonly Raw[], json: Raw): Widget {
  const number = options.find(({ type }) => type === 'number' || type === 'integer');
  if (number !== undefined && options.every((option) => option === number || isOneText(option))) return numberOf(options, json);
  const widgets = options.flatMap((option) => {
    const widget = widgetFrom(option);
    return widget.kind === 'either' ? widget.options : [widget];
  });
  return { kind: 'either', options: widgets };
}

const isOneText = ({ type }: Raw): boolean => type === 'string';

const PERCENT = '%$';

function numberOf(options: readonly Raw[], json: Raw): NumberWidget {
  const number = options.find(({ type }) => type === 'number' || type === 'integer') ?? {};
  const texts = options.filter(isOneText);
  const lowest = number['exclusiveMinimum'] ?? number['minimum'] ?? json['min'];
  return {
    kind: 'number',
    integer: number['type'] === 'integer',
    parameter: texts.some((text) => text['pattern'] === undefined && choicesOf(text) === null),
    percent: texts.some(({ pattern }) => typeof pattern === 'string' && pattern.endsWith(PERCENT)),
    words: [...texts.flatMap((text) => choicesOf(text) ?? []), ...wordsOf(json['orWords'])],
    min: boundOf(lowest),
    max: boundOf(number['maximum'] ?? json['max']),
    above: number['exclusiveMinimum'] !== undefined,
  };
}

const wordsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The greatest whole number there is says nothing. */
const boundOf = (value: unknown): string | null => (value === undefined || value === Number.MAX_SAFE_INTEGER ? null : String(value));

const choicesOf = (json: Raw): readonly string[] | null =>
  Array.isArray(json['enum']) ? json['enum'].map(String) : json['const'] === undefined ? null : [String(json['const'])];

const listOf = (value: unknown): readonly Raw[] => (Array.isArray(value) ? value.filter(isRecord) : []);
