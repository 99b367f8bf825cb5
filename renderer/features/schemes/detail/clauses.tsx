import type { ReactElement, ReactNode } from 'react';
import type { ClauseRuleView, SchemeClausesView } from '../../../../shared/contract/scheme-clauses.ts';
import { clauseText as text, measureCell } from '../../../../shared/text/scheme/clause-words.ts';
import { useCall } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Panel } from '../../../ui/page.tsx';
import { Waiting } from '../waiting.tsx';
import { ClausesPrint } from './clauses-print.tsx';
import './clauses.css';

export interface ClausesProps {
  readonly id: string;
  readonly number: number;
  /** Leads to the rule by its place in the rules; without it rules are only read. */
  readonly onRule?: ((path: string) => void) | undefined;
}

/** 条文与规则: the official text and beside it the rules in words, for whoever knows the one and not the other. */
export function Clauses({ id, number, onRule }: ClausesProps): ReactElement {
  const shown = useCall('schemes.clauses', { source: { id, number } });
  const view = shown.data;
  return (
    <Panel title={text.title} extra={view === undefined ? null : <ClausesPrint id={id} number={number} title={view.title} />}>
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? <Waiting /> : null}
      {view === undefined ? null : <ClausesView view={view} onRule={onRule} />}
    </Panel>
  );
}

type ViewProps = { readonly view: SchemeClausesView } & Pick<ClausesProps, 'onRule'>;

function ClausesView({ view, onRule }: ViewProps): ReactElement {
  const { sections, none, notes } = text;
  return (
    <>
      {view.textHead === null ? null : <p className="muted">{view.textHead}</p>}
      {view.basics.length === 0 ? null : <p className="muted">{`${notes.basics}${view.basics.join('；')}`}</p>}
      <ClausesTable view={view} onRule={onRule} />
      <section className="scheme-said">
        <h3>{sections.withoutRule}</h3>
        <p>{view.clauses.length === 0 ? none.text : view.withoutRule.length === 0 ? none.withoutRule : view.withoutRule.join('、')}</p>
        <h3>{sections.withoutClause}</h3>
        {view.withoutClause.length === 0 ? <p>{none.withoutClause}</p> : null}
        {view.withoutClause.map((rule) => (
          <RuleWords key={rule.path} rule={rule} onRule={onRule} />
        ))}
      </section>
      <Said title={notes.notes} sentences={view.notes} />
      <Said title={notes.known} sentences={view.known} />
      <Said title={notes.assumed} sentences={view.assumed} />
      <Said title={text.source('')} sentences={view.source} />
    </>
  );
}

function ClausesTable({ view, onRule }: ViewProps): ReactElement {
  const { columnNames } = text;
  return (
    <table className="clauses-table" aria-label={text.title}>
      <thead>
        <tr>
          {Object.entries(columnNames).map(([key, name]) => (
            <th key={key} scope="col" className={`clauses-${key}`}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {view.clauses.map(({ id, text: words, rules }) => (
        <tbody key={id}>
          <Rows head={id} words={words} rules={rules} onRule={onRule} />
        </tbody>
      ))}
      {view.composition.map((rule) => (
        <tbody key={`${text.composed} ${rule.path}`}>
          <Rows head={text.composed} words={rule.group ?? text.everybody} rules={[{ ...rule, group: null }]} onRule={onRule} />
        </tbody>
      ))}
    </table>
  );
}

interface RowsProps extends Pick<ClausesProps, 'onRule'> {
  readonly head: string;
  readonly words: string;
  readonly rules: readonly ClauseRuleView[];
}

/** A clause stands once beside all the rules made from it. */
function Rows({ head, words, rules, onRule }: RowsProps): ReactNode {
  const [first, ...more] = rules;
  return (
    <>
      <tr>
        <th scope="rowgroup" rowSpan={Math.max(1, rules.length)}>
          {head}
        </th>
        <td rowSpan={Math.max(1, rules.length)}>{words}</td>
        {first === undefined ? <td colSpan={3}>{text.noRule}</td> : <RuleCells rule={first} onRule={onRule} />}
      </tr>
      {more.map((rule) => (
        <tr key={rule.path}>
          <RuleCells rule={rule} onRule={onRule} />
        </tr>
      ))}
    </>
  );
}

interface RuleProps extends Pick<ClausesProps, 'onRule'> {
  readonly rule: ClauseRuleView;
}

const RuleCells = ({ rule, onRule }: RuleProps): ReactElement => (
  <>
    <td>
      <RuleWords rule={rule} onRule={onRule} />
    </td>
    <td>{rule.measures.length === 0 ? '—' : rule.measures.map(measureCell).join('、')}</td>
    <td className="clauses-full">{rule.full ?? '—'}</td>
  </>
);

function RuleWords({ rule: { path, group, lines }, onRule }: RuleProps): ReactElement {
  const [first, ...parts] = lines;
  const said = `${group === null ? '' : text.for(group)}${first?.text ?? ''}`;
  return (
    <div className="rule-words">
      {onRule === undefined ? (
        <p>{said}</p>
      ) : (
        <button type="button" className="rule-link" onClick={() => onRule(path)}>
          {said}
        </button>
      )}
      {parts.map(({ depth, text: line }) => (
        <p key={line} className={`rule-part rule-part-${Math.min(depth, 3)}`}>
          {line}
        </p>
      ))}
    </div>
  );
}

function Said({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <section className="scheme-said">
      <h3>{title.replace(/：$/u, '')}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
