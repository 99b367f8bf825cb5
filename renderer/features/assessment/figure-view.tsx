import type { ReactElement, ReactNode } from 'react';
import type { ScoreFigure } from '../../../shared/domain/assessment/types.ts';
import { ruleText, statusText, targetText } from '../../../shared/text/score-text.ts';
import { breakdownText, quantityText } from '../../../shared/text/ui/assessment-text.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { type OpenSource, SourceLinks } from './source-links.tsx';

export interface FigureViewProps {
  readonly figure: ScoreFigure;
  /** Printed place of a statement: 附件3 二·1. */
  placeOf(statement: string): string;
  readonly onOpenSource: OpenSource;
}

/** One figure: this value, from this cell of this file, gives these points by this rule. */
export function FigureView({ figure, placeOf, onOpenSource }: FigureViewProps): ReactElement {
  return (
    <div className="figure">
      <h3 className="figure-name">{figure.name}</h3>
      <dl className="figure-facts">
        <Fact name={breakdownText.target}>
          <Target figure={figure} placeOf={placeOf} />
        </Fact>
        <Fact name={breakdownText.value}>
          <Value figure={figure} />
        </Fact>
        <Fact name={breakdownText.rule}>{ruleText(figure.rule.code, figure.rule.params)}</Fact>
        <Fact name={breakdownText.state}>
          <StateTag state={figure.state} />
        </Fact>
        <Fact name={breakdownText.sources}>
          <SourceLinks sources={figure.sources} onOpen={onOpenSource} />
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Target({ figure, placeOf }: Pick<FigureViewProps, 'figure' | 'placeOf'>): ReactElement {
  if (figure.target === null) return <span className="muted">{breakdownText.noTarget}</span>;
  const notes = [
    ...(figure.targetFrom === null ? [] : [breakdownText.adoptedFrom(placeOf(figure.targetFrom))]),
    ...(figure.targetDisplaced === null ? [] : [breakdownText.displaced(targetText(figure.targetDisplaced, figure.unit))]),
  ];
  return (
    <>
      <strong className="number">{quantityText(figure.target, figure.unit)}</strong>
      {notes.length === 0 ? null : <span className="figure-note">{notes.join('；')}</span>}
    </>
  );
}

function Value({ figure }: { readonly figure: ScoreFigure }): ReactElement {
  const { judgedValue, exactValue } = figure;
  const status = figure.rule.params['status'];
  if (judgedValue === null && status !== undefined) return <strong>{statusText(status)}</strong>;
  if (judgedValue === null && exactValue === null) return <span className="muted">{breakdownText.noValue}</span>;
  return (
    <>
      <strong className="number">{quantityText(judgedValue ?? exactValue ?? '', figure.unit)}</strong>
      {exactValue === null || exactValue === judgedValue ? null : (
        <span className="figure-note number" title={exactValue}>
          {breakdownText.exact} {shortened(exactValue)}
        </span>
      )}
    </>
  );
}

const SHOWN_DECIMALS = 10;

/** 82.87292817679558… of a quotient that does not end; the whole of it stands in the tooltip. */
export function shortened(value: string): string {
  const [whole = '', decimals = ''] = value.split('.');
  return decimals.length <= SHOWN_DECIMALS ? value : breakdownText.exactShort(`${whole}.${decimals.slice(0, SHOWN_DECIMALS)}`);
}
