import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Fragment, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { tableText } from '../../../shared/text/ui/app-text.ts';
import { copyText } from '../../ui/clipboard.ts';
import { tsv } from '../../ui/tsv.ts';
import { useNotice } from '../../ui/use-notice.tsx';

export interface DocumentCell {
  readonly text: string;
  readonly content?: ReactNode;
  /** Rows the cell covers; 0 = covered by the cell above. */
  readonly rowSpan?: number;
}

export interface DocumentRow {
  readonly id: string;
  readonly cells: readonly DocumentCell[];
}

export interface DocumentSection {
  /** Line over the whole width, as the annex prints it; null for none. */
  readonly title: string | null;
  readonly rows: readonly DocumentRow[];
}

export interface DocumentTableProps {
  readonly label: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly columns: readonly { readonly title: string; readonly className?: string }[];
  readonly sections: readonly DocumentSection[];
  readonly notes?: readonly string[];
  /** Row to show and point at. */
  readonly at: string | null;
}

/** An annex in the form it was issued in: merged cells, section lines, notes. */
export function DocumentTable({ label, title, subtitle, columns, sections, notes = [], at }: DocumentTableProps): ReactElement {
  const here = useRef<HTMLTableRowElement | null>(null);
  useEffect(() => {
    void here.current?.scrollIntoView({ block: 'center' });
  }, [at]);
  return (
    <article className="document">
      <header className="document-head">
        <p>{label}</p>
        <h2>{title}</h2>
        {subtitle === undefined ? null : <p>{subtitle}</p>}
        <CopyButton columns={columns.map((column) => column.title)} sections={sections} />
      </header>
      <table className="document-table">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col" className={column.className ?? ''}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sections.map((section) => (
            <Fragment key={section.title ?? ''}>
              {section.title === null ? null : (
                <tr className="document-section">
                  <th colSpan={columns.length} scope="colgroup">
                    {section.title}
                  </th>
                </tr>
              )}
              {section.rows.map((row) => (
                <tr key={row.id} ref={row.id === at ? here : null} className={row.id === at ? 'document-here' : ''}>
                  {row.cells.map((cell, index) =>
                    cell.rowSpan === 0 ? null : (
                      <td key={columns[index]?.title ?? index} rowSpan={cell.rowSpan ?? 1} className={columns[index]?.className ?? ''}>
                        {cell.content ?? cell.text}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
      {notes.length === 0 ? null : (
        <footer className="document-notes">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </footer>
      )}
    </article>
  );
}

function CopyButton({
  columns,
  sections,
}: {
  readonly columns: readonly string[];
  readonly sections: readonly DocumentSection[];
}): ReactElement {
  const notice = useNotice();
  const copy = async (): Promise<void> => {
    const rows = sections.flatMap((section) => [
      ...(section.title === null ? [] : [[section.title]]),
      ...section.rows.map((row) => row.cells.map((cell) => cell.text)),
    ]);
    const copied = await copyText(tsv([columns, ...rows]));
    void (copied ? notice.success(tableText.copied(rows.length)) : notice.error(tableText.copyFailed));
  };
  return (
    <Button
      size="small"
      className="document-copy"
      icon={<CopyOutlined aria-hidden="true" />}
      title={tableText.copyHint}
      onClick={() => void copy()}
    >
      {tableText.copy}
    </Button>
  );
}

/** Blanks inside a printed column title only space it out on paper. */
export const columnTitle = (printed: string): string => printed.replaceAll(/\s+/g, '');
