import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { dailyAqi } from '../../../shared/domain/air/aqi/daily-aqi.ts';
import { shiftDate } from '../../../shared/domain/air/period.ts';
import { standardOf } from '../../../shared/domain/air/standards/evaluation-standard.ts';
import { categoryOf } from '../../../shared/domain/air/standards/levels.ts';
import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import type { DayConcentrations } from '../../../shared/domain/air/types.ts';
import { daysOfYear } from '../../../shared/domain/calendar.ts';
import { fractionOf } from '../../../shared/domain/numbers/fraction.ts';
import { concentrationUnit, pollutantSign, pollutantsText } from '../../../shared/text/monitoring-text.ts';
import { type PlanWords, planWords } from '../../../shared/text/plan-words.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import type { ServiceContext } from '../context.ts';
import type { OutputFolder } from '../files.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { createRandom, seedOf } from './random.ts';
import { sampleAir } from './sample-air.ts';
import { readSampleData, type SampleData } from './sample-data.ts';
import { sampleHours } from './sample-hours.ts';

type Row = readonly (string | number | null)[];

const HOUR_MONTHS = ['07', '08', '09'];
const LEADS = [1, 2, 3];

/**
 * Writes files of monitoring data, dust days and forecasts (示例数据) for trying them out: hours of a summer in agreement with the sample returns,
 * the year before by day in GBK as Excel saves it, a list of dust days, a year of forecasts.
 */
export async function writeMonitoringSamples(
  context: ServiceContext,
  folder: OutputFolder,
  job: JobContext,
): Promise<MethodOutput<'samples.monitoring'>> {
  const { plan } = readWorkPlan(context.work.handle);
  const sample = readSampleData(context.templatesFolder, plan.id);
  const { year } = sample;
  const words = planWords(plan);
  const { writePlainWorkbook } = await import('../../documents/workbook/plain-workbook.ts');
  const { gbkBytes } = await import('../../documents/workbook/gbk-text.ts');
  const createdAt = `${year + 1}-01-02T08:00:00+08:00`;
  const makers: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array])[] = [
    [
      `小时值-${year}年7至9月（示例数据）.xlsx`,
      () => writePlainWorkbook([{ name: '小时值', rows: hourRows(sample, words), frozenRows: 2 }], createdAt),
    ],
    [`日均值-${year - 1}年（示例数据）.csv`, () => gbkBytes(csvText(dailyRows(sample, words)))],
    [
      `扣沙日清单-${year}年（示例数据）.xlsx`,
      () => writePlainWorkbook([{ name: '扣沙日清单', rows: dustRows(sample), frozenRows: 2 }], createdAt),
    ],
    [`预报清单-${year}年（示例数据）.csv`, () => new TextEncoder().encode(`\uFEFF${csvText(forecastRows(sample, words))}`)],
  ];
  const files: MethodOutput<'samples.monitoring'>['files'] = [];
  for (const [index, [file, make]] of makers.entries()) {
    await checkpoint(job);
    job.report(index / makers.length, 'samples');
    await folder.write(file, await make());
    files.push({ file });
  }
  job.report(1, 'samples');
  return { files };
}

const csvText = (rows: readonly Row[]): string => rows.map((row) => row.map((cell) => cell ?? '').join(',')).join('\r\n');

const heads = (pollutants: readonly Pollutant[], ozone: string): string[] =>
  pollutants.map((pollutant) => `${pollutant === 'o3' ? ozone : pollutantSign(pollutant)}（${concentrationUnit(pollutant)}）`);

