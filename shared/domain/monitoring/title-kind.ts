import type { FoundTable } from './find-tables.ts';
import { headerText } from './pollutant-text.ts';
import type { HeadedColumn } from './table-columns.ts';
import type { Field } from './types.ts';

const MEASURED = /日均|日值|小时|实测|实况|监测数据|日报|时报/u;
const OTHER = /预报|预测|情景|模拟|规划值|目标|(?:月|季|年)均|累计|上年|去年|同期/u;

/** A forecast and another year's values are so many days (预测日均值); a note (注：…) and a comparison (与上年同期对比) do not say it of the values. */
const FORECAST = /预报|预测|未来(?:\d+|[一二两三四五六七几])[天日]/u;
const MEASURED_TOO = /实测|实况|监测数据|日报|时报/u;
const OTHER_YEAR = /(?<![与同和较比及])(?:去年|上年)同[期日](?!.*(?:比|较|变化))/u;
const LONGER = /[周旬]平?均/u;
const OF_DAYS = /日均|日值|逐日|每日|小时|日报|时报/u;
const NOTE = /[:：]|^(?:备?注|说明)/u;

function saysOther(text: string): boolean {
  const plain = headerText(text);
  if (text.length > LONGEST_TITLE || NOTE.test(plain)) return false;
  if (FORECAST.test(plain) && !MEASURED_TOO.test(plain)) return true;
  return OTHER_YEAR.test(plain) || (LONGER.test(plain) && !OF_DAYS.test(plain));
}

/** What stands around a table. */
interface Around {
  readonly sheet: string;
  /** Without its ending; null where it is not to be asked. */
  readonly file: string | null;
  /** Rules of reading: before the fifth any word of measuring outdid what else was said, and the file was not asked. */
  readonly edition: number;
}

/** The title, or name of the sheet or file, that says of a table's values that they are no measured ones of days or hours; null for none. */
export function otherThanMeasured({ titles }: Pick<FoundTable, 'titles'>, { sheet, file, edition }: Around): string | null {
  const lines = [...titles, sheet].filter((text) => text.length <= LONGEST_TITLE);
  const said = edition < 5 ? undefined : lines.find(saysOther);
  if (said !== undefined) return said;
  if (lines.some((text) => MEASURED.test(headerText(text)))) return null;
  const other = lines.find((text) => OTHER.test(headerText(text))) ?? null;
  return other ?? (edition >= 5 && file !== null && saysOther(file) ? file : null);
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
