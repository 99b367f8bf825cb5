import { exact, isDecimalText } from '../../numbers/decimal.ts';
import { Rational } from '../../numbers/rational.ts';
import { isRecord, type Raw } from '../base/records.ts';
import type { Field, NumberWidget, Widget } from './widget.ts';

/** What stands in a form: texts as they are typed. */
export type FormValue =
  | string
  | readonly FormValue[]
  | { readonly pairs: readonly (readonly [string, FormValue])[] }
  | { readonly fields: FormFields }
  | { readonly option: number; readonly value: FormValue }
  /** Has a form of its own. */
  | { readonly part: unknown };

export type FormFields = Readonly<Record<string, FormValue>>;

/** Null where the value is not of the shape of the widget. */
export function toForm(widget: Widget, raw: unknown): FormValue | null {
  switch (widget.kind) {
    case 'number':
      return typeof raw === 'number' || typeof raw === 'string' ? numberText(raw) : null;
    case 'text':
      return typeof raw === 'string' ? raw : null;
    case 'choice':
      return typeof raw === 'string' && widget.options.includes(raw) ? raw : null;
    case 'flag':
      return typeof raw === 'boolean' ? String(raw) : null;
    case 'words':
      return Array.isArray(raw) ? raw.map(String) : raw === undefined || isRecord(raw) ? null : [String(raw)];
    case 'list':
      return Array.isArray(raw) ? allOf(raw.map((item) => toForm(widget.item, item))) : null;
    case 'tuple':
      return Array.isArray(raw) && raw.length === widget.items.length
        ? allOf(widget.items.map((item, index) => toForm(item, raw[index])))
        : null;
    case 'map':
      return isRecord(raw) ? mapForm(widget.value, raw) : null;
    case 'group':
      return isRecord(raw) ? groupForm(widget.fields, raw) : null;
    case 'either':
      return eitherForm(widget.options, raw);
    case 'part':
      return raw === undefined || raw === null || Array.isArray(raw) ? null : { part: raw };
  }
}

const numberText = (raw: number | string): string => (typeof raw === 'number' ? exact(raw).toFixed() : raw);

const allOf = (values: readonly (FormValue | null)[]): FormValue | null => {
  const found = values.filter((value) => value !== null);
  return found.length === values.length ? found : null;
};

function mapForm(widget: Widget, raw: Raw): FormValue | null {
  const entries = Object.entries(raw).map(([key, value]) => [key, toForm(widget, value)] as const);
  const found = entries.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
  return found.length === entries.length ? { pairs: found } : null;
}

function groupForm(fields: readonly Field[], raw: Raw): FormValue | null {
  const found = fieldsForm(fields, raw);
  return found !== null && Object.keys(raw).every((key) => fields.some((field) => field.key === key)) ? { fields: found } : null;
}

/** Those of the fields that are written; other words of the record are left to whom they belong. */
export function fieldsForm(fields: readonly Field[], raw: Raw): FormFields | null {
  const written = fields.filter(({ key }) => raw[key] !== undefined);
  const values = written.map(({ key, widget }) => [key, toForm(widget, raw[key])] as const);
  const found = values.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
  return found.length === values.length && fields.every(({ key, required }) => !required || raw[key] !== undefined)
    ? Object.fromEntries(found)
    : null;
}

function eitherForm(options: readonly Widget[], raw: unknown): FormValue | null {
  for (const [option, widget] of options.entries()) {
    const value = toForm(widget, raw);
    if (value !== null) return { option, value };
  }
  return null;
}

export type FieldProblemCode = 'blank' | 'number' | 'integer' | 'range' | 'atLeast' | 'atMost' | 'above' | 'choice' | 'twice' | 'empty';

/** What is wrong with a typed value, and where in the form it stands. */
export interface FieldProblem {
  readonly at: readonly (string | number)[];
  readonly code: FieldProblemCode;
  readonly params: Readonly<Record<string, string>>;
}

export interface FormLimits {
  /** 满分 of the scheme; null where it gives no points. */
  readonly scale: string | null;
  /** What the rule shares out (`total`), once it is known. */
  readonly total?: string | null;
}

export type Read = { readonly raw: unknown } | { readonly problems: readonly FieldProblem[] };

const wrong = (code: FieldProblemCode, params: FieldProblem['params'] = {}): Read => ({ problems: [{ at: [], code, params }] });

