import { Tooltip } from 'antd';
import { type ReactElement, type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { OriginalSheet } from '../../shared/contract/returns.ts';
import type { Severity } from '../../shared/domain/findings.ts';
import { sheetText } from '../../shared/text/ui/app-text.ts';
import { cellPlace, columnLetters, type DrawnCell, type SheetPick, sheetWindow, wholeSheet } from './sheet-cells.ts';

export interface SheetMark {
  readonly cell: string;
  readonly severity: Severity;
  readonly text: string;
}

export interface SheetViewProps {
  readonly sheet: OriginalSheet;
  /** Address of the cell in question, drawn with an outline and scrolled into view. */
  readonly focus?: string | undefined;
  readonly marks?: readonly SheetMark[] | undefined;
  /** What is drawn; without it the whole sheet. */
  readonly pick?: SheetPick | undefined;
}

/** Cells of an original as a small sheet: letters above, numbers at the side, the cell in question outlined. */
export function SheetView({ sheet, focus, marks = [], pick }: SheetViewProps): ReactElement {
  const place = useMemo(() => (focus === undefined ? null : cellPlace(focus)), [focus]);
  const shown = useMemo(() => sheetWindow(sheet, pick ?? wholeSheet(sheet, place)), [sheet, place, pick]);
  const focusCell = useRef<HTMLTableCellElement | null>(null);
  const box = useRef<HTMLDivElement | null>(null);
  useEffect(() => centre(box.current, focusCell.current), [shown, focus]);
  const marksByCell = Map.groupBy(marks, (mark) => mark.cell);

  return (
    // A scrolling area needs the keyboard too.
    <div ref={box} className="sheet-view" tabIndex={0} role="region" aria-label={sheetText.label(sheet.sheet)}>
      <table>
        <thead>
          <tr>
            <td className="sheet-corner" />
            {shown.columns.map((column) => (
              <th key={column} scope="col" className={column === place?.column ? 'sheet-here' : ''}>
                {columnLetters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.rows.map((row) => (
            <tr key={row.row}>
              <th scope="row" className={row.row === place?.row ? 'sheet-here' : ''}>
                {row.row}
              </th>
              {row.cells.map((cell) => (
                <SheetCell
                  key={cell.address}
                  cell={cell}
                  marks={marksByCell.get(cell.address) ?? []}
                  {...(cell.address === focus ? { focusRef: focusCell } : {})}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Brings the cell to the middle of the sheet, and moves nothing around it. */
function centre(box: HTMLElement | null, cell: HTMLElement | null): void {
  if (box === null || cell === null) return;
  const [outer, inner] = [box.getBoundingClientRect(), cell.getBoundingClientRect()];
  box.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  box.scrollTop += inner.top + inner.height / 2 - (outer.top + outer.height / 2);
}

interface SheetCellProps {
  readonly cell: DrawnCell;
  readonly marks: readonly SheetMark[];
  readonly focusRef?: RefObject<HTMLTableCellElement | null>;
}

function SheetCell({ cell, marks, focusRef }: SheetCellProps): ReactElement {
  const worst = (['error', 'warning', 'info'] as const).find((severity) => marks.some((mark) => mark.severity === severity));
  const classes = [
    worst === undefined ? '' : `sheet-mark sheet-mark-${worst}`,
    focusRef === undefined ? '' : 'sheet-focus',
    NUMBER.test(cell.text) ? 'sheet-number' : '',
  ];
  return (
    <td
      ref={focusRef ?? null}
      className={classes.join(' ').trim()}
      colSpan={cell.columnSpan}
      rowSpan={cell.rowSpan}
      {...(focusRef === undefined ? {} : { 'aria-current': 'true' as const })}
    >
      {worst === undefined ? cell.text : <Marked cell={cell} marks={marks} />}
    </td>
  );
}

const NUMBER = /^[+-]?[\d,]+(\.\d+)?%?$/;

function Marked({ cell, marks }: { readonly cell: DrawnCell; readonly marks: readonly SheetMark[] }): ReactNode {
  const sentences = marks.map((mark) => sheetText.markLabel(cell.address, sheetText.severity[mark.severity], mark.text));
  return (
    <Tooltip
      title={sentences.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
      trigger={['hover', 'focus']}
    >
      <button type="button" className="sheet-mark-button" aria-label={`${cell.text} ${sentences.join('；')}`}>
        {cell.text === '' ? sheetText.blank : cell.text}
      </button>
    </Tooltip>
  );
}
