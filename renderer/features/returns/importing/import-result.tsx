import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import type { ImportedFile, ImportReport } from '../../../../shared/contract/returns.ts';
import { importText, returnsText } from '../../../../shared/text/ui/returns-text.ts';
import { useRoute } from '../../../work/routes.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { type ShownState, StateTag } from '../../../ui/state-tag.tsx';
import { CountCell } from '../detail/count-cell.tsx';
import { FileName } from '../detail/file-name.tsx';
import { reasonOf, severityCount } from './decisions.ts';
import type { LeftFile } from './import-state.ts';

export interface ImportResultProps {
  readonly report: ImportReport;
  readonly left: readonly LeftFile[];
  readonly onAgain: () => void;
}

/** What has been stored and what it changed; what has not been stored and why. */
export function ImportResult({ report, left, onAgain }: ImportResultProps): ReactElement {
  const { go } = useRoute();
  const stored = report.files.filter((file) => file.outcome === 'accepted');
  const replacing = stored.filter((file) => file.counts && file.current !== null);
  const vanished = left.filter((entry) => entry.why === 'vanished');
  const summary =
    stored.length === 0
      ? importText.doneNothing(left.length)
      : importText.doneLine(
          replacing.length,
          replacing.reduce((sum, file) => sum + file.changed, 0),
          stored.filter((file) => !file.counts).length,
          left.length,
        );
  return (
    <div className="returns-import-result">
      <Alert
        type={stored.length === 0 ? 'info' : 'success'}
        showIcon
        title={importText.doneTitle(stored.length)}
        description={summary}
        action={
          <span className="returns-result-actions">
            <Button type="primary" onClick={onAgain}>
              {importText.more}
            </Button>
            <Button onClick={() => go('returns', { tab: 'status' })}>{importText.toStatus}</Button>
            <Button onClick={() => go('findings')}>{importText.toFindings}</Button>
          </span>
        }
      />
      {vanished.length === 0 ? null : (
        <Alert type="error" showIcon title={importText.vanishedTitle(vanished.length)} description={importText.reasons.vanished} />
      )}
      {left.length === 0 ? null : (
        <DataTable<LeftFile> title={importText.left} columns={LEFT_COLUMNS} rows={left} rowKey={(entry) => String(left.indexOf(entry))} />
      )}
      {stored.length === 0 ? null : (
        <DataTable<ImportedFile>
          title={importText.stored}
          columns={STORED_COLUMNS}
          rows={stored}
          rowKey={(file) => String(stored.indexOf(file))}
        />
      )}
    </div>
  );
}

const STORED_COLUMNS: readonly DataColumn<ImportedFile>[] = [
  { key: 'unit', title: importText.columns.unit, text: (file) => file.unitName ?? '', filter: 'search', width: 150 },
  {
    key: 'version',
    title: importText.columns.version,
    text: (file) => (file.version === null ? '' : returnsText.version(file.version)),
    sortValue: (file) => file.version,
    filter: 'values',
    width: 92,
  },
  {
    key: 'file',
    title: importText.columns.file,
    text: (file) => file.file,
    filter: 'search',
    render: (file) => <FileName name={file.file} />,
  },
  {
    key: 'changed',
    title: importText.columns.changed,
    align: 'right',
    width: 100,
    sortValue: (file) => file.changed,
    text: (file) => (file.version === 1 ? importText.firstReturn : String(file.changed)),
  },
  {
    key: 'answers',
    title: importText.columns.answers,
    text: (file) => String(file.answers),
    sortValue: (file) => file.answers,
    align: 'right',
    width: 76,
  },
  {
    key: 'airDays',
    title: importText.columns.airDays,
    text: (file) => (file.airDays === 0 ? '' : String(file.airDays)),
    sortValue: (file) => file.airDays,
    align: 'right',
    width: 96,
  },
  {
    key: 'errors',
    title: importText.columns.errors,
    text: (file) => String(severityCount(file, 'error')),
    sortValue: (file) => severityCount(file, 'error'),
    align: 'right',
    width: 72,
    render: (file) => <CountCell count={severityCount(file, 'error')} severity="error" />,
  },
  {
    key: 'warnings',
    title: importText.columns.warnings,
    text: (file) => String(severityCount(file, 'warning')),
    sortValue: (file) => severityCount(file, 'warning'),
    align: 'right',
    width: 72,
    render: (file) => <CountCell count={severityCount(file, 'warning')} severity="warning" />,
  },
];

/** What the person left out is no fault; a file that has gone is one. */
const LEFT_LOOKS = {
  duplicate: 'duplicate',
  rejected: 'rejected',
  undecided: 'undecided',
  discarded: 'notApplicable',
  vanished: 'rejected',
} as const satisfies Record<LeftFile['why'], ShownState>;

const LEFT_COLUMNS: readonly DataColumn<LeftFile>[] = [
  { key: 'file', title: importText.columns.file, text: ({ file }) => file.file, filter: 'search', width: '30%' },
  { key: 'unit', title: importText.columns.unit, text: ({ file }) => file.unitName ?? importText.unknownUnit, width: 140 },
  {
    key: 'outcome',
    title: importText.columns.outcome,
    text: leftWord,
    filter: 'values',
    width: 104,
    render: (entry) => <StateTag state={LEFT_LOOKS[entry.why]} text={leftWord(entry)} />,
  },
  { key: 'reason', title: importText.reason, text: leftReason },
];

function leftWord({ why }: LeftFile): string {
  return why === 'discarded' || why === 'vanished' ? importText.notAdoptedShort[why] : importText.outcomes[why];
}

/** For a file that could not be stored, its own findings give the reason. */
function leftReason({ file, why }: LeftFile): string {
  return why === 'discarded' || why === 'vanished' ? importText.reasons[why] : file.findings.map(reasonOf).join(' ');
}
