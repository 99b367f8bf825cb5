import type { ReactElement } from 'react';
import type { SchemePart } from '../../../../shared/contract/scheme-runs.ts';
import { schemeNoticeText } from '../../../../shared/text/scheme-text.ts';
import { outUnit, schemePartTitle, schemeRunText } from '../../../../shared/text/scheme/run-words.ts';
import { schemeScoreText as text } from '../../../../shared/text/ui/scheme-score-text.ts';
import { scorePageText } from '../../../../shared/text/ui/score-page-text.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { ExplanationTree } from './explanation-tree.tsx';
import { lacksOf, type ShownRow } from './shown-scheme.ts';

export interface SchemeDrawerProps {
  readonly row: ShownRow;
  readonly onClose: () => void;
}

/** How one subject's result came about: its parts, which add up, and every figure down to its cell. */
export function SchemeDrawer({ row, onClose }: SchemeDrawerProps): ReactElement {
  const lacks = lacksOf(row);
  return (
    <SideDrawer title={text.drawer(row.subject)} onClose={onClose}>
      <div className="assessment">
        <p className="scheme-result">
          <strong>{resultText(row)}</strong>
          {row.place === null ? null : <span>{`${text.columns.place} ${row.place}`}</span>}
          {row.grade === null ? null : <span className="score-grade">{row.grade}</span>}
        </p>
        {row.complete === false ? (
          <p>{row.range === null || row.range === undefined ? text.rangeNone : text.range(schemeRunText.rangeText(row.range))}</p>
        ) : null}
        {row.parts.length < 2 ? null : (
          <DataTable title={text.partsTitle} columns={PART_COLUMNS} rows={row.parts} rowKey={keyOf} countText={() => sumText(row)} />
        )}
        {lacks.length === 0 ? null : <Lines title={text.lacks} lines={lacks} />}
        <section>
          <h3>{text.explanation}</h3>
          <ExplanationTree node={row.explanation} />
        </section>
        {row.gradeExplanation === null ? null : (
          <section>
            <h3>{text.gradeExplanation}</h3>
            <ExplanationTree node={row.gradeExplanation} />
          </section>
        )}
        {row.notices.length === 0 ? null : <Notices notices={row.notices} />}
      </div>
    </SideDrawer>
  );
}

function resultText({ points, money, notApplicable }: ShownRow): string {
  if (points !== null) return `${points} ${outUnit('points')}`;
  if (money !== null) return `${money} ${outUnit('万元')}`;
  return notApplicable ? scorePageText.notInvolved : scorePageText.lacking;
}

const sumText = ({ points, money }: ShownRow): string =>
  points === null && money === null ? text.partsOpen : text.partsAdd(points ?? money ?? '');

const keyOf = ({ kind, code, path }: SchemePart): string => `${kind} ${code} ${path}`;

const PART_COLUMNS: readonly DataColumn<SchemePart>[] = [
  { key: 'part', title: text.partColumns.part, text: schemePartTitle, sortable: false, level: 'answers' },
  {
    key: 'points',
    title: text.partColumns.points,
    text: ({ points, state }) => points ?? (state === 'notApplicable' ? scorePageText.notInvolved : scorePageText.lacking),
    sortable: false,
    align: 'right',
    width: 120,
  },
  { key: 'max', title: text.partColumns.max, text: ({ max }) => max ?? '', sortable: false, align: 'right', width: 100 },
  { key: 'clause', title: text.partColumns.clause, text: ({ clause }) => clause.join('、'), sortable: false, width: 100 },
];

const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactElement => (
  <section>
    <h3>{title}</h3>
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </section>
);

const Notices = ({ notices }: { readonly notices: ShownRow['notices'] }): ReactElement => (
  <section>
    <h3>{text.notices}</h3>
    {notices.map(({ code, params, explanation }, index) => (
      <div key={String(index)}>
        <p>{schemeNoticeText(code, params)}</p>
        <ExplanationTree node={explanation} />
      </div>
    ))}
  </section>
);
