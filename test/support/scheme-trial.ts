import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSchemeText } from '../../main/services/schemes/language/read-scheme-file.ts';
import { checkSchemes } from '../../shared/domain/schemes/check-scheme.ts';
import type { CompiledScheme } from '../../shared/domain/schemes/language/compile-scheme.ts';
import { type Trial, tryScheme } from '../../shared/domain/schemes/trial/try-scheme.ts';
import { schemeNoticeText } from '../../shared/text/scheme-text.ts';
import { TEMPLATES } from './core.ts';

export type Figures = Readonly<Record<string, string | number>>;

/** What `schemes try` prints for a row, without blanks. */
export interface Given {
  readonly points?: string | undefined;
  readonly grade?: string | undefined;
  readonly place?: number | undefined;
  readonly money?: string | undefined;
  readonly notices?: string | undefined;
}

/** A scheme that has to be usable, from its text or from its data. */
export function schemeOf(source: string | object): CompiledScheme {
  const data = typeof source === 'string' ? parseSchemeText(source).data : source;
  const { schemes, problems } = checkSchemes(data);
  const [first] = schemes;
  const wrong = [...problems, ...(first?.problems ?? [])].filter(({ severity }) => severity === 'error');
  if (first === undefined || wrong.length > 0) throw new Error(JSON.stringify(wrong));
  return first.scheme;
}

export const publishedText = (key: string): string => readFileSync(join(TEMPLATES, 'schemes', 'published', `${key}.yml`), 'utf8');

export const publishedScheme = (key: string): CompiledScheme => schemeOf(publishedText(key));

/** One row a value of one column. */
export const column = (name: string, values: readonly (string | number)[]): Figures[] => values.map((value) => ({ [name]: value }));

/** Rows without a subject are a, b, c … */
export function trialOf(scheme: CompiledScheme, rows: readonly Figures[]): Trial {
  const header = [...new Set(['subject', ...rows.flatMap((row) => Object.keys(row))])];
  const records = rows.map((row, index) => ({
    line: index + 2,
    cells: header.map((name) => String(row[name] ?? (name === 'subject' ? subjectName(index) : ''))),
  }));
  return tryScheme(scheme, header, records);
}

const subjectName = (index: number): string => `s${String(index + 1).padStart(3, '0')}`;

export function givenBy(scheme: CompiledScheme, rows: readonly Figures[]): Given[] {
  return trialOf(scheme, rows).rows.map(({ result }) => {
    const notices = (result?.notices ?? []).map(({ code, params }) => schemeNoticeText(code, params)).join('；');
    const given: Given = {
      points: result?.points?.text(),
      grade: result?.grade ?? undefined,
      place: result?.place?.place,
      money: result?.money?.text(),
      notices: notices === '' ? undefined : notices,
    };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  });
}

export const money = (scheme: CompiledScheme, rows: readonly Figures[]): (string | undefined)[] =>
  givenBy(scheme, rows).map((given) => given.money);
export const points = (scheme: CompiledScheme, rows: readonly Figures[]): (string | undefined)[] =>
  givenBy(scheme, rows).map((given) => given.points);
export const places = (scheme: CompiledScheme, rows: readonly Figures[]): (number | undefined)[] =>
  givenBy(scheme, rows).map((given) => given.place);

export const shippedText = (id: string): string => readFileSync(join(TEMPLATES, 'schemes', `${id}.yml`), 'utf8');
