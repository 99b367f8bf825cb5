import { plainText } from './cell-text.ts';
import { type CellIssue, issue } from './reading.ts';
import { isKnownUnit } from './quantity-units.ts';

/** What stands behind the figure of a cell: its unit, and what else the cell says. An issue of severity 错误 leaves the figure unread. */
export interface QuantityRest {
  readonly unit: string;
  readonly issues: readonly CellIssue[];
  readonly refused: CellIssue | null;
}

const BRACKETS = /[([【{〔]([^()[\]【】{}〔〕]*)[)\]】}〕]/gu;
const YEAR_ONLY = /^(?:截至|截止)?(20\d\d)年?(?:度|底|末|年底|全年|12月底|12月31日)?$/u;
const OTHER_YEARS = /去年|上年|往年|历年|前年|结转/u;
const VAGUE_REMARK = /约|左右|大概|大致|估|预计|暂|以上|以下|以内|不足|接近|计划|目标|尚未|未核/u;
/** Words that say themselves that the figures behind them are other ones. */
const PARTS = /^(?:其中|含|包括|包含|不含|不包括|注|详见|见附|另|附)/u;
const DONE_WORDS = /(?:已|均|全部|整|完成|达标|验收)+$/u;

/** `behind` in plain signs; `year` is the one reported on, 0 where none is. */
export function quantityRest(behind: string, year: number): QuantityRest {
  const inside: string[] = [];
  const outside = behind.replaceAll(BRACKETS, (_, inner: string) => {
    inside.push(inner.trim());
    return '';
  });
  const [own = '', tail] = splitTail(outside.trim());
  const done = own === '' ? null : DONE_WORDS.exec(own);
  const unit = done === null ? own : own.slice(0, done.index);
  const remarks = [...(done === null ? [] : [done[0]]), ...inside, ...(tail === undefined ? [] : [tail])].filter((text) => text !== '');
  const units = remarks.filter((remark) => isKnownUnit(remark));
  const others = remarks.filter((remark) => !units.includes(remark)).map((remark) => judgeRemark(remark, year));
  return {
    unit: [unit, ...units.filter((one) => one !== unit)].join(''),
    issues: others.flatMap(({ said }) => said ?? []),
    refused: others.find(({ refused }) => refused !== null)?.refused ?? null,
  };
}

function splitTail(text: string): readonly string[] {
  const at = text.search(/[,;。、]/u);
  return at <= 0 ? [text] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

interface JudgedRemark {
  readonly said: CellIssue | null;
  readonly refused: CellIssue | null;
}

function judgeRemark(remark: string, year: number): JudgedRemark {
  const [, own] = YEAR_ONLY.exec(remark) ?? [];
  if (own !== undefined) return Number(own) === year ? { said: null, refused: null } : refuse(otherYear(own, year));
  const named = [...remark.matchAll(/20\d\d(?=年)/gu)].map(([found]) => found).find((found) => Number(found) !== year);
  if (named !== undefined || OTHER_YEARS.test(remark)) return refuse(otherYear(named ?? remark, year));
  if (VAGUE_REMARK.test(remark)) return refuse(issue('NUMBER_VAGUE', { text: remark }));
  if (/\d/u.test(remark) && !PARTS.test(remark)) return refuse(issue('NUMBER_UNREADABLE', { reason: 'several' }));
  return { said: issue('NUMBER_REST', { rest: plainText(remark) }), refused: null };
}

const refuse = (refused: CellIssue): JudgedRemark => ({ said: null, refused });

export const otherYear = (found: string, year: number): CellIssue => issue('NUMBER_OTHER_YEAR', { found, year });
