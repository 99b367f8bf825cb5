import type { RawValue } from '../tables/raw-workbook.ts';
import { plainText, typedText } from '../returns/cell-text.ts';
import type { FoundTable } from './find-tables.ts';
import type { FlagColumn } from './flag-columns.ts';
import type { FlagQuestion, FlagVerdict } from './flag-title.ts';
import { headerText } from './pollutant-text.ts';
import type { HeadedColumn } from './table-columns.ts';

/** A column of remarks (备注) with a word that takes the values beside it back. */
const REMARKS = /^(?:备注|说明|情况说明|备注说明|异常说明|数据说明|质控说明|remarks?|notes?)$/u;
const INVALID = /无效|作废|剔除|不参与|不参加|不纳入|不计入/u;
const SOUND = /无异常|无故障|正常|恢复|有效/u;
const TROUBLE = /故障|异常|停电|断电|停机|停运|离线|掉线|断网|校准|校零|维护|维修|检修|标定|存疑|待核/u;

/** Values that were not measured; asked for since the fifth edition. */
const MADE = /预测|预报|模拟|估算|推算|插补|插值|补值|补录|手工补|替代/u;

/** What a remark says of the values of its row: trouble alone leaves open whether they count, which is asked. */
export function verdictOfRemark(value: RawValue, asks: FlagQuestion): FlagVerdict {
  const text = plainText(typedText(value, false));
  if (INVALID.test(text)) return 'invalid';
  if (asks === 'note' && MADE.test(text)) return 'unknown';
  return TROUBLE.test(text) && !SOUND.test(text) ? 'unknown' : 'valid';
}

/** Those of a table in which a remark speaks of its values. */
export const remarkColumns = (
  columns: readonly HeadedColumn[],
  values: readonly HeadedColumn[],
  { rows }: FoundTable,
  edition: number,
): FlagColumn[] => {
  const asks = edition < 5 ? 'remark' : 'note';
  return columns
    .filter(({ meaning, title }) => meaning === 'known' && REMARKS.test(headerText(title)))
    .filter(({ column }) =>
      rows.some((row) => {
        const value = row.value(column);
        return value?.type === 'text' && verdictOfRemark(value, asks) !== 'valid';
      }),
    )
    .map((remark) => ({ ...remark, asks, covers: values.map(({ column }) => column) }));
};
