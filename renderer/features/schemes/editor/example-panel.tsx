import { Input } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { SchemeExampleView } from '../../../../shared/contract/scheme-edit.ts';
import type { Raw } from '../../../../shared/domain/schemes/base/records.ts';
import type { OutlinePart } from '../../../../shared/domain/schemes/form/outline.ts';
import type { Reckoned } from '../../../../shared/domain/schemes/form/reckoned.ts';
import { schemeArithmetic } from '../../../../shared/text/scheme/form/arithmetic.ts';
import { exampleColumn } from '../../../../shared/text/scheme/form/name-words.ts';
import { schemeExplainText, schemeNoticeText } from '../../../../shared/text/scheme-text.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useSettled } from '../../../ui/use-settled.ts';
import type { MeasureNames } from './titles.ts';

export interface ExamplePanelProps {
  readonly data: Raw;
  readonly part: OutlinePart;
  readonly names: MeasureNames;
  /** Below the example: the trial on a year. */
  readonly children: ReactNode;
}

/** 例: the chosen part at work on a few figures, which can be changed, with its arithmetic. */
export function ExamplePanel({ data, part: { path, role }, names, children }: ExamplePanelProps): ReactElement {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const figures = useSettled(typed);
  const asked = useCall('schemes.example', { data, path: [...path], role, typed: figures }, { keepPrevious: true });
  return (
    <Panel title={text.example} className="example-panel">
      <FailureAlert failure={asked.error} onRetry={() => void asked.refetch()} />
      {asked.data === undefined ? null : (
        <>
          <Figures example={asked.data} typed={typed} names={names} onType={(column, value) => setTyped({ ...typed, [column]: value })} />
          <div aria-live="polite">
            {asked.data.result === null ? (
              <p className="muted">{role === 'head' ? text.exampleNothing : text.exampleNone}</p>
            ) : (
              <Result result={asked.data.result} names={names} />
            )}
          </div>
        </>
      )}
      {children}
    </Panel>
  );
}

interface FiguresProps {
  readonly example: SchemeExampleView;
  readonly typed: Readonly<Record<string, string>>;
  readonly names: MeasureNames;
  onType(column: string, value: string): void;
}

function Figures({ example: { columns, peers }, typed, names, onType }: FiguresProps): ReactElement | null {
  if (columns.length === 0) return null;
  const [first] = columns;
  return (
    <div className="example-figures">
      {columns.map(({ column, value }) => {
        const label = exampleColumn(column, names);
        return (
          <label key={column}>
            <span>{label}</span>
            <Input
              size="small"
              aria-label={`${text.example} ${label}`}
              value={typed[column] ?? value}
              onChange={(event) => onType(column, event.target.value)}
            />
          </label>
        );
      })}
      {peers.length === 0 || first === undefined ? null : (
        <p className="muted">{text.examplePeers(peers.map((row) => row[0] ?? '').join('、'))}</p>
      )}
    </div>
  );
}

function Result({
  result,
  names,
}: {
  readonly result: NonNullable<SchemeExampleView['result']>;
  readonly names: MeasureNames;
}): ReactElement {
  const { reckoned, grade, gradeReckoned, place, notices, holds } = result;
  return (
    <div className="example-result">
      {holds === null ? (
        <Step node={reckoned} depth={0} names={names} />
      ) : (
        <p className="example-value">{holds ? text.holds : text.holdsNot}</p>
      )}
      {gradeReckoned === null ? null : <p>{schemeExplainText(gradeReckoned.code, gradeReckoned.params)}</p>}
      {grade === null ? null : <p>{text.grade(grade)}</p>}
      {place === null || reckoned.code === 'rank' ? null : <p>{text.place(place)}</p>}
      {notices.map(({ code, params }) => (
        <p key={`${code}${params['text'] ?? ''}`}>{text.notice(schemeNoticeText(code, params))}</p>
      ))}
    </div>
  );
}

/** A row by what the plan calls it; of a list without points by its number. */
function rowName({ code, params: { id } }: Reckoned, names: MeasureNames): { readonly id?: string } {
  if (code !== 'listedRow' || id === undefined) return {};
  return { id: names[id] ?? text.row(id) };
}

const MOST_CHILDREN = 6;
const DEEPEST = 4;

/** The arithmetic where there is one, else the sentence; below it what it was made from. */
function Step({ node, depth, names }: { readonly node: Reckoned; readonly depth: number; readonly names: MeasureNames }): ReactElement {
  const arithmetic = schemeArithmetic(node);
  const children = depth >= DEEPEST ? [] : node.children.filter(({ code }) => code !== 'number');
  const listed = node.code === 'rows' ? children.slice(0, 1) : children.slice(0, MOST_CHILDREN);
  return (
    <>
      {arithmetic === null || node.code === 'rows' ? null : <p className={depth === 0 ? 'example-value' : 'example-step'}>{arithmetic}</p>}
      <p className="example-sentence">{schemeExplainText(node.code, { ...node.params, ...rowName(node, names) })}</p>
      {listed.length === 0 ? null : (
        <ul>
          {listed.map((child, index) => (
            // The same sentence may stand twice, and nothing moves.
            // oxlint-disable-next-line react/no-array-index-key -- the place is what it is known by
            <li key={index}>
              <Step node={child} depth={depth + 1} names={names} />
            </li>
          ))}
          {node.code === 'rows' && children.length > 1 ? <li className="muted">{text.otherRows(children.length - 1)}</li> : null}
        </ul>
      )}
    </>
  );
}
