import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { rankingPageText } from '../../../shared/text/ui/ranking-text.ts';
import { besidePeriod, type ChosenPeriod, monthsOfKind, type PeriodKind, withKind } from './period.ts';

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'half', 'toDate', 'year'];

/** Month, quarter, half year, year to date, or year; for all but the last also which one. */
export function PeriodChooser({ chosen, onChoose }: { readonly chosen: ChosenPeriod; onChoose(chosen: ChosenPeriod): void }): ReactElement {
  const months = monthsOfKind(chosen.kind);
  return (
    <span className="period-chooser">
      <Segmented<PeriodKind>
        aria-label={rankingPageText.kind}
        value={chosen.kind}
        onChange={(kind) => onChoose(withKind(chosen, kind))}
        options={KINDS.map((value) => ({ value, label: rankingPageText.kinds[value] }))}
      />
      {months.length === 0 ? null : (
        <>
          <Step
            label={rankingPageText.previousMonth}
            to={besidePeriod(chosen, -1)}
            onChoose={onChoose}
            icon={<LeftOutlined aria-hidden="true" />}
          />
          <Select
            className="period-month"
            aria-label={rankingPageText.month}
            value={chosen.month}
            onChange={(month) => onChoose({ ...chosen, month })}
            options={months.map((month) => ({ value: month, label: optionWords(chosen.kind, month) }))}
          />
          <Step
            label={rankingPageText.nextMonth}
            to={besidePeriod(chosen, 1)}
            onChoose={onChoose}
            icon={<RightOutlined aria-hidden="true" />}
          />
        </>
      )}
    </span>
  );
}

interface StepProps {
  readonly label: string;
  readonly to: ChosenPeriod | null;
  readonly icon: ReactElement;
  readonly onChoose: (chosen: ChosenPeriod) => void;
}

function Step({ label, to, icon, onChoose }: StepProps): ReactElement {
  return (
    <Button
      icon={icon}
      aria-label={label}
      disabled={to === null}
      onClick={() => {
        if (to !== null) onChoose(to);
      }}
    />
  );
}

function optionWords(kind: PeriodKind, month: number): string {
  switch (kind) {
    case 'quarter':
      return rankingPageText.quarterOption(month / 3);
    case 'half':
      return rankingPageText.halfOption(month / 6);
    case 'toDate':
      return rankingPageText.toDateOption(month);
    default:
      return rankingPageText.monthOption(month);
  }
}
