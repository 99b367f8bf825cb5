import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files as monitoring systems give them, marked as examples: a daily table of two towns, hours of one station, dust days, forecasts. */
export function writeMonitoringFiles(folder: string): {
  readonly daily: string;
  readonly hourly: string;
  readonly dust: string;
  readonly forecast: string;
} {
  const write = (name: string, rows: readonly (readonly (string | number)[])[]): string => {
    const path = join(folder, name);
    writeFileSync(path, `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);
    return path;
  };
  return {
    daily: write('镇街日均值.csv', dailyRows()),
    hourly: write('小时值.csv', hourlyRows()),
    dust: write('扣沙日清单.csv', DUST),
    forecast: write('预报表.csv', forecastRows()),
  };
}

const MARK = [['示例数据']];
const POLLUTANTS = ['PM2.5(μg/m³)', 'PM10(μg/m³)', 'SO2(μg/m³)', 'NO2(μg/m³)', 'CO(mg/m³)', 'O3(μg/m³)'];
const TOWNS = ['钓鱼城街道', '盐井街道'];
const YEARS = [2023, 2024];
const DAY_MS = 86_400_000;

/** Every day of two years; five days of May 2023 are left out, and one day has no CO. */
function dailyRows(): (string | number)[][] {
  const rows: (string | number)[][] = [...MARK, ['镇街', '日期', ...POLLUTANTS]];
  for (const [place, town] of TOWNS.entries()) {
    for (const year of YEARS) {
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += DAY_MS) {
        const date = new Date(at).toISOString().slice(0, 10);
        if (date < '2023-05-06' || date > '2023-05-10')
          rows.push([town, date, ...dayValues(at / DAY_MS, place, year === 2023 ? 6 : 0, date === '2024-06-15')]);
      }
    }
  }
  return rows;
}

/** High in winter, ozone in summer, with some bad days; the same for everybody who runs it. */
function dayValues(day: number, place: number, more: number, withoutCarbonMonoxide: boolean): (string | number)[] {
  const winter = Math.cos(((day % 365.25) / 365.25) * 2 * Math.PI);
  const swing = ((day * 37 + place * 11) % 29) - 14;
  const heavy = (day * 13 + place) % 97 === 0 ? 130 : 0;
  const pm25 = Math.max(6, Math.round(34 + 22 * winter + swing + more + heavy));
  const ozone = Math.max(20, Math.round(105 - 65 * winter + swing * 2));
  return [
    pm25,
    Math.round(pm25 * 1.5),
    6 + ((day + place) % 6),
    Math.round(22 + 8 * winter) + (day % 3),
    withoutCarbonMonoxide ? '' : (0.6 + (day % 5) / 10).toFixed(1),
    ozone,
  ];
}

/** Three days of one station. */
function hourlyRows(): (string | number)[][] {
  const rows: (string | number)[][] = [...MARK, ['镇街', '站点', '时间', ...POLLUTANTS]];
  for (let hour = 0; hour < 72; hour += 1) {
    const time = new Date(Date.UTC(2024, 6, 10, hour)).toISOString().slice(0, 16).replace('T', ' ');
    const sun = Math.max(0, Math.sin((((hour % 24) - 6) / 12) * Math.PI));
    rows.push([
      '钓鱼城街道',
      '钓鱼城站',
      time,
      hour === 30 ? '' : 30 + (hour % 24),
      60 + (hour % 24),
      6 + (hour % 5),
      20 + (hour % 7),
      0.6 + (hour % 3) / 10,
      Math.round(60 + 140 * sun),
    ]);
  }
  return rows;
}

const DUST = [...MARK, ['日期', '范围', '备注'], ['2024-03-12', '全区', '北方沙尘过境'], ['2024-04-15', '钓鱼城街道', '北方沙尘过境']];

function forecastRows(): (string | number)[][] {
  const rows: (string | number)[][] = [...MARK, ['发布时间', '预报日期', 'AQI下限', 'AQI上限', '级别', '首要污染物']];
  for (let day = 2; day <= 31; day += 1) {
    const date = (of: number): string => `2024-07-${String(of).padStart(2, '0')}`;
    const low = 70 + ((day * 7) % 40);
    rows.push([`${date(day - 1)} 17:00`, date(day), low, low + 30, low > 100 ? '轻度污染' : low + 30 > 100 ? '良至轻度污染' : '良', 'O3']);
  }
  return rows;
}
