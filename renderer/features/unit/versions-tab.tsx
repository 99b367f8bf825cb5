import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { UnitStatus } from '../../../shared/contract/returns.ts';
import type { VersionRow } from '../../../shared/contract/versions.ts';
import { pageFindingText } from '../../../shared/text/finding-text.ts';
import { typedFactsText } from '../../../shared/text/typed-text.ts';
import { unitPageText, versionsText as text } from '../../../shared/text/ui/unit-page-text.ts';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { useLock } from '../../work/lock.tsx';
import { OriginalDrawer } from '../returns/index.ts';
import { CompareDrawer } from './compare-drawer.tsx';
import { VersionDialog } from './version-dialog.tsx';

export interface VersionsTabProps {
  readonly unit: UnitStatus;
  readonly rows: readonly VersionRow[];
  readonly loading: boolean;
}

type Opened =
  | { readonly kind: 'original'; readonly row: VersionRow }
  | { readonly kind: 'compare'; readonly row: VersionRow; readonly counting: VersionRow }
  | { readonly kind: 'adopt' | 'withdraw'; readonly row: VersionRow };

/** Every version that came, newest first: which counts, who decided so and why; another can be adopted, the one that counts withdrawn. */
export function VersionsTab({ unit, rows, loading }: VersionsTabProps): ReactElement {
  const [opened, setOpened] = useState<Opened | null>(null);
  const lock = useLock();
  const close = (): void => setOpened(null);
  const counting = rows.find((row) => row.counts) ?? null;
  const acts = actColumn({ counting, locked: lock !== null, onOpen: setOpened });
  return (
    <>
      <DataTable<VersionRow>
        label={text.table}
        columns={[...COLUMNS, acts]}
        rows={rows.toReversed()}
        rowKey={(row) => String(row.number)}
        loading={loading}
        emptyText={text.empty}
      />
      {opened === null ? null : opened.kind === 'original' ? (
        <OriginalDrawer sha256={opened.row.sha256} sheet="" cell={null} onClose={close} />
      ) : opened.kind === 'compare' ? (
        <CompareDrawer unitName={unit.name} row={opened.row} counting={opened.counting} onClose={close} />
      ) : (
        <VersionDialog act={opened.kind} unitName={unit.name} row={opened.row} rows={rows} onClose={close} />
      )}
    </>
  );
}

interface ActsProps {
  readonly counting: VersionRow | null;
  readonly locked: boolean;
  onOpen(opened: Opened): void;
}

function actColumn({ counting, locked, onOpen }: ActsProps): DataColumn<VersionRow> {
  return {
    key: 'acts',
    title: text.columns.acts,
    text: () => '',
    sortable: false,
    width: 210,
    render: (row) => (
      <span className="unit-acts">
        <Button size="small" aria-label={text.openOf(row.version)} onClick={() => onOpen({ kind: 'original', row })}>
          {text.open}
        </Button>
        {counting === null || row.counts ? null : (
          <Button size="small" aria-label={text.compareOf(row.version)} onClick={() => onOpen({ kind: 'compare', row, counting })}>
            {text.compare}
          </Button>
        )}
        {locked ? null : <Decide row={row} onOpen={onOpen} />}
      </span>
    ),
  };
}

function Decide({ row, onOpen }: { readonly row: VersionRow } & Pick<ActsProps, 'onOpen'>): ReactElement {
  const withdrawn = row.state === 'withdrawn';
  return row.counts ? (
    <Button size="small" aria-label={text.withdrawOf(row.version)} onClick={() => onOpen({ kind: 'withdraw', row })}>
      {text.withdraw}
    </Button>
  ) : (
    <Button
      size="small"
      aria-label={withdrawn ? text.restoreOf(row.version) : text.adoptOf(row.version)}
      onClick={() => onOpen({ kind: 'adopt', row })}
    >
      {withdrawn ? text.restore : text.adopt}
    </Button>
  );
}

const STATES = { counts: 'versionCounts', kept: 'versionKept', withdrawn: 'versionWithdrawn' } as const;

const COLUMNS: readonly DataColumn<VersionRow>[] = [
  { key: 'version', title: text.columns.version, text: (row) => text.version(row.version), sortValue: (row) => row.version, width: 76 },
  {
    key: 'state',
    title: text.columns.state,
    text: (row) => text.states[row.state],
    width: 92,
    render: (row) => <StateTag state={STATES[row.state]} />,
  },
  { key: 'number', title: text.columns.number, text: (row) => String(row.number), width: 72, align: 'right', level: 'C' },
  { key: 'received', title: text.columns.received, text: (row) => row.receipt?.on ?? text.unregistered, width: 116 },
  {
    key: 'reportedOn',
    title: text.columns.reportedOn,
    text: (row) => row.reportedOn ?? unitPageText.facts.noDate,
    sortValue: (row) => row.reportedOn,
    width: 100,
  },
  { key: 'answers', title: text.columns.answers, text: (row) => text.days(row.answers, row.airDays), width: 110 },
  {
    key: 'errors',
    title: text.columns.errors,
    text: (row) => String(row.errors),
    sortValue: (row) => row.errors,
    width: 64,
    align: 'right',
  },
  { key: 'reasons', title: text.columns.reasons, text: reasonsOf, level: 'answers' },
  { key: 'file', title: text.columns.file, text: (row) => row.fileName, width: 220, level: 'C' },
];

/** What spoke against it when it came, and every decision since, the last one first. */
function reasonsOf({ decisions, objections, state, typed }: VersionRow): string {
  const said = decisions
    .toReversed()
    .map(({ act, cause, by, at, reason }) => text.history(text.cause[cause], text.act[act], by, at.slice(0, 10), reason));
  const against = state === 'counts' ? [] : objections.map((item) => pageFindingText(item.code, item.params));
  return [...(typed === undefined ? [] : [typedFactsText(typed)]), ...against, ...said].join('；');
}
