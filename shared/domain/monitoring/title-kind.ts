import type { FoundTable } from './find-tables.ts';
import { headerText } from './pollutant-text.ts';
import type { HeadedColumn } from './table-columns.ts';
import type { Field } from './types.ts';

const MEASURED = /日均|日值|小时|实测|实况|监测数据|日报|时报/u;
const OTHER = /预报|预测|情景|模拟|规划值|目标|(?:月|季|年)均|累计|上年|去年|同期/u;

/** The title, or name of the sheet, that says of a table's values that they are no measured ones of days or hours; null for none. */
export function otherThanMeasured({ titles }: Pick<FoundTable, 'titles'>, sheet: string): string | null {
  const lines = [...titles, sheet].filter((text) => text.length <= LONGEST_TITLE);
  if (lines.some((text) => MEASURED.test(headerText(text)))) return null;
  return lines.find((text) => OTHER.test(headerText(text))) ?? null;
}

const LONGEST_TITLE = 60;

const STANDARD = /标况|标态|标准状[况态]/u;
const REFERENCE = /参比状?态/u;

/** Particles are of the state that the title states for all (标况), and at 参比状态, which is of gases, they are not in the state that counts. */
export function withTitleState<Column extends HeadedColumn & { readonly field: Field | null }>(
  values: readonly Column[],
  { titles }: Pick<FoundTable, 'titles'>,
): readonly Column[] {
  const standard = titles.some((text) => STANDARD.test(headerText(text)) && !/实况|实际状/u.test(headerText(text)));
  return values.map((column) => {
    const particles = column.field === 'pm25' || column.field === 'pm10';
    if (!particles || column.said.state !== null || !(standard || REFERENCE.test(headerText(column.title)))) return column;
    return { ...column, said: { ...column.said, state: 'standard' } };
  });
}
