import type { CountedTarget } from '../../plan/target-schema.ts';
import type { TaskStatus } from '../../returns/types.ts';
import type { SchemeData } from '../base/data-source.ts';
import type { ListedFigure, ListedRow, ListName } from '../base/listed.ts';
import type { Path } from '../base/problems.ts';
import { isRecord, type Raw } from '../base/records.ts';
import { caseOf } from '../base/shapes.ts';
import { statusCode } from '../base/status-words.ts';
import { evaluateScheme, type SubjectResult } from '../evaluate/evaluate.ts';
import { compileScheme, type CompiledScheme } from '../language/compile-scheme.ts';
import { formsOf } from '../language/forms.ts';
import { readCell, readHappened } from '../trial/cells.ts';
import { trialTable } from '../trial/table-data.ts';
import { bodyOf, valueAt } from './edit.ts';
import { exampleFigures, LISTED_LATE, LISTED_STATUS, LISTED_TARGET, LISTED_VALUE } from './example-figures.ts';
import type { PartRole } from './node-form.ts';
import { OUTPUT_SAMPLES } from './output-samples.ts';

/** 例: one part of a scheme at work on a few figures. */
export interface Example {
  /** What it reads, with the figures that were taken: typed ones, or some that are usual. */
  readonly columns: readonly { readonly column: string; readonly value: string }[];
  /** Figures of the others it is held against, where it compares. */
  readonly peers: readonly (readonly string[])[];
  /** Null where the part cannot be evaluated as it stands. */
  readonly result: SubjectResult | null;
}

export interface ExampleRequest {
  readonly data: unknown;
  readonly path: Path;
  readonly role: PartRole;
  readonly typed: Readonly<Record<string, string>>;
}

const NOTHING: Example = { columns: [], peers: [], result: null };

export function exampleOf({ data, path, role, typed }: ExampleRequest): Example {
  const [form] = formsOf(data).forms;
  if (form === undefined || role === 'head') return NOTHING;
  const raw = role === 'body' ? bodyOf(valueAt(data, path)) : valueAt(data, path);
  if (raw === undefined) return NOTHING;
  const rules = aloneRules(raw, form.rules, { role, path: path.slice(form.path.length), word: String(path.at(-1)) });
  const { kind: _kind, ...head } = form.head;
  const { scheme, problems } = compileScheme({ key: null, whole: false, head, rules, path: [] });
  if (problems.some(({ severity }) => severity === 'error')) return NOTHING;
  return evaluated(withoutSubjects(scheme), rules, typed);
}

/** An example is for whoever is looked at. */
const withoutSubjects = (scheme: CompiledScheme): CompiledScheme => ({ ...scheme, concerns: () => true });

interface Place {
  readonly role: PartRole;
  /** Below the rules. */
  readonly path: Path;
  readonly word: string;
}

/** The part as all there is of a scheme, with what it inherits from around it. */
function aloneRules(raw: unknown, rules: Raw, { role, path, word }: Place): Raw {
  const around = {
    ...inherited(rules, path),
    out: rules['out'] ?? 'notice',
    ...(rules['judging'] === undefined ? {} : { judging: rules['judging'] }),
  };
  if (role === 'output') return { ...around, ...OUTPUT_SAMPLES[word], ...(word === 'zeroSum' ? { out: '万元' } : {}), [word]: raw };
  const loose = { ...around, out: 'notice' };
  if (role === 'condition') return { ...loose, ...conditionRules(raw) };
  if (!isRecord(raw)) return { ...loose, sum: [raw] };
  const { order, name: _name, units: _units, ...own } = raw;
  if (role === 'key') return { ...loose, rank: { ...own, ...(order === undefined ? {} : { order }) } };
  // A group without a rule of its own has the common one.
  const common = role === 'body' && path.length > 0 ? bodyOf(rules) : {};
  return { ...loose, ...(isRecord(common) ? common : {}), ...own };
}

/** A streak looks at the ranking of the scheme, so it stands beside one; other conditions decide a case. */
const conditionRules = (raw: unknown): Raw =>
  hasStreak(raw) ? { rank: { of: 'score' }, notices: [{ if: raw, do: EXAMPLE_NOTICE }] } : { first: [caseOf(1, raw), caseOf(0)] };