/** The value that a rule is written with, or what is wrong with what was typed. */
export function toRaw(widget: Widget, value: FormValue, limits: FormLimits): Read {
  switch (widget.kind) {
    case 'number':
      return typeof value === 'string' ? numberRaw(widget, value, limits) : wrong('number');
    case 'text':
      return typeof value === 'string' && value.trim() !== '' ? { raw: value.trim() } : wrong('blank');
    case 'choice':
      return typeof value === 'string' && widget.options.includes(value) ? { raw: value } : wrong('choice');
    case 'flag':
      return { raw: value === 'true' };
    case 'words':
      return wordsRaw(value);
    case 'list':
      return Array.isArray(value) && value.length > 0
        ? together(
            value.map((item: FormValue, index) => [index, toRaw(widget.item, item, limits)]),
            (raws) => raws,
          )
        : wrong('empty');
    case 'tuple':
      return together(
        widget.items.map((item, index) => [index, toRaw(item, Array.isArray(value) ? (value[index] as FormValue) : '', limits)]),
        (raws) => raws,
      );
    case 'map':
      return mapRaw(widget.value, value, limits);
    case 'group':
      return typeof value === 'object' && 'fields' in value ? fieldsRaw(widget.fields, value.fields, limits) : wrong('blank');
    case 'either':
      return eitherRaw(widget.options, value, limits);
    case 'part':
      return typeof value === 'object' && 'part' in value ? { raw: value.part } : wrong('blank');
  }
}

function together(parts: readonly (readonly [string | number, Read])[], make: (raws: unknown[]) => unknown): Read {
  const problems = parts.flatMap(([key, read]) =>
    'problems' in read ? read.problems.map((found) => ({ ...found, at: [key, ...found.at] })) : [],
  );
  return problems.length > 0 ? { problems } : { raw: make(parts.map(([, read]) => ('raw' in read ? read.raw : null))) };
}

function wordsRaw(value: FormValue): Read {
  const list = (Array.isArray(value) ? value : [value]).filter((word): word is string => typeof word === 'string' && word.trim() !== '');
  const [only, ...more] = list;
  return { raw: more.length > 0 ? list : only };
}

function mapRaw(widget: Widget, value: FormValue, limits: FormLimits): Read {
  if (typeof value !== 'object' || !('pairs' in value) || value.pairs.length === 0) return wrong('empty');
  const names = value.pairs.map(([name]) => name.trim());
  const problems = names.flatMap((name, index): FieldProblem[] => {
    if (name === '') return [{ at: [index], code: 'blank', params: {} }];
    return names.indexOf(name) < index ? [{ at: [index], code: 'twice', params: { name } }] : [];
  });
  if (problems.length > 0) return { problems };
  return together(
    value.pairs.map(([, entry], index) => [index, toRaw(widget, entry, limits)]),
    (raws) => Object.fromEntries(names.map((name, index) => [name, raws[index]])),
  );
}

/** Fields that are left blank are not written, unless the rule needs them. */
export function fieldsRaw(fields: readonly Field[], values: FormFields, limits: FormLimits): Read {
  const written = fields.filter(({ key, required }) => required || !isBlank(values[key]));
  return together(
    written.map(({ key, widget }) => {
      const value = values[key];
      return [key, value === undefined ? wrong('blank') : toRaw(widget, value, limits)];
    }),
    (raws) => Object.fromEntries(written.flatMap(({ key }, index) => (raws[index] === undefined ? [] : [[key, raws[index]]]))),
  );
}

const isBlank = (value: FormValue | undefined): boolean => value === undefined || (typeof value === 'string' && value.trim() === '');

function eitherRaw(options: readonly Widget[], value: FormValue, limits: FormLimits): Read {
  if (typeof value !== 'object' || !('option' in value)) return wrong('choice');
  const widget = options[value.option];
  return widget === undefined ? wrong('choice') : toRaw(widget, value.value, limits);
}

/** Digits that an input method writes wide are read too. */
function numberRaw(widget: NumberWidget, typed: string, { scale, total = null }: FormLimits): Read {
  const text = typed.normalize('NFKC').trim().replace('−', '-');
  if (text === '') return wrong('blank');
  if (widget.words.includes(text)) return { raw: text };
  if (widget.percent && text.endsWith('%') && isDecimalText(text.slice(0, -1))) return { raw: text };
  const [min, max] = [widget.min, widget.max === 'scale' ? scale : widget.max === 'total' ? (total ?? scale) : widget.max];
  if (!isDecimalText(text)) return widget.parameter && NAME.test(text) ? { raw: text } : outside(min, max, widget);
  const value = Rational.of(text);
  const low = min !== null && (value.cmp(Rational.of(min)) < 0 || (widget.above && value.cmp(Rational.of(min)) === 0));
  const whole = !widget.integer || value.trunc().cmp(value) === 0;
  if (low || !whole || (max !== null && value.cmp(Rational.of(max)) > 0)) return outside(min, max, widget);
  const number = Number(text);
  return { raw: Rational.of(number).cmp(value) === 0 ? number : text };
}

/** The name of a parameter, or a day. */
const NAME = /^(?:[^-\d.\s,，]\S*|\d{4}-\d{2}(?:-\d{2})?)$/u;

/** 须填 0 至 12 之间的数: what is asked for, as far as there are limits. */
function outside(min: string | null, max: string | null, { integer, above }: NumberWidget): Read {
  const params = { kind: integer ? 'integer' : 'number', ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) };
  if (min !== null && max !== null) return wrong('range', params);
  if (min !== null) return wrong(above ? 'above' : 'atLeast', params);
  if (max !== null) return wrong('atMost', params);
  return wrong(integer ? 'integer' : 'number', params);
}
