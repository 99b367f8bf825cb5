import type { ReactElement } from 'react';
import { type AnnexProps, ConflictMark } from './conflict-mark.tsx';
import { planText } from '../../../shared/text/ui/plan-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { columnTitle, DocumentTable } from './document-table.tsx';

/** 附件2: major tasks in their groups. */
export function Annex2({ plan, at, marks, onConflict }: AnnexProps): ReactElement {
  const { annex2 } = plan;
  if (annex2 === null) return <EmptyState title={planText.noAnnex2} />;
  const sections = annex2.groups.map((group) => ({
    title: group.title,
    rows: annex2.tasks
      .filter((task) => task.group === group.id)
      .map((task) => ({
        id: task.id,
        cells: [
          { text: String(task.number) },
          {
            text: task.text,
            content: (
              <>
                {task.text} <ConflictMark subject={marks.get(task.id)} onConflict={onConflict} />
              </>
            ),
          },
          { text: task.leadUnitsPrinted },
        ],
      })),
  }));
  return (
    <DocumentTable
      label={annex2.label}
      title={annex2.title}
      subtitle={annex2.subtitle}
      columns={annexColumns(annex2.columns)}
      sections={sections}
      at={at}
    />
  );
}

export const annexColumns = (printed: readonly string[]): { title: string; className?: string }[] =>
  printed.map((one) => {
    const title = columnTitle(one);
    if (title === '序号') return { title, className: 'column-number' };
    return title.endsWith('单位') ? { title, className: 'column-units' } : { title };
  });