/** Falls due where the condition holds. */
export const EXAMPLE_NOTICE = 'holds';

function hasStreak(raw: unknown): boolean {
  if (Array.isArray(raw)) return raw.some(hasStreak);
  return isRecord(raw) && (raw['streak'] !== undefined || Object.values(raw).some(hasStreak));
}

/** `vs` and `in` of everything around the part. */
function inherited(rules: Raw, path: Path): Raw {
  const words: Record<string, unknown> = {};
  for (let length = 0; length < path.length; length += 1) {
    const outer = valueAt(rules, path.slice(0, length));
    if (!isRecord(outer)) continue;
    if (outer['vs'] !== undefined) words['vs'] = outer['vs'];
    if (outer['in'] !== undefined) words['in'] = outer['in'];
  }
  return words;
}

function evaluated(scheme: CompiledScheme, rules: Raw, typed: Readonly<Record<string, string>>): Example {
  const figures = exampleFigures(scheme, rules, typed);
  const header = ['subject', ...figures.columns.map(({ column }) => column)];
  const records = [figures.columns.map(({ value }) => value), ...figures.peers].map((cells, index) => ({
    line: index + 1,
    cells: [SUBJECTS[index] ?? String(index), ...cells],
  }));
  const { data } = trialTable(header, records);
  const results = evaluateScheme(scheme, withLists(data, rules, figures.columns));
  return { ...figures, result: results[0] ?? null };
}

const SUBJECTS = ['本单位', '甲', '乙', '丙'];

/** Rows of the lists of a plan, as a table has none: those that the rule gives points, else two; the first as typed, the others fulfilled. */
function withLists(data: SchemeData, rules: Raw, columns: Example['columns']): SchemeData {
  const typed = (column: string): string => columns.find((one) => one.column === column)?.value ?? '';
  return {
    ...data,
    listed: (_row, list) =>
      rowIds(rules, list).map((id, index): ListedRow => ({
        id,
        title: '',
        figures: [index === 0 ? typedFigure(list, typed) : fulfilled(id)],
      })),
    late: () => ({ late: readHappened(typed(LISTED_LATE)) === true, sources: [] }),
  };
}

const TWO_ROWS: readonly string[] = ['1', '2'];

const rowIds = (rules: Raw, list: ListName): readonly string[] => pointedRows(rules, list) ?? TWO_ROWS;

/** Ids that a rule on the list gives points. */
function pointedRows(raw: unknown, list: ListName): readonly string[] | null {
  if (Array.isArray(raw)) return raw.map((item) => pointedRows(item, list)).find((ids) => ids !== null) ?? null;
  if (!isRecord(raw)) return null;
  const { rows, points } = raw;
  if (rows !== undefined && isRecord(points) && JSON.stringify(rows).includes(`"${list}"`)) return Object.keys(points);
  return pointedRows(Object.values(raw), list);
}

function typedFigure(list: ListName, typed: (column: string) => string): ListedFigure {
  if (list !== 'annex1' && list !== 'air') return statusFigure('1', typed(LISTED_STATUS));
  const [value, target] = [readCell(typed(LISTED_VALUE)), readCell(typed(LISTED_TARGET))];
  const limit = target.kind === 'number' ? target.value.text() : '0';
  const counted: CountedTarget & { printed: string } = { kind: 'number', operator: 'le', value: limit, printed: `≤${limit}` } as const;
  const reading =
    value.kind === 'number'
      ? ({ kind: 'value', value: value.value, sources: [] } as const)
      : ({ kind: 'notApplicable', sources: [] } as const);
  return { kind: 'measure', id: '1', name: '', decimals: decimalsOf(typed(LISTED_VALUE)), target: counted, reading };
}

const decimalsOf = (text: string): number => (text.split('.')[1] ?? '').length;

const fulfilled = (id: string): ListedFigure => statusFigure(id, 'done');

function statusFigure(id: string, word: string): ListedFigure {
  const value: TaskStatus | null = statusCode(word);
  const lack = { code: 'unreadable', params: { column: LISTED_STATUS, text: word } } as const;
  return {
    kind: 'status',
    id,
    horizon: 'annual',
    reading: value === null ? { kind: 'missing', lack, sources: [] } : { kind: 'value', value, sources: [] },
  };
}
