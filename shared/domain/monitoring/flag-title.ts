import type { Pollutant } from '../air/standards/pollutants.ts';
import { headerText, pollutantText } from './pollutant-text.ts';

/** What the header of a column of marks (标识, 数据有效性, flag) says besides: the pollutant whose values are marked, where it names one. */
export interface FlagTitle {
  readonly pollutant: Pollutant | null;
  readonly average: 1 | 8 | 24 | null;
}

/** What a plain yes in the column means: that the value is valid (是否有效), that it is not (是否异常), nothing that is known (标识), or free words (备注), which are asked for more since the fifth edition. */
export type FlagQuestion = 'valid' | 'invalid' | 'mark' | 'remark' | 'note';

/** What a mark (标识) in a column of its own says of its value. */
export type FlagVerdict = 'valid' | 'invalid' | 'unknown';

/** Null for what only looks like one: 有效天数, 有效率, 设备状态, 站点标识. */
export function flagTitle(text: string): FlagTitle | null {
  const plain = headerText(text);
  return titleOf(plain.replaceAll(/[()[\]{}]/gu, '')) ?? titleOf(plain.replaceAll(/[([{].*?[)\]}]/gu, ''));
}

const KINDS = '(?:标识符?|标记|标志|状态)(?:位|码)?';
const VALIDITY = `是否(?:有效|无效|异常|剔除)|有效性?(?:${KINDS})?|(?:无效|异常|剔除)(?:性|${KINDS})`;
const WORDS = `${VALIDITY}|${KINDS}|flags?|status|(?:is)?(?:in)?valid(?:ity)?`;
const TITLE = new RegExp(`^(.*?)[-_:]*(?:数据|质控|质量|监测|qc|data)*[-_]?(?:${WORDS})$`, 'u');

function titleOf(plain: string): FlagTitle | null {
  const [, rest] = TITLE.exec(plain) ?? [];
  if (rest === undefined) return null;
  if (rest === '') return { pollutant: null, average: null };
  const said = pollutantText(rest);
  return said === null || said.pollutant === null ? null : { pollutant: said.pollutant, average: said.average };
}

export const questionOf = (title: string): FlagQuestion =>
  /无效|异常|剔除|invalid/u.test(headerText(title)) ? 'invalid' : /有效|valid/u.test(headerText(title)) ? 'valid' : 'mark';
