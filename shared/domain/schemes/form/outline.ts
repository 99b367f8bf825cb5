import { Rational, sumOf } from '../../numbers/rational.ts';
import type { Params, Path } from '../base/problems.ts';
import { isRecord, type Raw } from '../base/records.ts';
import { compileScheme, type CompiledForm } from '../language/compile-scheme.ts';
import { placeKey } from '../language/compiler.ts';
import { formsOf, type SchemeForm } from '../language/forms.ts';
import { knownBetter } from '../measures/directions.ts';
import { bodyOf } from './edit.ts';
import { flatWords } from './flat-words.ts';
import type { LanguageForms } from './language-forms.ts';
import { fieldsOfForm, formOf, type Part, partsIn, type PartRole } from './node-form.ts';

/** 一条: a subject's rule, a part of it, a condition, or what stands beside the rules. */
export interface OutlinePart {
  readonly path: Path;
  readonly role: PartRole;
  /** Kind of the source or condition, or the word of an output; with 算法. */
  readonly source: string;
  readonly rule: string | null;
  /** Every word of it, for the sentence that says it; `better` of its measure among them. */
  readonly words: Params;
  /** Whether there is a form for it. */
  readonly form: boolean;
  /** 满分, where the rules say it. */
  readonly points: string | null;
  /** What its parts add up to, and what they should. */
  readonly sum: { readonly parts: string; readonly whole: string; readonly adds: boolean } | null;
  /** Of a list: the path of its row there. */
  readonly row: Path | null;
  readonly children: readonly OutlinePart[];
}

export interface Outline {
  readonly parts: readonly OutlinePart[];
  readonly scale: string | null;
  readonly compiled: CompiledForm;
  readonly form: SchemeForm;
}

/** 对象 > 部分 > 规则: the scheme as a tree; null where its data is no scheme, or several. */
export function outlineOf(data: unknown, language: LanguageForms): Outline | null {
  const { forms } = formsOf(data);
  const [form] = forms;
  if (form === undefined || forms.length > 1) return null;
  const compiled = compileScheme(form);
  const { scale } = compiled.scheme.out;
  const context: Context = { language, compiled, scale: scale === null ? null : String(scale) };
  return {
    parts: [...headOf(data, form, context), ...subjectsOf(form, context), ...outputsOf(form, context)],
    scale: context.scale,
    compiled,
    form,
  };
}

interface Context {
  readonly language: LanguageForms;
  readonly compiled: CompiledForm;
  readonly scale: string | null;
}

/** A sketch has no head to be edited. */
const headOf = (data: unknown, { whole, head }: SchemeForm, context: Context): readonly OutlinePart[] =>
  whole && isRecord(data) ? [partOf([], 'head', head, null, context)] : [];

/** The common rule, and that of each group and unit. */
function subjectsOf({ rules, path }: SchemeForm, context: Context): readonly OutlinePart[] {
  const common = bodyOf(rules);
  const own = ['groups', 'units'].flatMap((key) => {
    const raw = rules[key];
    return isRecord(raw) ? Object.entries(raw).map(([name, body]) => partOf([...path, key, name], 'body', body, null, context)) : [];
  });
  const bare = isRecord(common) && Object.keys(common).length === 0;
  return bare && own.length > 0 ? own : [partOf(path, 'body', common, null, context), ...own];
}

const outputsOf = ({ rules, path }: SchemeForm, context: Context): readonly OutlinePart[] =>
  context.language.outputs
    .filter(({ key }) => rules[key] !== undefined)
    .map(({ key }) => partOf([...path, key], 'output', rules[key], null, context, key));

function partOf(path: Path, role: PartRole, raw: unknown, row: Path | null, context: Context, output = ''): OutlinePart {
  const { language, compiled } = context;
  const form = formOf(role, raw, language, output);
  const shape = form ?? { role, source: output, rule: null };
  const record: Raw = role === 'output' ? { [output]: raw } : isRecord(raw) ? raw : {};
  const children = fieldsOfForm(shape, language).flatMap(({ key, widget }) =>
    partsIn(widget, record[key]).map((part) => {
      const inner = role === 'output' ? part.path : [key, ...part.path];
      return partOf([...path, ...inner], part.part, part.raw, rowOf(path, inner, part), context);
    }),
  );
  // Of money and notices no part has points.
  const points = context.scale === null ? null : (compiled.scheme.fulls.get(placeKey(path)) ?? null);
  return {
    path,
    role: shape.role,
    source: shape.source,
    rule: shape.rule,
    words: { ...flatWords(raw), ...betterOf(record, compiled) },
    form: form !== null,
    points: points?.text() ?? null,
    sum: sumOfParts(shape.source, record, children, role === 'body' ? { scale: context.scale, points } : null),
    row,
    children,
  };
}

/** The row of the list in which the part stands, whatever else the row says. */
function rowOf(path: Path, inner: Path, { path: within }: Part): Path | null {
  const index = inner.findIndex((step) => typeof step === 'number');
  return within.length === 0 || index < 0 ? null : [...path, ...inner.slice(0, index + 1)];
}

function betterOf({ of }: Raw, { scheme }: CompiledForm): Params {
  const [name] = Array.isArray(of) ? (of as unknown[]) : [of];
  return typeof name === 'string' ? { better: scheme.head.measures?.[name]?.better ?? knownBetter(name) } : {};
}

interface Subject {
  readonly scale: string | null;
  readonly points: Rational | null;
}

function sumOfParts(source: string, raw: Raw, children: readonly OutlinePart[], subject: Subject | null): OutlinePart['sum'] {
  if (subject !== null && subject.scale !== null && subject.points !== null) return compared(subject.points, Rational.of(subject.scale));
  if (source === 'rows' && isRecord(raw['points'])) return written(Object.values(raw['points']), raw['total']);
  if (source === 'weighted' && Array.isArray(raw['weighted']) && raw['weights'] !== 'free')
    return written(
      raw['weighted'].map((line: unknown) => (Array.isArray(line) ? (line[0] as unknown) : null)),
      1,
    );
  if (source !== 'sum' || typeof raw['fold'] !== 'number') return null;
  const fulls = children.map(({ points }) => points);
  return fulls.every((points) => points !== null) ? written(fulls, raw['fold']) : null;
}

/** Null where one of the figures is no number. */
function written(figures: readonly unknown[], whole: unknown): OutlinePart['sum'] {
  const numbers = [...figures, whole].map((value) => String(value));
  if (!numbers.every((text) => /^-?\d+(?:\.\d+)?$/u.test(text))) return null;
  return compared(sumOf(numbers.slice(0, -1).map((text) => Rational.of(text))), Rational.of(numbers.at(-1) ?? '0'));
}

const compared = (parts: Rational, whole: Rational): OutlinePart['sum'] => ({
  parts: parts.text(),
  whole: whole.text(),
  adds: parts.cmp(whole) === 0,
});
