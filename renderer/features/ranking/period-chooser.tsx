import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import type { ReactElement } from 'react';
import { rankingPageText } from '../../../shared/text/ui/ranking-text.ts';
import { type ChosenPeriod, monthsOfKind, type PeriodKind, withKind } from './period.ts';

const KINDS: readonly PeriodKind[] = ['month', 'toDate', 'year'];

/** Month, year to date, or year; for the first two also which month. */
export function PeriodChooser({ chosen, onChoose }: { readonly chosen: ChosenPeriod; onChoose(chosen: ChosenPeriod): void }): ReactElement {
  const months = monthsOfKind(chosen.kind);
  const words = chosen.kind === 'toDate' ? rankingPageText.toDateOption : rankingPageText.monthOption;
  const step = (by: number): (() => void) => () => onChoose({ ...chosen, month: chosen.month + by });
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
          <Button icon={<LeftOutlined aria-hidden="true" />} aria-label={rankingPageText.previousMonth} disabled={!months.includes(chosen.month - 1)} onClick={step(-1)} />
          <Select className="period-month" aria-label={rankingPageText.month} value={chosen.month} onChange={(month) => onChoose({ ...chosen, month })} options={months.map((month) => ({ value: month, label: words(month) }))} />
          <Button icon={<RightOutlined aria-hidden="true" />} aria-label={rankingPageText.nextMonth} disabled={!months.includes(chosen.month + 1)} onClick={step(1)} />
        </>
      )}
    </span>
  );
}
