import { FilePdfOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { type ReactElement, useId } from 'react';
import { periodText } from '../../../shared/text/report-text.ts';
import { reportsText } from '../../../shared/text/ui/reports-text.ts';
import type { ListedReport, ReportDocument } from './report-document.ts';

export interface DocumentListProps {
  readonly reports: readonly ListedReport[];
  readonly chosen: ReportDocument;
  onChoose(kind: string, period?: string): void;
}

/** The documents of the year; one that exists for several periods has a choice of them below it. */
export function DocumentList({ reports, chosen, onChoose }: DocumentListProps): ReactElement {
  return (
    <nav aria-label={reportsText.documents} className="document-list">
      <ul>
        {reports.map((report) => (
          <li key={report.kind}>
            <button
              type="button"
              className="document-choice"
              onClick={() => onChoose(report.kind)}
              {...(report.kind === chosen.kind ? { 'aria-current': 'true' as const } : {})}
            >
              <FilePdfOutlined aria-hidden="true" />
              <span>{report.title}</span>
            </button>
            {report.periods.length > 1 ? <PeriodSelect report={report} chosen={chosen} onChoose={onChoose} /> : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PeriodSelect({ report, chosen, onChoose }: Omit<DocumentListProps, 'reports'> & { readonly report: ListedReport }): ReactElement {
  const id = useId();
  const value = report.kind === chosen.kind ? chosen.period : (report.periods[0] ?? null);
  return (
    <div className="document-period">
      <label htmlFor={id}>{reportsText.period}</label>
      <Select
        id={id}
        size="small"
        value={value}
        onChange={(period) => onChoose(report.kind, period ?? undefined)}
        options={report.periods.map((period) => ({ value: period, label: periodText(period) }))}
      />
    </div>
  );
}
