import type { ReactElement } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { documentKindText, documentPartText } from '../../../../shared/text/plan-book-text.ts';
import { bookPageText } from '../../../../shared/text/ui/plan-book-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';

type Document = MethodOutput<'plan.documents'>['documents'][number];

/** 方案文件: the papers by which the work goes, the newest first. */
export function Documents(): ReactElement {
  const listed = useCall('plan.documents', {});
  if (listed.isError) return <FailureAlert failure={listed.error} onRetry={() => void listed.refetch()} />;
  return (
    <DataTable
      label={bookPageText.documents}
      columns={COLUMNS}
      rows={listed.data?.documents.toReversed() ?? []}
      rowKey={({ id }) => String(id)}
      loading={listed.isPending}
      emptyText={bookPageText.documentsEmpty}
    />
  );
}

const { columns: titles } = bookPageText;

const COLUMNS: readonly DataColumn<Document>[] = [
  { key: 'kind', title: titles.kind, text: ({ kind }) => documentKindText(kind), width: 104, filter: 'values' },
  { key: 'number', title: titles.number, text: ({ number }) => number, width: 176 },
  { key: 'title', title: titles.title, text: ({ title }) => title, level: 'answers' },
  { key: 'content', title: titles.content, text: contentText, width: 130, sortable: false },
  { key: 'issued', title: titles.issued, text: ({ issuedOn }) => issuedOn, width: 100 },
  { key: 'from', title: titles.from, text: ({ effectiveOn }) => effectiveOn, width: 100 },
  { key: 'by', title: titles.by, text: ({ actor }) => actor, width: 88, level: 'B' },
  { key: 'reason', title: titles.reason, text: ({ reason }) => reason, width: 160, level: 'C', sortable: false },
];

function contentText({ parts, listYear, targets }: Document): string {
  return parts
    .map((part) => {
      if (part === 'list' && listYear !== null) return bookPageText.listOf(listYear);
      return part === 'targets' ? bookPageText.targetsOf(targets) : documentPartText(part);
    })
    .join('、');
}
