import type { ReactElement } from 'react';
import { annexColumns } from './annex2.tsx';
import { type AnnexProps, ConflictMark } from './conflict-mark.tsx';
import { planText } from '../../../shared/text/ui/plan-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DocumentTable } from './document-table.tsx';

/** 附件3: the year's items in their sections. */
export function Annex3({ plan, at, marks, onConflict }: AnnexProps): ReactElement {
  const { annex3 } = plan;
  if (annex3 === null) return <EmptyState title={planText.noList} hint={planText.noListHint} />;
  const sections = annex3.sections.map((section) => ({
    title: section.title,
    rows: annex3.items
      .filter((item) => item.section === section.number)
      .map((item) => ({
        id: item.id,
        cells: [
          { text: item.label ?? String(item.number) },
          {
            text: item.text,
            content: (
              <>
                {item.text} <ConflictMark subject={marks.get(item.id)} onConflict={onConflict} />
              </>
            ),
          },
          { text: item.leadUnitsPrinted },
          { text: item.responsiblePrinted },
        ],
      })),
  }));
  return <DocumentTable label={annex3.label} title={annex3.title} columns={annexColumns(annex3.columns)} sections={sections} at={at} />;
}
