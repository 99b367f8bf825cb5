import { type ReactElement, useMemo } from 'react';
import { assessmentText } from '../../../../shared/text/ui/assessment-text.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { unitColumns } from './unit-columns.tsx';
import { groupText, type ShownScore, worstFirst } from './unit-rows.ts';

export interface UnitTableProps {
  readonly title: string;
  readonly scores: readonly ShownScore[];
  /** Draws the totals as 试算. */
  readonly provisional: boolean;
  onOpen(score: ShownScore): void;
}

/** Scores of the units of one kind, worst first; a row leads to the unit's breakdown. */
export function UnitTable({ title, scores, provisional, onOpen }: UnitTableProps): ReactElement {
  const rows = useMemo(() => worstFirst(scores), [scores]);
  return (
    <DataTable
      title={title}
      columns={unitColumns(rows, { provisional, onOpen })}
      rows={rows}
      rowKey={(score) => score.subjectId}
      onRowActivate={onOpen}
      emptyText={assessmentText.emptyUnits}
      countText={groupText}
    />
  );
}