function hourRows(sample: SampleData, words: PlanWords): Row[] {
  const rows: Row[] = [
    [`${words.district}${words.towns}空气站小时值（${sample.year}年7至9月，示例数据）`],
    [words.towns, '站点', '日期', '小时', ...heads(POLLUTANTS, 'O3')],
  ];
  for (const { town, station, shift } of sample.monitoring.stations) {
    const random = createRandom(seedOf(sample.seed, station));
    for (const [date, daily] of sampleAir(sample, town, daysOfYear(sample.year))) {
      if (!HOUR_MONTHS.includes(date.slice(5, 7))) continue;
      sampleHours(daily, random, shift).forEach((hour, index) =>
        rows.push([town, station, date, index + 1, ...hour.map((value) => (value === null ? null : Number(value)))]),
      );
    }
  }
  return rows;
}

/** The year before: a little dirtier, and other weather. */
function dailyRows(sample: SampleData, words: PlanWords): Row[] {
  const before: SampleData = { ...sample, seed: sample.seed + 1, air: { ...sample.air, baseline: sample.air.baseline * 1.06 } };
  const rows: Row[] = [
    [`${words.district}${words.towns}空气站日均值（${sample.year - 1}年，示例数据）`],
    [words.towns, '日期', ...heads(POLLUTANTS, 'O3日最大8小时')],
  ];
  const digit = createRandom(seedOf(sample.seed, 'hundredths'));
  for (const town of sample.monitoring.dailyTowns) {
    for (const [date, values] of sampleAir(before, town, daysOfYear(sample.year - 1))) {
      rows.push([
        town,
        date,
        ...POLLUTANTS.map((pollutant) => (pollutant === 'co' ? hundredths(values.co, digit) : (values[pollutant] ?? '—'))),
      ]);
    }
  }
  return rows;
}

/** A platform gives CO to two decimals; with one of them it would stand still for weeks. */
const hundredths = (value: string | undefined, digit: () => number): string =>
  value === undefined || !/^\d/.test(value) ? '—' : `${value}${Math.floor(digit() * 10)}`;

const dustRows = ({ year, monitoring }: SampleData): Row[] => [
  [`${year}年扣沙日清单（示例数据）`],
  ['日期', '区域', '备注'],
  ...monitoring.dustDays.map(({ date, area }): Row => [date, area, '浮尘天气影响（示例）']),
];

/** Published at 17:00 for the three days that follow, less exact the further ahead. */
function forecastRows(sample: SampleData, words: PlanWords): Row[] {
  const random = createRandom(seedOf(sample.seed, 'forecast'));
  const rows: Row[] = [
    [`${words.district}空气质量预报（${sample.year}年，示例数据）`],
    ['发布时间', '预报日期', '时效', '预报AQI下限', '预报AQI上限', '预报级别', '预报首要污染物'],
  ];
  for (const [date, values] of sampleAir(sample, sample.monitoring.forecastTown, daysOfYear(sample.year))) {
    const aqi = dailyAqi({ values: concentrationsOf(values), o3OneHour: null }, standardOf(date).aqi, POLLUTANTS);
    for (const lead of LEADS) {
      const [guess, missed] = [Math.max(12, Math.round((aqi.aqi ?? 60) * (1 + (random() - 0.5) * 0.24 * lead))), random() < 0.1];
      const [low, high] = [Math.round(guess * 0.88), Math.round(guess * 1.12)];
      const levels = [...new Set([categoryOf(low).name, categoryOf(high).name])];
      rows.push([
        `${shiftDate(date, -lead)} 17:00`,
        date,
        lead * 24,
        low,
        high,
        levels.join('-'),
        high <= 50 ? '无' : pollutantsText(missed || aqi.primary.length === 0 ? ['pm25'] : aqi.primary),
      ]);
    }
  }
  return rows;
}

/** Text as a clerk types it, '—' where the device was down. */
function concentrationsOf(values: Readonly<Partial<Record<Pollutant, string>>>): DayConcentrations {
  const of = (pollutant: Pollutant): DayConcentrations[Pollutant] =>
    /^\d/.test(values[pollutant] ?? '') ? fractionOf(values[pollutant] ?? '0') : null;
  return { so2: of('so2'), no2: of('no2'), co: of('co'), o3: of('o3'), pm10: of('pm10'), pm25: of('pm25') };
}
