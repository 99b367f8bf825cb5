import { Segmented } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import type { ConsentRow } from '../../../../shared/contract/consents.ts';
import { tableText } from '../../../../shared/text/ui/app-text.ts';
import { consentsText as text } from '../../../../shared/text/ui/consents-page-text.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useConsents } from '../../../work/consents.tsx';
import { LockLine, useLock } from '../../../work/lock.tsx';
import { namedIn, useRoute } from '../../../work/routes.ts';
import { misnamed, UnknownNames } from '../../../work/unknown-names.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { isOpened } from '../../../work/years.ts';
import { OriginalDrawer } from '../../returns/index.ts';
import { Waiting } from '../parts/waiting.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { consentColumns } from './consent-columns.tsx';
import { type ConsentFilter, FILTERS, passes, waitingFirst } from './requests.ts';

/** 不涉及: what units ask to be exempted from, and the office's word. `#/year/2026/consents?unit=dept-x&state=all`. */
export function ConsentsTab(): ReactElement {
  const { year, state } = useWork();
  const listed = useConsents();
  if (!isOpened(state)) return <EmptyState title={text.notOpen(year)} />;
  if (listed.isError) return <FailureAlert failure={listed.error} onRetry={() => void listed.refetch()} />;
  if (listed.data === undefined) return <Waiting />;
  const { rows } = listed.data;
  return rows.length === 0 ? <EmptyState title={text.none} hint={text.noneHint} /> : <Requests rows={rows} />;
}

function Requests({ rows }: { readonly rows: readonly ConsentRow[] }): ReactElement {
  const { params } = useRoute();
  const lock = useLock();
  const [deciding, setDeciding] = useState<ConsentRow | null>(null);
  const [opened, setOpened] = useState<ConsentRow | null>(null);
  const unit = rows.find(({ unitId }) => unitId === params['unit']);
  const ofUnit = useMemo(() => rows.filter(({ unitId }) => unit === undefined || unitId === unit.unitId), [rows, unit]);
  const filter = namedIn<ConsentFilter>(FILTERS, params['state'], 'waiting') ?? 'waiting';
  const shown = useMemo(() => waitingFirst(ofUnit.filter((row) => passes(row, filter))), [ofUnit, filter]);
  const columns = useMemo(
    () => consentColumns({ deciding: lock === null, decided: filter !== 'waiting', onDecide: setDeciding, onOpen: setOpened }),
    [lock, filter],
  );
  return (
    <div className="consents">
      <UnknownNames
        names={[
          misnamed(
            'unit',
            params['unit'],
            rows.map(({ unitId }) => unitId),
          ),
          misnamed('state', params['state'], FILTERS),
        ]}
      />
      <LockLine />
      <p className="muted">{text.hint}</p>
      <FilterBar rows={ofUnit} filter={filter} unit={unit} />
      <DataTable
        title={text.table}
        columns={columns}
        rows={shown}
        rowKey={({ unitId, rowId }) => `${unitId} ${rowId}`}
        groupOf={({ kindName }) => kindName}
        emptyText={filter === 'waiting' ? text.noneWaiting : text.none}
        filterText={filter === 'all' ? '' : tableText.filteredBy([text.filters[filter]])}
      />
      {deciding === null ? null : <ConsentDialog row={deciding} onClose={() => setDeciding(null)} />}
      {opened?.asked === undefined || opened.asked === null ? null : (
        <OriginalDrawer sha256={opened.asked.sha256} sheet={opened.asked.sheet} cell={opened.asked.cell} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}

interface FilterBarProps {
  readonly rows: readonly ConsentRow[];
  readonly filter: ConsentFilter;
  readonly unit: ConsentRow | undefined;
}

function FilterBar({ rows, filter, unit }: FilterBarProps): ReactElement {
  const { go, href } = useRoute();
  const ofUnit = unit === undefined ? {} : { unit: unit.unitId };
  return (
    <div className="consents-bar">
      <Segmented<ConsentFilter>
        aria-label={text.filterLabel}
        value={filter}
        onChange={(state) => go('consents', { ...ofUnit, state })}
        options={FILTERS.map((one) => ({
          value: one,
          label: text.filter(text.filters[one], rows.filter((row) => passes(row, one)).length),
        }))}
      />
      {unit === undefined ? null : (
        <span>
          {text.ofUnit(unit.unitName)}　<a href={href('consents', { state: filter })}>{text.allUnits}</a>
        </span>
      )}
    </div>
  );
}
