import { Checkbox } from 'antd';
import type { MonitoringFile } from '../../../../shared/contract/monitoring.ts';
import type { Severity } from '../../../../shared/domain/findings.ts';
import { stateWords } from '../../../../shared/text/ui/app-text.ts';
import { pageFindingText } from '../../../../shared/text/finding-text.ts';
import { monitoringImportText as text } from '../../../../shared/text/ui/monitoring-import-text.ts';
import { monitoringText } from '../../../../shared/text/ui/monitoring-text.ts';
import { isLocked } from '../../../client/locked-files.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { type ShownState, StateTag } from '../../../ui/state-tag.tsx';
import { canAdopt, isAdopted, type Preview } from './import-state.ts';

export const OUTCOME_LOOKS = {
  accepted: 'accepted',
  duplicate: 'duplicate',
  unchanged: 'notApplicable',
  rejected: 'rejected',
} as const satisfies Record<MonitoringFile['outcome'], ShownState>;

export const OutcomeTag = ({ file }: { readonly file: MonitoringFile }) => (
  <StateTag state={isLocked(file) ? 'locked' : OUTCOME_LOOKS[file.outcome]} text={outcomeText(file)} />
);

/** A file that only wants its password says so. */
const outcomeText = (file: MonitoringFile): string => (isLocked(file) ? stateWords.locked : text.outcomes[file.outcome]);

/** Days of all stations of a file together. */
export const daySum = (file: MonitoringFile, of: 'newDays' | 'changedDays' | 'sameDays'): number =>
  file.places.reduce((sum, place) => sum + place[of], 0);

export const kindWords = ({ kind }: MonitoringFile): string => (kind === null ? text.unknownKind : text.kinds[kind]);

export function previewColumns(preview: Preview, decide: (sha256: string, adopt: boolean) => void): readonly DataColumn<MonitoringFile>[] {
  return [
    {
      key: 'adopt',
      title: text.columns.adopt,
      text: (file) => (isAdopted(file, preview) ? text.columns.adopt : monitoringText.none),
      width: 64,
      align: 'center',
      sortable: false,
      render: (file) =>
        canAdopt(file) ? (
          <Checkbox
            checked={isAdopted(file, preview)}
            aria-label={text.adopt(file.file)}
            onChange={(event) => decide(file.sha256, event.target.checked)}
          />
        ) : (
          monitoringText.none
        ),
    },
    { key: 'file', title: text.columns.file, text: ({ file }) => file, filter: 'search', render: (file) => <FileCell file={file} /> },
    { key: 'kind', title: text.columns.kind, text: kindWords, filter: 'values', width: 110 },
    {
      key: 'outcome',
      title: text.columns.outcome,
      text: outcomeText,
      filter: 'values',
      width: 116,
      render: (file) => <OutcomeTag file={file} />,
    },
    count('days', text.columns.days, (file) => file.entries?.added ?? daySum(file, 'newDays')),
    count('changed', text.columns.changed, (file) => file.entries?.removed ?? daySum(file, 'changedDays')),
    count('same', text.columns.same, (file) => daySum(file, 'sameDays')),
    count('errors', text.columns.errors, (file) => severityCount(file, 'error')),
    count('warnings', text.columns.warnings, (file) => severityCount(file, 'warning')),
  ];
}

const count = (key: string, title: string, of: (file: MonitoringFile) => number): DataColumn<MonitoringFile> => ({
  key,
  title,
  width: 70,
  align: 'right',
  text: (file) => String(of(file)),
  sortValue: of,
});

const severityCount = (file: MonitoringFile, severity: Severity): number =>
  file.findings.filter((finding) => finding.severity === severity).length;

/** A file that cannot be stored says why in its row. */
function FileCell({ file }: { readonly file: MonitoringFile }) {
  const reason = file.outcome === 'rejected' ? (file.findings.find(({ severity }) => severity === 'error') ?? file.findings[0]) : undefined;
  return (
    <>
      <span className="long-name">{file.file}</span>
      {file.sample ? (
        <>
          {' '}
          <StateTag state="warning" text={monitoringText.sample} />
        </>
      ) : null}
      {reason === undefined ? null : <p className="muted">{pageFindingText(reason.code, reason.params)}</p>}
    </>
  );
}
