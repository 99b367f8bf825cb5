import { CheckOutlined, DownOutlined, RightOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import type { OutlinePart } from '../../../../shared/domain/schemes/form/outline.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { useWidth } from '../../../ui/use-width.ts';
import type { MeasureNames } from './titles.ts';
import { firstFolded, pointsText, type TreeRow, treeRows } from './tree-rows.ts';

export interface PartTreeProps {
  readonly parts: readonly OutlinePart[];
  readonly names: MeasureNames;
  readonly chosen: string | null;
  /** Keys of parts with something wrong in them. */
  readonly wrong: ReadonlySet<string>;
  onChoose(key: string): void;
  onMove(part: OutlinePart, by: -1 | 1): void;
}

/** 对象 > 部分 > 规则 with points that add up; with little room a list to choose from. */
export function PartTree(props: PartTreeProps): ReactElement {
  const width = useWidth();
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => firstFolded(props.parts));
  const narrow = width === 'narrow';
  const rows = treeRows(props.parts, narrow ? NOTHING : folded, props.names);
  if (narrow) return <PartSelect {...props} rows={rows} />;
  const fold = (key: string, close: boolean): void => {
    const next = new Set(folded);
    if (close) next.add(key);
    else next.delete(key);
    setFolded(next);
  };
  return <Tree {...props} rows={rows} onFold={fold} />;
}

const NOTHING: ReadonlySet<string> = new Set();

interface RowsProps extends PartTreeProps {
  readonly rows: readonly TreeRow[];
}

const PartSelect = ({ rows, chosen, onChoose }: RowsProps): ReactElement => (
  <Select
    className="part-select"
    aria-label={text.tree}
    value={chosen}
    onChange={onChoose}
    options={rows.map(({ key, title, depth, part }) => ({
      value: key,
      label: `${'　'.repeat(depth)}${title}${pointsText(part) === null ? '' : `　${pointsText(part)}`}`,
    }))}
  />
);

interface TreeProps extends RowsProps {
  onFold(key: string, close: boolean): void;
}

function Tree({ rows, chosen, wrong, onChoose, onMove, onFold }: TreeProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const focusing = useRef(false);
  const at = rows.findIndex(({ key }) => key === chosen);
  useEffect(() => {
    if (focusing.current) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [chosen]);
  const byKey = (event: KeyboardEvent): void => {
    const row = rows[at];
    const act = row === undefined ? null : actionOf(event, row, rows, at, { onChoose, onMove, onFold });
    if (act === null) return;
    event.preventDefault();
    focusing.current = true;
    act();
  };
  return (
    <div className="part-tree" role="tree" aria-label={text.tree} ref={list} onKeyDown={byKey} tabIndex={-1}>
      {rows.map((row, index) => (
        <Line
          key={row.key}
          row={row}
          chosen={row.key === chosen}
          stop={at < 0 ? index === 0 : row.key === chosen}
          wrong={wrong.has(row.key)}
          onChoose={() => onChoose(row.key)}
          onFold={() => onFold(row.key, row.open === true)}
        />
      ))}
    </div>
  );
}

type Actions = Pick<TreeProps, 'onChoose' | 'onMove' | 'onFold'>;

function actionOf({ key, altKey }: KeyboardEvent, row: TreeRow, rows: readonly TreeRow[], at: number, to: Actions): (() => void) | null {
  const step = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
  if (step !== null && altKey) return () => to.onMove(row.part, step);
  const next = step === null ? undefined : rows[at + step];
  if (next !== undefined) return () => to.onChoose(next.key);
  if (key === 'ArrowRight' && row.open === false) return () => to.onFold(row.key, false);
  if (key !== 'ArrowLeft') return null;
  if (row.open === true) return () => to.onFold(row.key, true);
  const { parent } = row;
  return parent === null ? null : () => to.onChoose(parent);
}

interface LineProps {
  readonly row: TreeRow;
  readonly chosen: boolean;
  readonly stop: boolean;
  readonly wrong: boolean;
  readonly onChoose: () => void;
  readonly onFold: () => void;
}

function Line({ row: { part, title, depth, open }, chosen, stop, wrong, onChoose, onFold }: LineProps): ReactElement {
  const points = pointsText(part);
  const missed = part.sum !== null && !part.sum.adds;
  return (
    // Its keys are those of the tree, where they come up to.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the tree takes the keys
    <div
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={chosen}
      {...(open === null ? {} : { 'aria-expanded': open })}
      tabIndex={stop ? 0 : -1}
      className={`part-line depth-${Math.min(depth, 5)}${chosen ? ' chosen' : ''}`}
      onClick={onChoose}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- ←→ do the same */}
      <span className="part-fold" aria-hidden="true" onClick={open === null ? undefined : onFold}>
        {open === null ? null : open ? <DownOutlined /> : <RightOutlined />}
      </span>
      <span className="part-title">{title}</span>
      {wrong ? <span className="part-wrong">{text.problems}</span> : null}
      {points === null ? null : (
        <span className={missed ? 'part-points part-points-wrong' : 'part-points'}>
          {part.sum?.adds === true ? (
            <>
              {text.points(part.points ?? '')} <CheckOutlined aria-label={text.sumAdds} role="img" className="part-adds" />
            </>
          ) : (
            points
          )}
        </span>
      )}
    </div>
  );
}
