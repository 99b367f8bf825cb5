import colors from 'picocolors';
import type { MonitoringDayDetail } from '../../../../shared/contract/monitoring.ts';
import { POLLUTANTS } from '../../../../shared/domain/air/standards/pollutants.ts';
import { tooFewText } from '../../../../shared/text/area-text.ts';
import { dustDaysText, dustDayText } from '../../../../shared/text/dust-text.ts';
import { dayEventsText } from '../../../../shared/text/event-text.ts';
import { dayCountText, daySourceText, pollutantSign, pollutantsText } from '../../../../shared/text/monitoring-text.ts';
import { publishedDayText, publishedText } from '../../../../shared/text/published-text.ts';
import { heading, textTable } from '../terminal/table.ts';

/** air day: AQI, the calculation of each IAQI, hours, and the cell of every value. */
export function dayText(detail: MonitoringDayDetail): string {
  const { day } = detail;
  return [
    `${detail.name} ${detail.date}　${colors.bold(verdict(day))}　首要污染物 ${pollutantsText(day.primary)}`,
    colors.dim(
      `  ${day.standard}${day.source === null ? '' : `；数据来自${daySourceText(day.source)}`}${detail.stations.length === 0 ? '' : `；站点 ${detail.stations.join('、')}`}${day.dust ? `；${dustDayText(day, detail.dustDays.used)}` : ''}`,
    ),
    colors.dim(`  ${dayCountText.why(day)}`),
    ...(day.events === undefined ? [] : [colors.dim(`  ${dayEventsText(day.events, day.dust ? null : day.measured)}。`)]),
    ...(day.dust && detail.dustDays.used !== detail.dustDays.ofWork ? [colors.dim(`  ${dustDaysText(detail.dustDays)}。`)] : []),
    heading('分指数'),
    textTable(
      [
        { title: '项目', cell: (step) => pollutantSign(step.pollutant) },
        { title: '浓度', align: 'right', cell: (step) => step.exact ?? '—' },
        { title: '修约', align: 'right', cell: (step) => step.rounded ?? '—' },
        { title: '计算', max: 70, cell: calculation },
        { title: '分指数', align: 'right', cell: (step) => (step.iaqi === null ? (STATES[step.state] ?? '') : String(step.iaqi)) },
        { title: '有效小时', align: 'right', cell: (step) => (step.validHours === null ? '—' : String(step.validHours)) },
        { title: '依据', cell: (step) => step.clause },
      ],
      detail.steps,
    ),
    ...(detail.ozoneOneHour === null ? [] : [`  O3 日最大1小时平均 ${detail.ozoneOneHour}`]),
    ...(detail.hours.length === 0 ? [] : [heading('小时值'), hoursTable(detail)]),
    ...(detail.published.length === 0
      ? []
      : [
          heading(publishedText.title),
          ...detail.published.map((said) => `  ${publishedDayText(said, pollutantsText)}`),
          colors.dim(`  ${publishedText.hint}`),
        ]),
    heading('数据出处'),
    ...(detail.sources.length === 0
      ? ['  没有数据']
      : detail.sources.map(
          (source) =>
            `  ${pollutantSign(source.field)}　${source.file}　${colors.cyan(`${source.sheet}!${source.cell}`)}${source.station === '' ? '' : `　${source.station}`}${colors.dim(`　${source.importedAt} 导入`)}`,
        )),
  ].join('\n');
}

const STATES: Readonly<Record<string, string>> = { missing: 'NA', unmonitored: '/', beyond: '超出', present: '' };

function verdict(day: MonitoringDayDetail['day']): string {
  if (day.status === 'none') return tooFewText(day.stations) ?? '没有数据';
  if (day.status === 'na') return `AQI NA（缺 ${pollutantsText(day.missing)}，其余各项 ${day.partialAqi ?? '—'}）`;
  return `AQI ${day.aqi ?? '大于 300'}　${day.category ?? ''}${day.counted ? '' : '（不计入天数）'}`;
}

/** (100−50)÷(60−35)×(48−35)+50 = 76 → 76: formula (1) with the numbers put in. */
function calculation(step: MonitoringDayDetail['steps'][number]): string {
  const { low, high, iaqiLow, iaqiHigh, rounded, iaqiExact, iaqi } = step;
  if (low === null || high === null || rounded === null) return '';
  return `(${iaqiHigh}−${iaqiLow})÷(${high}−${low})×(${rounded}−${low})+${iaqiLow} = ${shortened(iaqiExact ?? '')} → ${iaqi}`;
}

/** For the eye; the exact one is in --json. */
const shortened = (text: string): string => (text.includes('.') && text.length > 9 ? `${text.slice(0, 8)}…` : text);

const hoursTable = (detail: MonitoringDayDetail): string =>
  textTable(
    [
      { title: '时段', cell: (hour) => `${String(hour.hour - 1).padStart(2, '0')}—${String(hour.hour).padStart(2, '0')}` },
      ...POLLUTANTS.map((pollutant) => ({
        title: pollutantSign(pollutant),
        align: 'right' as const,
        cell: (hour: MonitoringDayDetail['hours'][number]) => {
          const found = hour.values.find((value) => value.pollutant === pollutant);
          return found?.invalid === true ? '无效' : (found?.value ?? '—');
        },
      })),
      { title: 'O3-8h', align: 'right', cell: (hour) => hour.ozone8h ?? '—' },
      { title: 'AQI', align: 'right', cell: (hour) => (hour.aqi === null ? '—' : String(hour.aqi)) },
      { title: '首要污染物', cell: (hour) => pollutantsText(hour.primary) },
    ],
    detail.hours,
  );
