import { Checkbox, Select, Tooltip } from 'antd';
import type { ReactElement } from 'react';
import type { PreviewFile } from '../../../../shared/contract/returns.ts';
import type { Severity } from '../../../../shared/domain/findings.ts';
import { stateWords } from '../../../../shared/text/ui/app-text.ts';
import { importText, returnsText } from '../../../../shared/text/ui/returns-text.ts';
import type { DataColumn } from '../../../ui/data-table.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { isLocked } from '../../../client/locked-files.ts';
import { CountCell } from '../detail/count-cell.tsx';
import { FileName } from '../detail/file-name.tsx';
import { canAdopt, hashesToDecide, isAdopted, isKept, mainReason, severityCount } from './decisions.ts';
import { OutcomeTag } from './outcome-tag.tsx';

interface Decisions {
  readonly discarded: ReadonlySet<string>;
  readonly replacing: ReadonlySet<string>;
  decide(hashes: readonly string[], adopt: boolean): void;
  replace(hashes: readonly string[], replace: boolean): void;
  /** 须选择单位: those to choose from; none for most files. */
  choices(file: PreviewFile): PreviewFile['choices'];
  choose(file: PreviewFile, unitId: string): void;
}

export function previewColumns(decisions: Decisions): readonly DataColumn<PreviewFile>[] {
  const adoptedText = (file: PreviewFile): string =>
    !canAdopt(file) ? returnsText.none : isAdopted(file, decisions.discarded) ? importText.adopted : importText.notAdopted;
  return [
    {
      key: 'adopt',
      title: importText.columns.adopt,
      text: adoptedText,
      filter: 'values',
      width: 80,
      align: 'center',
      render: (file) => <Adopt file={file} {...decisions} />,
    },
    {
      key: 'unit',
      title: importText.columns.unit,
      text: (file) => file.unitName ?? importText.unknownUnit,
      filter: 'search',
      width: 160,
      render: (file) => <UnitCell file={file} {...decisions} />,
    },
    {
      key: 'outcome',
      title: importText.columns.outcome,
      text: outcomeText,
      filter: 'values',
      width: 128,
      render: (file) => (isKept(file) ? <Kept file={file} {...decisions} /> : <OutcomeTag file={file} />),
    },
    {
      key: 'file',
      title: importText.columns.file,
      text: (file) => file.file,
      filter: 'search',
      render: (file) => <FileWithReason file={file} />,
    },
    countColumn('errors', 'error'),
    countColumn('warnings', 'warning'),
    countColumn('infos', 'info'),
    {
      key: 'answers',
      title: importText.columns.answers,
      text: (file) => numberText(file.answers),
      sortValue: (file) => file.answers,
      align: 'right',
      width: 72,
    },
    {
      key: 'airDays',
      title: importText.columns.airDays,
      text: (file) => numberText(file.airDays),
      sortValue: (file) => file.airDays,
      align: 'right',
      width: 96,
    },
    { key: 'changed', title: importText.columns.changed, text: changedText, sortValue: (file) => file.changed, align: 'right', width: 88 },
  ];
}

const outcomeText = (file: PreviewFile): string =>
  isKept(file) ? importText.kept : isLocked(file) ? stateWords.locked : importText.outcomes[file.outcome];

const numberText = (count: number): string => (count === 0 ? '' : String(count));

/** A first return changes nothing; that is another thing than a second one in which nothing changed. */
const changedText = (file: PreviewFile): string =>
  file.outcome !== 'accepted' ? '' : file.version === 1 ? importText.firstReturn : String(file.changed);

/** A unit that a file does not name with one voice is chosen here; nothing is taken in before. */
function UnitCell({ file, choices, choose }: { readonly file: PreviewFile } & Pick<Decisions, 'choices' | 'choose'>): ReactElement {
  const units = choices(file);
  if (units.length === 0)
    return file.unitName === null ? <span className="muted">{importText.unknownUnit}</span> : <strong>{file.unitName}</strong>;
  const options = units.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }));
  return (
    <Select
      className="returns-unit-choice"
      size="small"
      options={options}
      value={file.outcome === 'undecided' ? null : file.unitId}
      placeholder={importText.chooseUnit}
      aria-label={importText.chooseUnitOf(file.file)}
      onChange={(unitId: string) => choose(file, unitId)}
    />
  );
}

/** A file that cannot be stored says why in its row. */
function FileWithReason({ file }: { readonly file: PreviewFile }): ReactElement {
  const reason = mainReason(file);
  if (reason === null) return <FileName name={file.file} />;
  return (
    <>
      <FileName name={file.file} />
      <Tooltip title={reason} trigger={['hover', 'focus']}>
        <span className="returns-file-reason" tabIndex={0}>
          {reason}
        </span>
      </Tooltip>
    </>
  );
}

function countColumn(key: 'errors' | 'warnings' | 'infos', severity: Severity): DataColumn<PreviewFile> {
  return {
    key,
    title: importText.columns[key],
    text: (file) => String(severityCount(file, severity)),
    sortValue: (file) => severityCount(file, severity),
    align: 'right',
    width: 72,
    render: (file) => <CountCell count={severityCount(file, severity)} severity={severity} />,
  };
}

/** 保留现版: a version that is worse or older than what counts, with the tick that makes it count all the same. */
function Kept({ file, discarded, replacing, replace }: { readonly file: PreviewFile } & Decisions): ReactElement {
  const reasons = file.objections.map((objection) => importText.objections[objection]).join('、');
  return (
    <Tooltip title={reasons} trigger={['hover', 'focus']}>
      <span>
        <StateTag state="warning" text={importText.kept} />{' '}
        <Checkbox
          checked={file.sha256 !== null && replacing.has(file.sha256)}
          disabled={!isAdopted(file, discarded)}
          onChange={(event) => replace(hashesToDecide([file]), event.target.checked)}
          aria-label={importText.replaceOne(file.unitName ?? file.file)}
        >
          {importText.replace}
        </Checkbox>
      </span>
    </Tooltip>
  );
}

function Adopt({ file, discarded, decide }: { readonly file: PreviewFile } & Pick<Decisions, 'discarded' | 'decide'>): ReactElement {
  if (!canAdopt(file)) return <span className="muted">{returnsText.none}</span>;
  return (
    <Checkbox
      checked={isAdopted(file, discarded)}
      onChange={(event) => decide(hashesToDecide([file]), event.target.checked)}
      aria-label={importText.adoptOne(file.unitName ?? file.file)}
    />
  );
}
