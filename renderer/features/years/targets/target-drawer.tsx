import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { TargetRow } from '../../../../shared/contract/years.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { useCall } from '../../../client/context.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { LockLine, useLock } from '../../../work/lock.tsx';
import { useRoute } from '../../../work/routes.ts';
import { useWork } from '../../../work/work-context.tsx';
import { isOpened } from '../../../work/years.ts';
import { FiguresTable } from './figures-table.tsx';
import { ReviseDialog } from './revise-dialog.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { SourceDialog } from './source-dialog.tsx';
import { adoptedText, contradictionText, sourceText } from './target-columns.tsx';

export interface TargetDrawerProps {
  readonly row: TargetRow;
  readonly rows: readonly TargetRow[];
  readonly conflict: MethodOutput<'plan.conflicts'>['conflicts'][number] | undefined;
  readonly onClose: () => void;
}

type Act = 'revise' | 'source' | 'settle';

/** One measure: what holds, in which years what, which documents set it, what was settled elsewhere. */
export function TargetDrawer({ row, rows, conflict, onClose }: TargetDrawerProps): ReactElement {
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  return (
    <SideDrawer title={targetsText.nameWithUnit(row.name, row.unit)} width={WIDTH} onClose={onClose}>
      <div className="target-drawer">
        <div className="tab-bar">
          <LockLine />
          <Commands row={row} onAct={setAct} />
        </div>
        <TargetFacts row={row} conflict={conflict} />
        <h3>{targetsText.drawer.years}</h3>
        <YearTargets row={row} />
        <UnitTargets row={row} />
        <Revisions row={row} />
        <h3>{targetsText.drawer.figures}</h3>
        <FiguresTable measure={row.measure} />
      </div>
      {act === 'revise' ? <ReviseDialog rows={rows} measure={row.measure} onClose={close} /> : null}
      {act === 'source' ? <SourceDialog row={row} onClose={close} /> : null}
      {act === 'settle' ? <SettleDialog rows={rows} measure={row.measure} onClose={close} /> : null}
    </SideDrawer>
  );
}

const WIDTH = 720;

/** Ways in which a target came about that the opening of the year chose. */
const CHOSEN: ReadonlySet<TargetRow['rule']> = new Set<TargetRow['rule']>(['carried', 'interpolated', 'entered', 'none', null]);

function Commands({ row, onAct }: { readonly row: TargetRow; readonly onAct: (act: Act) => void }): ReactElement | null {
  const lock = useLock();
  const { state } = useWork();
  if (lock !== null) return null;
  return (
    <span className="tab-buttons">
      {isOpened(state) && CHOSEN.has(row.rule) ? <Button onClick={() => onAct('source')}>{targetsText.changeSource}</Button> : null}
      <Button onClick={() => onAct('settle')}>{targetsText.settle}</Button>
      <Button onClick={() => onAct('revise')}>{targetsText.reviseOne}</Button>
    </span>
  );
}

function TargetFacts({ row, conflict }: Pick<TargetDrawerProps, 'row' | 'conflict'>): ReactElement {
  const { year } = useWork();
  const { href } = useRoute();
  const { drawer } = targetsText;
  return (
    <dl className="facts">
      <div>
        <dt>{drawer.adopted(year)}</dt>
        <dd>
          <strong>{adoptedText(row)}</strong>
          {row.displaced === null ? null : `　${targetsText.displaced(row.displaced)}`}
        </dd>
      </div>
      {row.stretch === null ? null : (
        <div>
          <dt>{drawer.stretchTitle}</dt>
          <dd>
            <strong>{row.stretch}</strong>　{row.stretchPlace}
            {row.stretchDisplaced.map(({ printed, place }) => (
              <span key={place}>　{targetsText.displaced(drawer.stretchSource(printed, place))}</span>
            ))}
          </dd>
        </div>
      )}
      <div>
        <dt>{drawer.source}</dt>
        <dd>{sourceText(row)}</dd>
      </div>
      <div>
        <dt>{drawer.leads}</dt>
        <dd>{row.leadUnits}</dd>
      </div>
      {conflict === undefined ? null : (
        <div>
          <dt>{targetsText.columns.differs}</dt>
          <dd>
            {contradictionText(conflict)}　<a href={href('conflicts', { at: conflict.id })}>{drawer.differs}</a>
          </dd>
        </div>
      )}
    </dl>
  );
}

function YearTargets({ row }: { readonly row: TargetRow }): ReactElement {
  const { year } = useWork();
  const years = Object.keys(row.byYear);
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {years.map((one) => (
            <th key={one} scope="col" className={one === String(year) ? 'here' : ''}>
              {targetsText.columns.year(one)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {years.map((one) => (
            <td key={one} className={one === String(year) ? 'here' : ''}>
              {row.byYear[one] ?? targetsText.notPrinted}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** 各单位的目标: what documents set for single towns and units. */
function UnitTargets({ row }: { readonly row: TargetRow }): ReactElement | null {
  const { year } = useWork();
  const shown = useCall('targets.show', { year });
  const { drawer } = targetsText;
  const units = (shown.data?.units ?? []).filter(({ measure }) => measure === row.measure);
  if (units.length === 0) return null;
  return (
    <>
      <h3>{drawer.units(year)}</h3>
      <PlainTable
        titles={Object.values(drawer.unitColumns)}
        rows={units.map(({ unit, kind, printed, place, from, displaced }) => [
          unit,
          targetsText.aims[kind],
          printed,
          place,
          from,
          displaced.map((one) => drawer.stretchSource(one.printed, one.place)).join('；'),
        ])}
      />
    </>
  );
}

function PlainTable({ titles, rows }: { readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[] }): ReactElement {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join(' ')}>
            {cells.map((text, index) => (
              <td key={titles[index]}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Revisions({ row }: { readonly row: TargetRow }): ReactElement {
  const { year } = useWork();
  const { drawer } = targetsText;
  return (
    <>
      <h3>{drawer.history(year)}</h3>
      {row.revisions.length === 0 ? (
        <p className="muted">{drawer.historyNone}</p>
      ) : (
        <PlainTable
          titles={Object.values(drawer.revision)}
          rows={row.revisions
            .toReversed()
            .map(({ number, effectiveOn, unit, kind, printed, storedAt, by, reason }) => [
              number,
              effectiveOn,
              unit ?? targetsText.wholeDistrict,
              targetsText.aims[kind],
              printed,
              storedAt.slice(0, 16).replace('T', ' '),
              by,
              reason,
            ])}
        />
      )}
    </>
  );
}
