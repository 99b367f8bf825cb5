import { Select, Spin } from 'antd';
import { type KeyboardEvent, type ReactElement, useCallback, useMemo, useRef } from 'react';
import type { MonitoringCalendar, MonitoringPlace } from '../../../../../shared/contract/monitoring.ts';
import type { DustDayMode } from '../../../../../shared/domain/air/types.ts';
import { dustDaysText } from '../../../../../shared/text/dust-text.ts';
import { calendarText, monitoringText } from '../../../../../shared/text/ui/monitoring-text.ts';
import { useCall } from '../../../../client/context.tsx';
import { DrawingTools } from '../../../../ui/drawing/drawing-tools.tsx';
import { PrintSheets } from '../../../../ui/drawing/print-sheets.tsx';
import { FailureAlert } from '../../../../ui/failure-alert.tsx';
import { today } from '../../../../ui/today.ts';
import type { StandardChoice } from '../../monitoring-types.ts';
import { DustDaysSelect } from '../../place-choice.tsx';
import { calendarCounts, dayAfterKey } from '../calendar-layout.ts';
import { LevelLegend } from './level-legend.tsx';
import { MonthTable } from './month-table.tsx';
import { monthBlocks } from './month-rows.ts';
import { blocksOnSheet, severalDrawing } from './several-drawing.ts';
import { YearTallies } from './year-tallies.tsx';

export interface SeveralCalendarsProps {
  readonly places: readonly MonitoringPlace[];
  readonly year: number;
  readonly standard: StandardChoice;
  /** 试看 another way of counting dust days; undefined: as the work has it. */
  readonly dustDays: DustDayMode | undefined;
  readonly onDustDays: (mode: DustDayMode | null) => void;
  /** 1 to 12; anything else is the whole year. */
  readonly month: string | undefined;
  readonly onMonth: (month: string | null) => void;
  readonly onOpen: (place: string, date: string) => void;
}

/** Several places below each other, day by day, with their counts. */
export function SeveralCalendars({ places, year, standard, dustDays, ...rest }: SeveralCalendarsProps): ReactElement {
  const ids = places.map(({ placeId }) => placeId);
  const shown = useCall('monitoring.calendars', { places: ids, year, standard, dustDays }, { keepPrevious: true });
  return (
    <>
      <FailureAlert failure={shown.error} onRetry={() => void shown.refetch()} />
      {shown.isPending ? (
        <div role="status">
          <Spin /> {monitoringText.loading}
        </div>
      ) : null}
      {shown.data === undefined ? null : <Months calendars={shown.data.calendars} year={year} {...rest} />}
    </>
  );
}

interface MonthsProps extends Pick<SeveralCalendarsProps, 'year' | 'month' | 'onMonth' | 'onOpen' | 'onDustDays'> {
  readonly calendars: readonly MonitoringCalendar[];
}

function Months({ calendars, year, month: asked, onMonth, onOpen, onDustDays }: MonthsProps): ReactElement {
  const month = MONTHS.find((one) => String(one) === asked) ?? null;
  const blocks = useMemo(() => monthBlocks(calendars, today(), month), [calendars, month]);
  const title = calendarText.severalTitle(
    calendars.map(({ name }) => name),
    year,
    month,
  );
  const draw = useCallback(() => severalDrawing(blocks, 'colour'), [blocks]);
  const sheets = useMemo(() => {
    const count = Math.ceil(blocks.length / blocksOnSheet(calendars.length));
    const each = Math.ceil(blocks.length / count);
    return Array.from({ length: count }, (_, index) => severalDrawing(blocks.slice(index * each, (index + 1) * each), 'grey'));
  }, [blocks, calendars.length]);
  const holder = useRef<HTMLDivElement | null>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = buttonAfterKey(holder.current, event);
    if (next === null) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <>
      <div className="monitoring-bar several-bar">
        <Select<string>
          className="several-month"
          aria-label={calendarText.monthChoice}
          value={month === null ? '' : String(month)}
          onChange={(value) => onMonth(value === '' ? null : value)}
          options={[
            { value: '', label: calendarText.wholeYear },
            ...MONTHS.map((one) => ({ value: String(one), label: calendarText.month(one) })),
          ]}
        />
        <DustDays calendars={calendars} onDustDays={onDustDays} />
        <DrawingTools title={title} draw={draw} />
      </div>
      <DustDaysNote calendars={calendars} />
      <YearTallies calendars={calendars} year={year} />
      <LevelLegend
        few={calendars.some(({ tallies }) => (tallies[0]?.tooFew ?? 0) > 0)}
        events={calendars.some(({ days }) => calendarCounts(days, today()).events > 0)}
      />
      <div ref={holder} className="several" role="group" aria-label={title} onKeyDown={onKeyDown}>
        {blocks.map((block) => (
          <MonthTable key={block.month} block={block} onOpen={onOpen} />
        ))}
      </div>
      <p className="muted several-hint">{calendarText.severalHint}</p>
      <PrintSheets title={title} drawings={sheets} />
    </>
  );
}

const withDust = (calendars: readonly MonitoringCalendar[]): MonitoringCalendar | undefined =>
  calendars.find(({ days }) => days.some(({ dust }) => dust));

/** 试看: one way for all of them, where any has dust days. */
function DustDays({ calendars, onDustDays }: Pick<MonthsProps, 'calendars' | 'onDustDays'>): ReactElement | null {
  const first = withDust(calendars);
  if (first === undefined) return null;
  const { dustDays } = first;
  return <DustDaysSelect {...dustDays} onChoose={(mode) => onDustDays(mode === dustDays.ofWork ? null : mode)} />;
}

function DustDaysNote({ calendars }: Pick<MonthsProps, 'calendars'>): ReactElement | null {
  const first = withDust(calendars);
  return first === undefined ? null : <p className="muted several-hint">{dustDaysText(first.dustDays)}。</p>;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Left and right: the day before and after; up and down: the place above and below. */
function buttonAfterKey(holder: HTMLElement | null, event: KeyboardEvent): HTMLElement | null {
  const { target } = event;
  const [date, place] = target instanceof HTMLElement ? [target.dataset['date'], target.dataset['place']] : [undefined, undefined];
  if (holder === null || date === undefined || place === undefined) return null;
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
    const column = [...holder.querySelectorAll<HTMLElement>(`[data-date="${date}"]`)];
    const at = column.findIndex((button) => button.dataset['place'] === place);
    return column[at + (event.key === 'ArrowUp' ? -1 : 1)] ?? null;
  }
  const next = dayAfterKey(date, event.key);
  return next === null ? null : holder.querySelector<HTMLElement>(`[data-date="${next}"][data-place="${place}"]`);
}
