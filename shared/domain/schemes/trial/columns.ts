import { plainText } from '../../returns/cell-text.ts';
import { SLOTS } from '../base/data-source.ts';
import { KNOWN_MEASURES } from '../measures/directions.ts';

export const ROLES = ['subject', 'class', 'period'] as const;
export type Role = (typeof ROLES)[number];

const ROLE_NAMES: ReadonlyMap<string, Role> = new Map([
  ...ROLES.map((role) => [role, role] as const),
  ['单位', 'subject'],
  ['对象', 'subject'],
  ['考核对象', 'subject'],
  ['镇街', 'subject'],
  ['区县', 'subject'],
  ['类别', 'class'],
  ['组别', 'class'],
  ['时段', 'period'],
  ['期间', 'period'],
  ['月份', 'period'],
]);

const PREFIXES = ['status', 'manual', 'param', 'event'] as const;
const SLOT_WORDS: ReadonlyMap<string, string> = new Map([...SLOTS, 'place'].map((slot) => [slot.toLowerCase(), slot]));
const MEASURE_WORDS: ReadonlyMap<string, string> = new Map(Object.keys(KNOWN_MEASURES).map((name) => [name.toLowerCase(), name]));

export interface TrialColumns {
  /** Role, or documented name (pm25.target, manual:tasks) → place of the column. */
  readonly places: ReadonlyMap<string, number>;
  /** Headers that say the same as an earlier one. */
  readonly doubled: readonly { readonly first: string; readonly second: string }[];
}

/** The columns of the input by their documented names, however their headers are written. */
export function readColumns(header: readonly string[]): TrialColumns {
  const places = new Map<string, number>();
  const doubled: { first: string; second: string }[] = [];
  header.forEach((text, index) => {
    const name = columnName(text);
    if (name === '') return;
    const earlier = places.get(name);
    if (earlier === undefined) places.set(name, index);
    else doubled.push({ first: header[earlier] ?? '', second: text });
  });
  return { places, doubled };
}

/** `PM2.5.Target` is pm25.target, `manual：任务` is manual:任务, 单位 is subject. */
export function columnName(text: string): string {
  const plain = plainText(text).replaceAll(' ', '');
  const role = ROLE_NAMES.get(plain) ?? ROLE_NAMES.get(plain.toLowerCase());
  if (role !== undefined) return role;
  const [, prefix = '', name = ''] = /^(\w+):(.+)$/u.exec(plain) ?? [];
  const known = PREFIXES.find((word) => word === prefix.toLowerCase());
  if (known !== undefined) return `${known}:${name}`;
  if (plain.toLowerCase() === 'status') return 'status:';
  const measured = plain.replace(/^pm2\.5/iu, 'pm25');
  const dot = measured.lastIndexOf('.');
  const slot = dot < 0 ? undefined : SLOT_WORDS.get(measured.slice(dot + 1).toLowerCase());
  const measure = slot === undefined ? measured : measured.slice(0, dot);
  const word = MEASURE_WORDS.get(measure.toLowerCase()) ?? measure;
  return slot === undefined ? word : `${word}.${slot}`;
}

const LETTERS = 26;

/** Column of a spreadsheet: 1 is A, 27 is AA. */
export function columnLetters(number: number): string {
  const rest = (number - 1) % LETTERS;
  const before = (number - 1 - rest) / LETTERS;
  return `${before > 0 ? columnLetters(before) : ''}${String.fromCodePoint(65 + rest)}`;
}
