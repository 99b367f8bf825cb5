import type { ReactElement } from 'react';
import type { YearChoices, YearProposal } from '../../../../shared/contract/years.ts';
import { openingText, yearsText } from '../../../../shared/text/ui/years-text.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useRoute } from '../../../work/routes.ts';
import { RoundsInput } from '../parts/rounds-input.tsx';
import { SchemeSelect } from '../parts/scheme-select.tsx';
import { UnitsInput } from '../parts/units-input.tsx';
import type { Draft } from './draft.ts';

export interface OpeningPartsProps {
  readonly year: number;
  readonly choices: YearChoices;
  readonly preset: YearProposal;
  readonly draft: Draft;
  readonly onDraft: (draft: Partial<Draft>) => void;
}

/** All but the targets: list, scheme, dates, rounds, units. */
export function OpeningParts({ year, choices, preset, draft, onDraft }: OpeningPartsProps): ReactElement {
  const all = choices.units.flatMap(({ names }) => names);
  return (
    <Panel title={openingText.basis(year)}>
      <div className="opening-parts">
        <List list={preset.list} />
        <SchemeSelect
          schemes={choices.schemes}
          value={draft.scheme ?? preset.scheme?.id ?? null}
          onChange={(scheme) => onDraft({ scheme })}
        />
        <DateInput
          label={yearsText.parts['due'] ?? ''}
          value={draft.due === undefined ? preset.due : draft.due}
          year={year + 1}
          optional={preset.due === null}
          onChange={(due) => onDraft({ due })}
        />
        <RoundsInput
          year={year}
          rounds={draft.rounds ?? preset.rounds}
          due={draft.roundsDue}
          onRounds={(rounds) => onDraft({ rounds })}
          onDue={(round, date) => onDraft({ roundsDue: { ...draft.roundsDue, [round]: date } })}
        />
        <UnitsInput units={choices.units} chosen={draft.units ?? all} onChange={(units) => onDraft({ units })} />
      </div>
    </Panel>
  );
}

function List({ list }: Pick<YearProposal, 'list'>): ReactElement {
  const { href } = useRoute();
  return (
    <div className="field">
      <span className="field-label">{yearsText.parts['list']}</span>
      {list === null ? (
        <>
          <span>{yearsText.listNone}</span>
          <span className="field-hint">{yearsText.listNoneHint}</span>
        </>
      ) : (
        <a href={href('plan', {}, 'annex3')}>{yearsText.listValue(list.title, list.items, list.document)}</a>
      )}
    </div>
  );
}
