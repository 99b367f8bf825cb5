import colors from 'picocolors';
import type { MonitoringCalendar, CalendarDay } from '../../../../shared/contract/monitoring.ts';
import { lacksStations } from '../../../../shared/domain/air/area/area-share.ts';
import { AQI_CATEGORIES } from '../../../../shared/domain/air/standards/levels.ts';
import { dustDayCount, dustDaysText } from '../../../../shared/text/dust-text.ts';
import { dayEventsText } from '../../../../shared/text/event-text.ts';
import { dayCountText } from '../../../../shared/text/monitoring-text.ts';
import { pad } from '../terminal/table.ts';

/** air calendar: a line a month, the AQI of each day on the official colour of its level; without colours the numbers say the same. */
export function calendarText(calendar: MonitoringCalendar): string {
  const months = Map.groupBy(calendar.days, (day) => day.date.slice(0, 7));
  return [
    `${calendar.name} ${calendar.year} 年 AQI 日历${calendar.sample ? colors.yellow('〔示例数据〕') : ''}`,
    colors.dim(`  ${calendar.standards.join('；')}`),
    '',
    `  ${pad('', 4, 'left')}${Array.from({ length: 31 }, (_, index) => pad(String(index + 1), WIDTH, 'right')).join('')}`,
    ...[...months].map(([month, days]) => `  ${pad(`${Number(month.slice(5))}月`, 4, 'right')}${days.map((day) => dayCell(day)).join('')}`),
    '',
    `  ${AQI_CATEGORIES.map((category) => `${painted(category.level, ` ${category.name} `)} ${calendar.days.filter((day) => day.counted && day.level === category.level).length} 天`).join('　')}`,
    `  ${dayCountText.uncounted(calendar.days.filter((day) => day.count === 'incomplete').length)}　· 无数据　${tooFewWords(calendar)}* 扣沙日 ${dustCount(calendar)}`,
    ...(calendar.days.some((day) => day.dust) ? [`  ${dustDaysText(calendar.dustDays)}。`] : []),
    ...eventLines(calendar),
    ...(calendar.gaps.length === 0
      ? []
      : [`  缺数据：${calendar.gaps.map(({ from, to, days }) => (days === 1 ? from : `${from} 至 ${to}（${days} 天）`)).join('，')}`]),
  ].join('\n');
}

/** Only where there are any. */
function tooFewWords({ tallies }: MonitoringCalendar): string {
  const days = tallies[0]?.tooFew ?? 0;
  return days === 0 ? '' : `少 有效点位不足 ${days} 天　`;
}

const dustCount = ({ days }: MonitoringCalendar): string =>
  dustDayCount(days.filter(({ dust }) => dust).length, days.filter(({ count, dust }) => dust && count === 'dust').length);

/** 沙尘 has a mark of its own. */
const others = ({ events = [] }: CalendarDay): NonNullable<CalendarDay['events']> => events.filter(({ kind }) => kind !== 'dust');

function eventLines({ days }: MonitoringCalendar): string[] {
  const touched = days.filter((day) => others(day).length > 0);
  const told = new Set(touched.flatMap((day) => dayEventsText(others(day)).split('；')));
  return touched.length === 0 ? [] : [`  + ${[...told].join('；')}（共 ${touched.length} 天）。`];
}

const WIDTH = 5;

function dayCell(day: CalendarDay): string {
  const text = day.status === 'none' ? (lacksStations(day.stations) ? '少' : '·') : day.status === 'na' ? 'NA' : String(day.aqi ?? '>300');
  const cell = pad(`${day.dust ? '*' : others(day).length > 0 ? '+' : ''}${text}`, WIDTH - 1, 'right');
  return ` ${day.counted && day.level !== null ? painted(day.level, cell) : colors.dim(cell)}`;
}

/** Light levels carry dark letters. */
const LAST_LIGHT_LEVEL = 3;

function painted(level: number, text: string): string {
  const rgb = AQI_CATEGORIES.find((category) => category.level === level)?.rgb;
  if (!colors.isColorSupported || rgb === undefined) return text;
  return `\u001B[48;2;${rgb.join(';')}m\u001B[${level <= LAST_LIGHT_LEVEL ? 30 : 97}m${text}\u001B[0m`;
}
