import { type HostileFile, times } from './hostile-file.ts';

const HEAD = '镇街,日期,小时,PM2.5,PM10,SO2,NO2,CO,O3';

const csv = (head: string, count: number, row: (index: number) => string): Buffer =>
  Buffer.from(`${head}\n${Array.from({ length: count }, (_, index) => row(index)).join('\n')}\n`);

const two = (number: number): string => String(number).padStart(2, '0');
const hourOf = (index: number): string => `2025-${two((index % 12) + 1)}-${two((index % 28) + 1)},${(index % 24) + 1}`;

/** Tables of monitoring data as far as their heads tell, of which every row is one more trouble: none may cost what a year of hours does not. */
export const MONITORING_TABLES: readonly HostileFile[] = [
  {
    kind: 'hours: 270,000 rows of towns that nobody knows, each another',
    name: '无此镇.csv',
    make: (weight) => csv(HEAD, times(270_000, weight), (index) => `第${index}号镇,${hourOf(index)},35,50,8,30,0.7,100`),
  },
  {
    kind: 'hours: 270,000 rows of figures that are none, each another',
    name: '非数.csv',
    make: (weight) =>
      csv(
        HEAD,
        times(270_000, weight),
        (index) => `合阳城街道,${hourOf(index)},约${index},偏高${index},${index}?,${index}mg,见表${index},无${index}`,
      ),
  },
  {
    kind: 'hours: one hour 270,000 times, each time with another figure',
    name: '同一小时.csv',
    make: (weight) => csv(HEAD, times(270_000, weight), (index) => `合阳城街道,2025-03-01,1,${index % 400},50,8,30,0.7,100`),
  },
  {
    kind: 'hours: 270,000 rows of dates that no calendar has',
    name: '无此日.csv',
    make: (weight) => csv(HEAD, times(270_000, weight), (index) => `合阳城街道,2025-13-${index},${index},35,50,8,30,0.7,100`),
  },
  {
    kind: 'days: 270,000 of them, of seven hundred years',
    name: '七百年.csv',
    make: (weight) =>
      csv(
        '镇街,日期,PM2.5,PM10,SO2,NO2,CO,O3',
        times(270_000, weight),
        (index) => `合阳城街道,${new Date(Date.UTC(1600, 0, 1) + index * 86_400_000).toISOString().slice(0, 10)},35,50,8,30,0.7,100`,
      ),
  },
  {
    kind: 'dust list: 270,000 days',
    name: '扣沙日清单.csv',
    make: (weight) => csv('扣沙日期,镇街,说明', times(270_000, weight), (index) => `2025-03-${two((index % 31) + 1)},全区,第${index}次`),
  },
  {
    kind: 'CSV: four million different values',
    name: '各异.csv',
    make: (weight) =>
      Buffer.from(
        Array.from({ length: times(400_000, weight) }, (_row, row) =>
          Array.from({ length: 10 }, (_, column) => (row * 10 + column).toString(36)).join(','),
        ).join('\n'),
      ),
  },
];
