/** A piece of a text; `whole` pieces are not divided at a line end. */
export interface TextPart {
  readonly text: string;
  readonly whole: boolean;
}

/**
 * What a careful typist keeps on one line: a number with its unit, a span of years, a document number, and each name of a list of units.
 * Pieces wider than `room` (in em, the width of one hanzi) stay divisible.
 */
export function unbreakableParts(text: string, room: number): TextPart[] {
  if (text === '') return [];
  if (room <= 0) return [{ text, whole: false }];
  if (isNameList(text, room)) return text.split(/(?<=[、\n])/u).map((name) => ({ text: name, whole: !name.endsWith('\n') }));
  const stacked = text.replace(/^([≤≥]?-?[\d.,]+[%％]?)(（[\d.,]+[%％]?）)$/u, (all, value: string, inner: string) =>
    textWidth(all) > room ? `${value}\n${inner}` : all,
  );
  const parts: TextPart[] = [];
  let last = 0;
  for (const match of stacked.matchAll(NUMBER_WITH_UNIT)) {
    if (textWidth(match[0]) > room) continue;
    if (match.index > last) parts.push({ text: stacked.slice(last, match.index), whole: false });
    parts.push({ text: match[0], whole: true });
    last = match.index + match[0].length;
  }
  if (last < stacked.length) parts.push({ text: stacked.slice(last), whole: false });
  return parts;
}

const UNITS = [
  '微克/立方米',
  '毫克/立方米',
  '蒸吨/小时',
  'μg/m³',
  'μg/m3',
  'mg/m³',
  '万平方米',
  '平方米',
  '立方米',
  '公里',
  '蒸吨',
  '台次',
  '家次',
  '辆次',
  '万辆',
  '万元',
  '亿元',
  '万吨',
  '年度',
  '个百分点',
  '[年月日号家个座辆台组吨项条次分天份万亿元米项处级位]',
  '[%％‰℃㎡]',
].join('|');

const NUMBER = '[≤≥＜＞<>＋+-]?\\d[\\d.,]*';

/** 2024—2027年, 〔2024〕52号, （100）, ≥83.5%, 35蒸吨/小时, HJ 663-2013. */
const NUMBER_WITH_UNIT = new RegExp(
  [
    `〔\\d{4}〕\\d+号`,
    `（${NUMBER}(?:${UNITS})?）`,
    `[A-Z]{2,}(?:/T)? ?\\d+(?:\\.\\d+)?[-—]\\d{4}`,
    `${NUMBER}(?:[—～~-]\\d[\\d.,]*)?(?:${UNITS})?`,
  ].join('|'),
  'gu',
);

/** 区生态环境局、区经济信息委: names only, each short enough to stand on a line. */
function isNameList(text: string, room: number): boolean {
  const names = text.split(/[、\n]/u).filter((name) => name !== '');
  return names.length > 1 && names.every((name) => /^[\p{Script=Han}]{2,9}$/u.test(name) && textWidth(name) + COMMA_INK <= room);
}

/** A closing 、 inks only the left part of its em, so it may stand into the cell's padding. */
const COMMA_INK = 0.5;

/** Width in em: hanzi and full-width signs one, letters and digits about 0.56. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x20_00 ? 1 : 0.56;
  return width;
}
