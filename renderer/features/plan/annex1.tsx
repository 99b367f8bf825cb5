import type { ReactElement } from 'react';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { type AnnexProps, ConflictMark } from './conflict-mark.tsx';
import { columnTitle, type DocumentCell, type DocumentRow, DocumentTable } from './document-table.tsx';

/** 附件1: category cells merged as printed, the chosen year's targets set off. */
export function Annex1({ plan, at, marks, onConflict, year }: AnnexProps & { readonly year: number }): ReactElement {
  const { annex1 } = plan;
  const columns = annex1.columns.map((printed) => {
    const title = columnTitle(printed);
    const isYear = /^\d{4}年目标$/.test(title);
    return { title, ...classOf(title, isYear, title.startsWith(String(year))) };
  });
  const rows = annex1.rows.map((row, index): DocumentRow => ({
    id: row.id,
    cells: [
      { text: String(index + 1) },
      categoryCell(annex1.rows, index),
      {
        text: `${row.cumulative ? '＊' : ''}${row.name}`,
        content: (
          <>
            <span className="printed-lines">{`${row.cumulative ? '＊' : ''}${row.name}`}</span>{' '}
            <ConflictMark subject={marks.get(row.id)} onConflict={onConflict} />
          </>
        ),
      },
      ...annex1.years.map((one): DocumentCell => ({ text: row.printedTargets[String(one)] ?? '' })),
      { text: row.leadUnitsPrinted },
    ],
  }));
  return (
    <DocumentTable
      label={annex1.label}
      title={annex1.title}
      columns={columns}
      sections={[{ title: null, rows }]}
      notes={annex1.notes}
      at={at}
    />
  );
}

function classOf(title: string, isYear: boolean, chosen: boolean): { className?: string } {
  if (isYear) return { className: chosen ? 'column-target column-chosen' : 'column-target' };
  if (title === '序号') return { className: 'column-number' };
  return title === '类别' ? { className: 'column-category' } : {};
}

/** The first row of a category carries the cell for all of them. */
export function categoryCell(rows: Plan['annex1']['rows'], index: number): DocumentCell {
  const category = rows[index]?.category ?? '';
  if (rows[index - 1]?.category === category) return { text: category, rowSpan: 0 };
  let last = index;
  while (rows[last + 1]?.category === category) last += 1;
  return { text: category, rowSpan: last - index + 1 };
}
