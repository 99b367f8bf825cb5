import { Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { ROUNDS, type Round } from '../../../../shared/domain/plan/years/opening.ts';
import { roundKeys, withRound } from '../../../../shared/domain/plan/years/rounds.ts';
import { yearsText } from '../../../../shared/text/ui/years-text.ts';
import { roundText } from '../../../../shared/text/year-text.ts';
import { DateInput } from '../../../ui/date-input.tsx';

export interface RoundsInputProps {
  readonly year: number;
  readonly rounds: readonly Round[];
  /** Round → its last day; null where what is written is no date. */
  readonly due: Readonly<Record<string, string | null>>;
  readonly onRounds: (rounds: Round[]) => void;
  readonly onDue: (round: string, date: string | null) => void;
}

/** 报送轮次: which there are, and the last day of each that has one. */
export function RoundsInput({ year, rounds, due, onRounds, onDue }: RoundsInputProps): ReactElement {
  const keys = roundKeys(year, rounds);
  return (
    <fieldset className="rounds-input">
      <legend>{yearsText.parts['rounds']}</legend>
      <span className="rounds-boxes">
        {ROUNDS.map((round) => (
          <Checkbox
            key={round}
            checked={rounds.includes(round)}
            onChange={(event) => onRounds(withRound(rounds, round, event.target.checked))}
          >
            {roundText(round)}
          </Checkbox>
        ))}
      </span>
      {rounds.length === 0 ? <p className="field-error">{yearsText.roundsMissing}</p> : null}
      {keys.length === 0 ? null : (
        <details>
          <summary>{yearsText.roundsDueEdit}</summary>
          <div className="rounds-due">
            {keys.map((key) => (
              <DateInput
                key={key}
                label={yearsText.roundName(key)}
                value={due[key] ?? null}
                year={year}
                optional
                onChange={(date) => onDue(key, date)}
              />
            ))}
          </div>
        </details>
      )}
    </fieldset>
  );
}
