import { comparableText } from './cell-text.ts';
import type { LayoutSheet } from './types.ts';

/** Sentences that forms of earlier releases carried (旧版填写说明), without their numbers. */
const FORMER_NOTES: readonly string[] = [
  '空白表示没有报送，会列为缺报；“无”“不涉及”“—”表示本单位没有此项，不参加评分，请在备注中说明理由。',
  '空白表示没有报送，会列为缺报；“无”“不涉及”“—”表示本单位没有此项，不参加评分，请在备注中说明。',
  '数量只填数字，不写单位，不写“约”“左右”“以上”“余”。没有发生或没有新增的填 0。',
  '完成状态从下拉列表中选择：已完成、按序推进、进度滞后、未启动、不涉及。本单位没有此项任务的选“不涉及”，并在备注中说明。',
  '以“└”开头的是本辖区的数量，没有可不填。',
  '以“└”开头的是上一项任务的数量指标，浅黄色单元格须填，灰色不用填。',
  '填写说明',
];

/** Title, notes and headings that a sheet of the form prints, which nobody typed. A sample says so behind its title. */
export function knownLines(layout: LayoutSheet): (text: string) => boolean {
  const headings = layout.rows.filter((row) => row.kind === 'section').map((row) => row.fixed['name'] ?? '');
  const known = new Set([layout.title, ...layout.notes, ...headings, ...FORMER_NOTES].map(lineKey));
  return (text) => known.has(lineKey(text));
}

/** Numbers of notes and the mark of a sample do not tell lines apart. */
const lineKey = (text: string): string => comparableText(text.replace(/^\d+[．.、]\s*/u, '').replace(/　?【示例数据】$/u, ''));
