import { MONITORING_EDITION } from './edition.ts';
import type { Notices } from './notices.ts';
import type { TablePlan } from './plan-table.ts';
import { headerText } from './pollutant-text.ts';
import { hourText, readHour } from './stamps.ts';
import { sourceKey } from './source-key.ts';
import { ofValue } from './remembered-value.ts';
import type { RawValue } from '../tables/raw-workbook.ts';
import type { HourStamp, MonitoringOptions } from './types.ts';

/**
 * Whether labels name the end of their hour or its start (小时标注), one meaning for all tables of a file because a platform writes all of them
 * alike. A 24, a span (0-1时) or a first stamp of 01:00 with a last one of 00:00 proves the end; headers may say either. Labels from 0 to 23
 * prove nothing and are ends of hours, as the national network writes them (16时 is 15:00–16:00), unless the option says otherwise, or somebody
 * has said so of an earlier file of the same source.
 */
export function hourStampOf(plans: readonly TablePlan[], options: MonitoringOptions, notices: Notices): HourStamp {
  const hourly = plans.filter((plan) => plan.hourly);
  const [first] = hourly;
  if (first === undefined) return 'start';
  const say = (stamp: HourStamp): HourStamp => {
    notices.say('MONITOR_HOUR_STAMP', first.grid.name, first.keys.hour?.address ?? first.keys.date?.address ?? null, { stamp });
    return stamp;
  };
  const former = (options.edition ?? MONITORING_EDITION) < 2;
  if (hourly.some(former ? hasHour24 : provesEnd)) return 'end';
  if (options.hourStamp !== 'auto') return options.hourStamp;
  if (former) return say('start');
  const words = hourly.map(headerSays).find((said) => said !== null);
  if (words !== undefined && words !== null) return words;
  const remembered = options.stamps?.[sourceKey({ shape: first.shape, columns: first.columns })];
  if (remembered !== undefined) {
    notices.say('MONITOR_HOUR_STAMP_KEPT', first.grid.name, first.keys.hour?.address ?? first.keys.date?.address ?? null, {
      stamp: remembered,
    });
    return remembered;
  }
  return hourly.some(runsFromOneToMidnight) ? 'end' : say('end');
}

function provesEnd(plan: TablePlan): boolean {
  if (plan.values.some(({ said }) => said.endsHour) || hasHour24(plan)) return true;
  const { hour, date } = plan.keys;
  const ends = ofValue(endsHour);
  return plan.found.rows.some((row) => {
    const value = row.value((hour ?? date)?.column ?? 0);
    if (value === undefined) return false;
    return hour === null ? plan.stampOf(value)?.endsHour === true : ends(value);
  });
}

const endsHour = (value: RawValue): boolean => value.type === 'text' && hourText(value.text)?.endsHour === true;

function hasHour24({ values, keys, found, stampOf }: TablePlan): boolean {
  if (values.some(({ said }) => said.hour === 24)) return true;
  const { hour, date } = keys;
  const hourOf = ofValue(readHour);
  return found.rows.some((row) => {
    const ofHour = hour === null ? undefined : row.value(hour.column);
    const ofDate = hour !== null || date === null ? undefined : row.value(date.column);
    return (ofHour !== undefined && hourOf(ofHour) === 24) || (ofDate !== undefined && stampOf(ofDate)?.hour === 24);
  });
}

/** 开始时间, 时段起点; 结束时间, 时段终点. */
function headerSays({ keys, found }: TablePlan): HourStamp | null {
  const text = headerText(`${keys.hour?.title ?? ''} ${keys.date?.title ?? ''} ${found.titles.join(' ')}`);
  const [start, end] = [
    /开始时|起始时|起时|时段起|小时起|hourbegin|starttime/u.test(text),
    /结束时|截止时|终止时|止时|时段止|时段终|小时止|hourend|endtime/u.test(text),
  ];
  if (start === end) return null;
  return start ? 'start' : 'end';
}

/** The first stamp is 01:00 and the last 00:00 of a later day: whole days of ends of hours. */
function runsFromOneToMidnight({ keys, found, stampOf }: TablePlan): boolean {
  const { date, hour } = keys;
  if (date === null || hour !== null) return false;
  let [first, last] = ['', ''];
  for (const row of found.rows) {
    const value = row.value(date.column);
    const stamp = value === undefined ? null : stampOf(value);
    if (stamp === null) continue;
    const at = `${stamp.date} ${String(stamp.hour ?? 0).padStart(2, '0')}`;
    if (first === '' || at < first) first = at;
    if (at > last) last = at;
  }
  return first.endsWith(' 01') && last.endsWith(' 00');
}
