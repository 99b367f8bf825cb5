import type { SchemeInputName } from '../../../shared/contract/scheme-apply.ts';
import { columnName } from '../../../shared/domain/schemes/trial/columns.ts';
import { labelIn, type SchemeHead } from '../../../shared/domain/schemes/language/head.ts';
import { schemeInputName } from '../../../shared/text/scheme/remedies.ts';
import { schemeMeasure } from '../../../shared/text/scheme/words.ts';

type Labels = Pick<SchemeHead, 'names' | 'measures'>;

const KINDS = ['manual', 'param', 'event'] as const;

/** 可录入: everything a scheme reads that can be entered for it, figures with what they are held against among the parameters. */
export function inputNames(columns: readonly string[], head: Labels): readonly SchemeInputName[] {
  return columns.flatMap((column): SchemeInputName[] => {
    const kind = KINDS.find((one) => column.startsWith(`${one}:`));
    if (kind !== undefined) {
      const name = column.slice(kind.length + 1);
      return [{ kind, name, label: labelIn(head, name), figure: false }];
    }
    return column.includes(':') ? [] : [{ kind: 'param', name: column, label: figureLabel(column, head), figure: true }];
  });
}

/** As it stands in the rules, as the head or the clerk calls it (PM2.5目标), or as a column of `schemes try`; null where nothing reads it. */
export function inputNamed(names: readonly SchemeInputName[], kind: SchemeInputName['kind'], text: string): string | null {
  const own = names.filter((one) => one.kind === kind);
  const found = own.find(({ name }) => name === text) ?? own.find(({ label }) => sameWords(label, text));
  return (found ?? own.find(({ name, figure }) => figure && name === columnName(text)))?.name ?? null;
}

/** What people call what was entered. */
export function inputLabel(name: string, head: Labels): string {
  const label = labelIn(head, name);
  return label === name ? figureLabel(name, head) : label;
}

function figureLabel(column: string, head: Labels): string {
  const dot = column.lastIndexOf('.');
  const [measure, slot] = dot < 0 ? [column, ''] : [column.slice(0, dot), column.slice(dot + 1)];
  return schemeInputName(schemeMeasure(labelIn(head, measure)), slot);
}

const SUBSCRIPTS: Readonly<Record<string, string>> = { '₂': '2', '₃': '3' };

const sameWords = (one: string, other: string): boolean => plain(one) === plain(other);

const plain = (text: string): string =>
  text
    .replaceAll(/[₂₃]/gu, (sign) => SUBSCRIPTS[sign] ?? sign)
    .replaceAll(/[\s.·的]/gu, '')
    .toLowerCase();
