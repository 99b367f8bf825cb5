import { CloseCircleFilled } from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';
import type { YearView } from '../../../../shared/contract/years.ts';
import { consentsText } from '../../../../shared/text/ui/consents-page-text.ts';
import { heldText, yearsText } from '../../../../shared/text/ui/years-text.ts';
import { archiveText, blockerText, nextRoundText, roundText, signedMovesText, unaskedText } from '../../../../shared/text/year-text.ts';
import { StateTag } from '../../../ui/state-tag.tsx';
import { ConsentsLine } from '../../../work/consents.tsx';
import { useRoute } from '../../../work/routes.ts';
import { sourceCounts, sourceCountsText } from '../targets/source-counts.ts';

/** By what the year goes, fact by fact. */
export function YearFacts({ view }: { readonly view: YearView }): ReactElement {
  const { href } = useRoute();
  const { list, scheme, due, rounds, nextRound, units, unasked, targets, opened, final, archive } = view;
  const part = (name: string): string => yearsText.parts[name] ?? '';
  const facts: readonly (readonly [string, ReactNode])[] = [
    [heldText.state, <StateTag key="state" state={view.state} />],
    [heldText.opened, opened === null ? '' : heldText.openedBy(opened.at.slice(0, 10), opened.by)],
    [
      part('list'),
      list === null ? (
        yearsText.listNone
      ) : (
        <a key="list" href={href('plan', {}, 'annex3')}>
          {yearsText.listValue(list.title, list.items, list.document)}
        </a>
      ),
    ],
    [part('scheme'), scheme === null ? yearsText.schemeNone : yearsText.schemeValue(scheme.title, scheme.number)],
    [part('due'), due ?? yearsText.dueNone],
    [part('rounds'), rounds.map(roundText).join(yearsText.join)],
    ...(nextRound === null ? [] : [[yearsText.nextRound, nextRoundText(nextRound)] as const]),
    [part('units'), <Units key="units" units={units} unasked={unasked} />],
    [
      heldText.targets,
      <span key="targets">
        {sourceCountsText(sourceCounts(targets))}　<a href={href('targets')}>{heldText.targetsOpen}</a>
      </span>,
    ],
    [consentsText.part, <ConsentsLine key="consents" />],
    ...(final === null ? [] : [[heldText.final, <Final key="final" final={final} />] as const]),
    ...(archive === null ? [] : [[heldText.archive, archiveText(archive)] as const]),
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Units({ units, unasked }: Pick<YearView, 'units' | 'unasked'>): ReactElement {
  return (
    <details>
      <summary>{units.map(({ kind, names }) => yearsText.unitsOfKind(kind, names.length)).join(yearsText.join)}</summary>
      {units.map(({ kind, names }) => (
        <p key={kind}>
          <strong>{kind}</strong>　{names.join(yearsText.join)}
        </p>
      ))}
      {unasked.length === 0 ? null : <p>{unaskedText(unasked)}</p>}
    </details>
  );
}

function Final({ final }: { readonly final: NonNullable<YearView['final']> }): ReactElement {
  return (
    <>
      {heldText.finalBy(final.at.slice(0, 10), final.by, final.run)}
      {final.moved?.length === 0 ? null : <p>{signedMovesText(final)}</p>}
      {final.despite === null ? null : <p>{heldText.despite(final.despite)}</p>}
      {final.blockers.length === 0 ? null : (
        <>
          <p>{heldText.signedWith}</p>
          <ul className="blockers">
            {final.blockers.map(({ code, params }) => (
              <li key={code}>
                <CloseCircleFilled aria-hidden="true" className="blocker-mark" />
                <span className="blocker-text">{blockerText(code, params)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
