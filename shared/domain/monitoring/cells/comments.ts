import { plainText } from '../../returns/cell-text.ts';
import type { Grid } from '../grid.ts';
import { headerText } from '../pollutant-text.ts';

/** A comment (批注) that bears on a value, and whether the value stands beside it. */
export interface Commented {
  readonly text: string;
  /** It says that the value is none, or another one: nobody but a person can tell which counts. */
  readonly held: boolean;
}

/** Comments of a sheet as they are asked for cell by cell; those that nobody asked for are left over. */
export interface CommentReader {
  /** Null where the sheet has none, which nearly all have not. */
  of(key: number): Commented | null;
  leftOver(): readonly { readonly key: number; readonly text: string }[];
}

const SILENT: CommentReader = { of: () => null, leftOver: () => [] };

export function commentReader({ comments }: Pick<Grid, 'comments'>): CommentReader {
  if (comments.size === 0) return SILENT;
  const asked = new Set<number>();
  return {
    of: (key) => {
      const text = comments.get(key);
      if (text === undefined) return null;
      asked.add(key);
      return { text: shownComment(text), held: speaksAgainst(text) };
    },
    leftOver: () => [...comments].flatMap(([key, text]) => (asked.has(key) ? [] : [{ key, text: shownComment(text) }])),
  };
}

/** In one line, as far as it helps to find it. */
const shownComment = (text: string): string => {
  const plain = plainText(text.replaceAll(/\s+/gu, ' '));
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain;
};

const LONGEST = 80;

const AGAINST =
  /无效|作废|更正|改正|订正|修正|故障|异常|有误|错误|错填|误填|填错|应为|实为|改为|应是|不参与|不参加|不纳入|不计入|剔除|停电|断电|停机|停运|离线|掉线|断网|校准|校零|标定|检修|维修|维护|存疑|待核|待定|疑似|替代|插补|估算|推算|不足|缺测/u;
const SOUND = /无异常|无故障|无误|没有错误|不是异常|非异常|数据有效|值有效/gu;
/** Figures that are none of the value: days, times, the names of pollutants and standards, percentages of nothing. */
const OTHER_FIGURES =
  /pm_?2[._·]?5|pm_?10|so_?2|no_?2|o_?3(?:_?(?:8|1)h)?|20\d\d[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?|\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号]|\d{1,2}[:时点](?:\d{2}(?::\d{2})?)?分?|(?:gb|hj)\/?t?\d+(?:\.\d+)?(?:-\d{4})?/gu;

/** A word that takes the value back, or a figure that could stand in its place. */
function speaksAgainst(comment: string): boolean {
  const text = headerText(comment).replaceAll(SOUND, '');
  return AGAINST.test(text) || /\d/.test(text.replaceAll(OTHER_FIGURES, ''));
}
