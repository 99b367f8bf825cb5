import { CheckCircleFilled, InfoCircleFilled } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import type { MonitoringFile, MonitoringReport } from '../../../../shared/contract/monitoring.ts';
import { pageFindingText } from '../../../../shared/text/finding-text.ts';
import { monitoringImportText as text } from '../../../../shared/text/ui/monitoring-import-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { leftOut, type Preview } from './import-state.ts';
import { daySum, kindWords } from './preview-columns.tsx';

export interface ImportResultProps {
  readonly preview: Preview;
  readonly report: MonitoringReport;
  readonly onAgain: () => void;
  readonly onDone: () => void;
}

interface Line {
  readonly file: MonitoringFile;
  readonly outcome: string;
  readonly reason: string;
  readonly stored: boolean;
}

const COLUMNS: readonly DataColumn<Line>[] = [
  {
    key: 'file',
    title: text.columns.file,
    text: ({ file }) => file.file,
    filter: 'search',
    render: ({ file }) => <span className="long-name">{file.file}</span>,
  },
  { key: 'kind', title: text.columns.kind, text: ({ file }) => kindWords(file), filter: 'values', width: 120 },
  {
    key: 'outcome',
    title: text.columns.outcome,
    text: ({ outcome }) => outcome,
    filter: 'values',
    width: 140,
    render: (line) => <StateTag state={line.stored ? 'accepted' : 'notApplicable'} text={line.outcome} />,
  },
  { key: 'reason', title: text.findingColumns.text, text: ({ reason }) => reason, sortable: false },
];

/** What has been stored, what has not, and why. */
export function ImportResult({ preview, report, onAgain, onDone }: ImportResultProps): ReactElement {
  const stored = report.files.filter(({ outcome }) => outcome === 'accepted');
  const left = leftOut(preview, report);
  const lines: Line[] = [
    ...stored.map((file) => ({ file, outcome: text.stored, reason: '', stored: true })),
    ...left.map(({ file, why }) => ({
      file,
      outcome: why === 'discarded' ? text.notAdopted : why === 'vanished' ? text.outcomes.rejected : text.outcomes[why],
      reason:
        why === 'vanished'
          ? text.vanished
          : why === 'discarded'
            ? ''
            : file.findings
                .slice(0, 1)
                .map(({ code, params }) => pageFindingText(code, params))
                .join(''),
      stored: false,
    })),
  ];
  const sum = (of: 'newDays' | 'changedDays'): number => stored.reduce((total, file) => total + daySum(file, of), 0);
  return (
    <div className="monitoring-tab">
      <Alert
        type={stored.length === 0 ? 'info' : 'success'}
        showIcon
        icon={stored.length === 0 ? <InfoCircleFilled aria-hidden="true" /> : <CheckCircleFilled aria-hidden="true" />}
        title={text.done(stored.length)}
        description={text.doneLine(sum('newDays'), sum('changedDays'))}
        action={
          <span className="monitoring-steps">
            <Button type="primary" onClick={onDone}>
              {text.toCalendar}
            </Button>
            <Button onClick={onAgain}>{text.more}</Button>
          </span>
        }
      />
      <DataTable<Line> label={text.done(stored.length)} rows={lines} rowKey={(line) => String(lines.indexOf(line))} columns={COLUMNS} />
    </div>
  );
}
