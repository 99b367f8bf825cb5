import { isDecimalText } from '../../numbers/decimal.ts';
import type { Raw } from '../base/records.ts';
import { isRecord } from '../base/records.ts';
import { type FieldProblem, fieldsForm, fieldsRaw, type FormFields, type FormLimits, type FormValue, toForm, toRaw } from './form-value.ts';
import type { KindForm, LanguageForms } from './language-forms.ts';
import type { Field, InnerPart, Widget } from './widget.ts';

/** `body`: the rule of a subject, whose source may be the common one; `output`: what stands beside the rule. */
export type PartRole = 'body' | InnerPart | 'output' | 'number' | 'head';

/** 一条规则 as a form. */
export interface NodeForm {
  readonly role: PartRole;
  /** Kind of the source or of the condition; of an output its word; blank where the common rule has it, and of a number. */
  readonly source: string;
  /** 算法; null without. */
  readonly rule: string | null;
  readonly values: FormFields;
}

/** Null where the rule says something for which there is no field: it is edited in the file. */
export function formOf(role: PartRole, raw: unknown, language: LanguageForms, key = ''): NodeForm | null {
  if (role === 'output') return outputForm(raw, language, key);
  if (role === 'head') return headForm(raw, language);
  if (typeof raw === 'number' || typeof raw === 'string')
    return { role: 'number', source: '', rule: null, values: { number: String(raw) } };
  if (!isRecord(raw)) return null;
  const source = kindIn(role === 'condition' ? [...language.conditions, ...language.sources] : language.sources, raw);
  const rule = kindIn(language.rules, raw);
  const isCondition = role === 'condition' && language.conditions.includes(source ?? NO_KIND);
  const form = { role, source: source?.key ?? '', rule: isCondition ? null : (rule?.key ?? null) };
  const fields = fieldsOfForm(form, language);
  const values = fieldsForm(fields, raw);
  const known = Object.keys(raw).every((word) => fields.some((field) => field.key === word));
  return values === null || !known ? null : { ...form, values };
}

const NO_KIND: KindForm = { key: '', marks: [], fields: [], starter: {} };

const kindIn = (kinds: readonly KindForm[], raw: Raw): KindForm | undefined =>
  kinds.find(({ marks }) => marks.some((mark) => raw[mark] !== undefined));

function outputForm(raw: unknown, language: LanguageForms, key: string): NodeForm | null {
  const output = language.outputs.find((one) => one.key === key);
  const value = output === undefined ? null : toForm(output.widget, raw);
  return value === null ? null : { role: 'output', source: key, rule: null, values: { [key]: value } };
}

/** The other words of the head are edited in the file. */
function headForm(raw: unknown, language: LanguageForms): NodeForm | null {
  const values = isRecord(raw) ? fieldsForm(language.head, raw) : null;
  return values === null ? null : { role: 'head', source: '', rule: null, values };
}

const NUMBER: Field = {
  key: 'number',
  widget: { kind: 'number', parameter: true, integer: false, percent: false, words: [], min: null, max: null, above: false },
  required: true,
  fallback: null,
};

/** The fields of a form, in the order in which they are drawn. */
export function fieldsOfForm(
  { role, source, rule }: Pick<NodeForm, 'role' | 'source' | 'rule'>,
  language: LanguageForms,
): readonly Field[] {
  if (role === 'number') return [NUMBER];
  if (role === 'head') return language.head;
  if (role === 'output') {
    const output = language.outputs.find(({ key }) => key === source);
    return output === undefined ? [] : [{ key: source, widget: output.widget, required: true, fallback: null }];
  }
  const condition = role === 'condition' ? language.conditions.find(({ key }) => key === source) : undefined;
  if (condition !== undefined) return [...condition.fields, ...language.conditionWords];
  const kinds = [language.sources.find(({ key }) => key === source), language.rules.find(({ key }) => key === rule)];
  return [
    ...kinds.flatMap((kind) => kind?.fields ?? []),
    ...(role === 'condition' ? language.comparison : []),
    ...language.common,
    ...(role === 'key' ? language.key : []),
    ...(role === 'body' ? language.group : []),
  ];
}

/** The rule that a form says, or what in it is wrong. */
export function rawOf(
  form: NodeForm,
  language: LanguageForms,
  limits: FormLimits,
): { readonly raw: unknown } | { readonly problems: readonly FieldProblem[] } {
  const [only] = fieldsOfForm(form, language);
  if ((form.role === 'number' || form.role === 'output') && only !== undefined) {
    const read = toRaw(only.widget, form.values[only.key] ?? '', limits);
    return 'raw' in read ? read : { problems: read.problems.map((found) => ({ ...found, at: [only.key, ...found.at] })) };
  }
  const { total } = form.values;
  const shared = typeof total === 'string' && isDecimalText(total.trim()) ? total.trim() : null;
  return fieldsRaw(fieldsOfForm(form, language), form.values, { ...limits, total: shared });
}

/** Another kind of source, condition or 算法: the words of the one before go, those of the new one begin as its sample has them. */
export function withKind(
  form: NodeForm,
  change: { readonly source?: string; readonly rule?: string | null },
  language: LanguageForms,
): NodeForm {
  const next = { ...form, ...change };
  const kept = fieldsOfForm(next, language).filter(({ key }) => form.values[key] !== undefined);
  const kinds = [
    [...language.conditions, ...language.sources].find(({ key }) => key === next.source && change.source !== undefined),
    language.rules.find(({ key }) => key === next.rule && change.rule !== undefined),
  ];
  const begun = kinds.flatMap((kind) => (kind === undefined ? [] : Object.entries(fieldsForm(kind.fields, kind.starter) ?? {})));
  const values: FormFields = Object.fromEntries([...begun, ...kept.map(({ key }): [string, FormValue] => [key, form.values[key] ?? ''])]);
  return { ...next, values };
}

/** Rules and conditions inside a value, with where they stand in it. */
export function partsIn(widget: Widget, raw: unknown, path: readonly (string | number)[] = []): readonly Part[] {
  switch (widget.kind) {
    case 'part':
      return raw === undefined ? [] : [{ path, part: widget.part, raw }];
    case 'list':
      return Array.isArray(raw) ? raw.flatMap((item, index) => partsIn(widget.item, item, [...path, index])) : [];
    case 'tuple':
      return Array.isArray(raw) ? widget.items.flatMap((item, index) => partsIn(item, raw[index], [...path, index])) : [];
    case 'group':
      return isRecord(raw) ? widget.fields.flatMap((field) => partsIn(field.widget, raw[field.key], [...path, field.key])) : [];
    case 'either': {
      const chosen = widget.options.find((option) => toForm(option, raw) !== null);
      return chosen === undefined ? [] : partsIn(chosen, raw, path);
    }
    default:
      return [];
  }
}

export interface Part {
  readonly path: readonly (string | number)[];
  readonly part: InnerPart;
  readonly raw: unknown;
}
