import type { ReactElement } from 'react';
import type { YearChoices, YearProposal } from '../../../../shared/contract/years.ts';
import { openingText, yearsText } from '../../../../shared/text/ui/years-text.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { Panel } from '../../../ui/page.tsx';
import { RoundsInput } from '../parts/rounds-input.tsx';
import { SchemeSelect } from '../parts/scheme-select.tsx';
import { UnitsInput } from '../parts/units-input.tsx';
import type { Draft } from './draft.ts';
import { ListChoice } from './list-choice.tsx';

export interface OpeningPartsProps {
  readonly year: number;
  readonly choices: YearChoices;
  readonly preset: YearProposal;
  /** With what has been chosen so far. */
  readonly proposal: YearProposal;
  readonly draft: Draft;
  readonly onDraft: (draft: Partial<Draft>) => void;
}

/** All but the targets: list, scheme, dates, rounds, units. */
export function OpeningParts({ year, choices, preset, proposal, draft, onDraft }: OpeningPartsProps): ReactElement {
  const all = choices.units.flatMap(({ names }) => names);
  return (
    <Panel title={openingText.basis(year)}>
      <div className="opening-parts">
        <ListChoice list={proposal.list} findings={proposal.listFindings} draft={draft} onDraft={onDraft} />
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
