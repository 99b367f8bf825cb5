import type { ReactElement } from 'react';
import type { DecisionEffect } from '../../shared/contract/effect.ts';
import { pageFindingText } from '../../shared/text/finding-text.ts';
import { dialogText } from '../../shared/text/ui/dialog-text.ts';
import { FailureAlert } from './failure-alert.tsx';

/** An effect while it is being computed, or when it is there. */
export interface EffectState {
  readonly isError: boolean;
  readonly error: Error | null;
  readonly data: DecisionEffect | undefined;
  readonly isFetching: boolean;
}

/** The computed effect of what is about to be decided: targets and totals, before and after. */
export function EffectView({ effect }: { readonly effect: EffectState }): ReactElement {
  if (effect.isError && effect.error !== null) return <FailureAlert failure={effect.error} />;
  return (
    <section className="effect" aria-label={dialogText.effect} aria-live="polite">
      <h3>{dialogText.effect}</h3>
      {effect.data === undefined ? (
        <p className="muted">{dialogText.effectWaiting}</p>
      ) : (
        <Lines effect={effect.data} stale={effect.isFetching} />
      )}
    </section>
  );
}

/** More changed totals than this are counted. */
const SHOWN = 6;

function Lines({
  effect: { targets, scores, schemes, remarks = [] },
  stale,
}: {
  readonly effect: DecisionEffect;
  readonly stale: boolean;
}): ReactElement {
  const none = targets.length + scores.length + schemes.length === 0;
  return (
    <div className={stale ? 'effect-lines stale' : 'effect-lines'}>
      {stale ? <p>{dialogText.effectWaiting}</p> : null}
      {remarks.map(({ code, params, measure }) => (
        <p key={`${code} ${measure} ${JSON.stringify(params)}`} role="note">
          {dialogText.remark(measure, pageFindingText(code, params))}
        </p>
      ))}
      {none ? <p>{dialogText.effectNone}</p> : null}
      {targets.length === 0 ? null : (
        <dl>
          {targets.map(({ measure, name, year, unit, kind, before, after }) => (
            <div key={`${measure} ${year} ${unit} ${kind}`}>
              <dt>{dialogText.targetOf(name, unit, kind !== undefined, year)}</dt>
              <dd>{dialogText.change(before ?? dialogText.none, after ?? dialogText.none)}</dd>
            </div>
          ))}
        </dl>
      )}
      {scores.length === 0 ? none ? null : <p className="muted">{dialogText.effectNoScores}</p> : <Scores scores={scores} />}
      {schemes.length === 0 ? null : <Schemes schemes={schemes} />}
    </div>
  );
}

function Schemes({ schemes }: Pick<DecisionEffect, 'schemes'>): ReactElement {
  const hidden = schemes.length - SHOWN;
  return (
    <>
      <h4>{dialogText.effectSchemes}</h4>
      <dl>
        {schemes.slice(0, SHOWN).map(({ scheme, subject, year, before, after, out }) => (
          <div key={`${scheme} ${subject} ${year}`}>
            <dt>{dialogText.schemeOf(scheme, subject, year)}</dt>
            <dd className="number">{dialogText.amount(dialogText.change(before ?? dialogText.none, after ?? dialogText.none), out)}</dd>
          </div>
        ))}
      </dl>
      {hidden > 0 ? <p className="muted">{dialogText.effectMore(hidden)}</p> : null}
    </>
  );
}

function Scores({ scores }: Pick<DecisionEffect, 'scores'>): ReactElement {
  const hidden = scores.length - SHOWN;
  return (
    <>
      <h4>{dialogText.effectScores(scores.length)}</h4>
      <dl>
        {scores.slice(0, SHOWN).map(({ subject, year, before, after, gradeBefore, gradeAfter }) => (
          <div key={`${subject} ${year}`}>
            <dt>{subject}</dt>
            <dd className="number">{dialogText.score(before, gradeBefore, after, gradeAfter)}</dd>
          </div>
        ))}
      </dl>
      {hidden > 0 ? <p className="muted">{dialogText.effectMore(hidden)}</p> : null}
    </>
  );
}
