import { type Finding, finding } from '../findings.ts';
import { matchUnit } from '../plan/unit-names.ts';
import type { NamedUnits, Unit } from '../plan/unit-schema.ts';
import type { RawCell, RawSheet, RawWorkbook } from '../tables/raw-workbook.ts';
import { comparableText, isBlank, plainText, typedText } from './cell-text.ts';
import { rowsOf } from './sheet-rows.ts';

/** What the cover (填报说明) says in one of its cells. */
export interface CoverCell {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** What can be seen of whose return it is: the cover, and the headings of the tables. */
export interface VisibleIdentity {
  readonly unit: CoverCell | null;
  readonly year: CoverCell | null;
  /** Units that headings name (区公安局2024年任务填报). */
  readonly headings: readonly Unit[];
}

/** Rows in which cover and headings stand. */
const HEAD_ROWS = 40;

export function visibleIdentity(workbook: RawWorkbook, plan: NamedUnits): VisibleIdentity {
  const visible = workbook.sheets.filter(({ visibility }) => visibility === 'visible');
  const labelled = (label: string): CoverCell | null => {
    for (const sheet of visible) {
      const found = besideLabel(sheet, label, workbook.date1904);
      if (found !== null) return found;
    }
    return null;
  };
  const headings = visible.flatMap((sheet) =>
    sheet.cells
      .filter(({ row, value }) => row <= 2 && value.type === 'text')
      .flatMap((cell) => {
        const [, name = ''] = /^(.{2,20}?)20\d{2}年/u.exec(plainText(typedText(cell.value, workbook.date1904))) ?? [];
        return (name === '' ? null : matchUnit(plan, name)) ?? [];
      }),
  );
  return { unit: labelled('填报单位'), year: labelled('考核年度'), headings: [...new Set(headings)] };
}

/** The cell to the right of a label; with a blank text where nothing stands there. */
function besideLabel(sheet: RawSheet, label: string, date1904: boolean): CoverCell | null {
  for (const [row, cells] of rowsOf(sheet)) {
    if (row > HEAD_ROWS) return null;
    const ordered = [...cells.values()].toSorted((left, right) => left.column - right.column).filter(({ value }) => !isBlank(value));
    const at = ordered.findIndex((cell) => comparableText(typedText(cell.value, date1904)).replace(/[:：]$/u, '') === label);
    const key = ordered[at];
    if (key === undefined) continue;
    const next: RawCell | undefined = ordered[at + 1];
    return {
      sheet: sheet.name,
      cell: next?.address ?? key.address,
      text: next === undefined ? '' : typedText(next.value, date1904).trim(),
    };
  }
  return null;
}

/** How the evidence for a unit stands. */
export type IdentityVerdict =
  | { readonly kind: 'settled'; readonly unit: Unit; readonly findings: readonly Finding[] }
  /** Nothing is taken in until somebody chooses among them. */
  | { readonly kind: 'open'; readonly choices: readonly Unit[]; readonly finding: Finding }
  | { readonly kind: 'refused'; readonly finding: Finding };

/**
 * Whose return it is where the hidden sheet names a unit (隐藏标识): cover and key decide together. Where they differ somebody has to choose, and
 * only among them; a file name that alone differs is a warning. `several`: a cover that names other units beside the key's (two units in one
 * return) differs too, as it does since the sixth edition.
 */
export function settleUnit(
  file: string,
  key: Unit,
  seen: VisibleIdentity,
  { chosen, several }: { readonly chosen: Unit | null; readonly several: boolean },
  plan: NamedUnits,
): IdentityVerdict {
  const { unit: cover } = seen;
  const others = cover === null || !several ? [] : othersIn(plan, cover.text, key);
  const named = cover === null || cover.text === '' ? null : unitOfText(plan, cover.text, key);
  const agrees =
    others.length === 0 &&
    (cover === null || cover.text === '' || named?.id === key.id || comparableText(cover.text) === comparableText(key.name));
  const place = { file, sheet: cover?.sheet ?? null, cell: cover?.cell ?? null };
  const evidence = agrees ? key.name : `${cover?.text}、${key.name}`;
  const choices = agrees ? [key] : [...new Set([...others, ...(named === null ? [] : [named]), key])];
  if (chosen !== null && !choices.some(({ id }) => id === chosen.id))
    return { kind: 'refused', finding: finding('RETURN_UNIT_NOT_NAMED', place, { unit: chosen.name, evidence }) };
  if (agrees) return { kind: 'settled', unit: key, findings: nameDiffers(file, key, plan) };
  if (chosen !== null)
    return { kind: 'settled', unit: chosen, findings: [finding('RETURN_UNIT_CHOSEN', place, { evidence, unit: chosen.name })] };
  return { kind: 'open', choices, finding: finding('RETURN_UNIT_DISAGREES', place, { cover: cover?.text ?? '', key: key.name }) };
}

/** Units that a list of names in the cover speaks of besides the key's own: 区公安局、区交通运输委. */
function othersIn(plan: NamedUnits, text: string, key: Unit): readonly Unit[] {
  const parts = text.split(/[、,，;；/和及与]/u).filter((part) => part.trim() !== '');
  if (parts.length < 2 || matchUnit(plan, text) !== null) return [];
  return parts.flatMap((part) => matchUnit(plan, part.trim()) ?? []).filter(({ id }) => id !== key.id);
}

/** A name with a division behind it (区公安局交巡警支队) is still the unit's. */
function unitOfText(plan: NamedUnits, text: string, key: Unit): Unit | null {
  const exact = matchUnit(plan, text);
  if (exact !== null) return exact;
  const within = unitsIn(plan, text);
  return within.some(({ id }) => id === key.id) ? key : (within[0] ?? null);
}

/** Units whose full names stand in a text, the longest first; a name within a longer one is not meant. */
export function unitsIn(plan: NamedUnits, text: string): Unit[] {
  const words = comparableText(text);
  const found = plan.units
    .filter(({ name }) => words.includes(comparableText(name)))
    .toSorted((left, right) => right.name.length - left.name.length);
  return found.filter((unit, index) => !found.slice(0, index).some(({ name }) => name.includes(unit.name)));
}

export function nameDiffers(file: string, unit: Unit, plan: NamedUnits): Finding[] {
  const [other, ...more] = unitsIn(plan, file);
  if (other === undefined || [other, ...more].some(({ id }) => id === unit.id)) return [];
  return [finding('RETURN_NAME_DIFFERS', { file }, { found: other.name, unit: unit.name })];
}

/** Where the hidden sheet is lost (标识丢失): the units that cover, headings and file name speak of, the surest first. */
export function candidateUnits(file: string, seen: VisibleIdentity, plan: NamedUnits): readonly Unit[] {
  const cover = seen.unit === null || seen.unit.text === '' ? [] : [matchUnit(plan, seen.unit.text) ?? unitsIn(plan, seen.unit.text)[0]];
  const all = [...cover, ...seen.headings, ...unitsIn(plan, file)].filter((unit) => unit !== undefined);
  return [...new Set(all)];
}

/** The year that the cover or a heading names; null where none does. */
export function visibleYear(workbook: RawWorkbook, seen: VisibleIdentity): number | null {
  const cover = /20\d{2}/.exec(seen.year?.text ?? '');
  if (cover !== null) return Number(cover[0]);
  const headings = workbook.sheets
    .filter(({ visibility }) => visibility === 'visible')
    .flatMap(({ cells }) => cells.filter(({ row, value }) => row <= 2 && value.type === 'text'))
    .flatMap(({ value }) => (value.type === 'text' ? (/20\d{2}(?=年)/.exec(plainText(value.text)) ?? []) : []));
  return headings[0] === undefined ? null : Number(headings[0]);
}
