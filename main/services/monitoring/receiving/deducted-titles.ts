import { type Finding, finding } from '../../../../shared/domain/findings.ts';
import type { MonitoringReading } from '../../../../shared/domain/monitoring/types.ts';
import type { CellSheet, CellWorkbook } from '../../../../shared/domain/tables/packed-cells.ts';

/** 扣沙后, 已扣沙, 剔除沙尘影响后; not 扣沙前后对比, whose columns say it themselves. */
const DEDUCTED = /扣沙尘?后|扣尘后|已扣沙|(?:扣除|剔除)沙尘(?:天气)?(?:影响)?之?后|沙尘(?:天气)?(?:影响)?(?:扣除|剔除)后/u;
const BOTH = /前/u;
const TITLE_ROWS = 5;
const LONGEST_TITLE = 60;

/**
 * The same without the particles of sheets whose title says that dust was taken out of them: what was measured is not in the file. A platform's
 * list of dust days has been told apart before.
 */
export function withoutDeducted(
  file: string,
  workbook: CellWorkbook,
  reading: MonitoringReading,
): { readonly reading: MonitoringReading; readonly findings: readonly Finding[] } {
  const titles = new Map(workbook.sheets.flatMap((sheet) => titleOf(sheet, file)));
  const findings = [...titles].flatMap(([sheet, column]) => {
    const first = [...reading.days, ...reading.hours].find((read) => read.sheet === sheet && hasParticles(read.cells));
    return first === undefined ? [] : [finding('MONITOR_DUST_ALONE', { file, sheet, cell: null }, { column, of: 'title' })];
  });
  if (findings.length === 0) return { reading, findings };
  const days = reading.days.map((day) => {
    if (!titles.has(day.sheet)) return day;
    const invalid = day.invalid.filter((pollutant) => !isParticle(pollutant));
    return { ...day, values: others(day.values), cells: others(day.cells), invalid };
  });
  const hours = reading.hours.map((read) =>
    titles.has(read.sheet) ? { ...read, cells: others(read.cells), hours: { ...read.hours, values: others(read.hours.values) } } : read,
  );
  const says = ({ cells }: { readonly cells: object }): boolean => Object.keys(cells).length > 0;
  return { reading: { ...reading, days: days.filter(says), hours: hours.filter(says) }, findings };
}

function titleOf({ name, cells }: CellSheet, file: string): [string, string][] {
  const texts: string[] = [];
  for (const { row, value } of cells) {
    if (row > TITLE_ROWS) break;
    if (value.type === 'text' && value.text.length <= LONGEST_TITLE) texts.push(value.text);
  }
  const [first = ''] = texts;
  const said = [first, name, file].find((text) => DEDUCTED.test(text) && !BOTH.test(text));
  return said === undefined || texts.some((text) => /扣沙前|扣尘前/u.test(text)) ? [] : [[name, said]];
}

const isParticle = (field: string): boolean => field === 'pm25' || field === 'pm10';

const hasParticles = (cells: Readonly<Partial<Record<string, string>>>): boolean =>
  cells['pm25'] !== undefined || cells['pm10'] !== undefined;

function others<Value extends object>(of: Value): Value {
  const { pm25: _fine, pm10: _coarse, ...rest } = of as Value & { readonly pm25?: unknown; readonly pm10?: unknown };
  return rest as unknown as Value;
}
