import type { Content, ContentText } from 'pdfmake/interfaces.js';
import type { OfficialTable } from '../../../shared/domain/documents/official-table.ts';
import { type PageGeometry, SIZE } from './geometry.ts';
import type { TableMaker } from './table-body.ts';
import { textWidth } from './unbreakable.ts';

/** What stands above the table: 附件 label at the first line (GB/T 9704-2012 7.3.7), title centred below it, subtitles, the caption line. */
export function aboveTable(table: OfficialTable, geometry: PageGeometry, maker: TableMaker): Content[] {
  const { titlePitchPt, bodyPitchPt } = table.page;
  const label: Content[] =
    table.label === null ? [] : [{ ...maker.text(table.label, 'heading', SIZE.third, '附件号'), lineHeight: bodyPitchPt / SIZE.third }];
  const lines = titleLines(table.title, geometry.contentWidth / SIZE.second).join('\n');
  const title: Content = {
    ...maker.text(lines, 'title', SIZE.second, '标题'),
    alignment: 'center',
    lineHeight: titlePitchPt / SIZE.second,
    margin: [0, 4, 0, 4],
  };
  const subtitles = table.subtitles.map((subtitle): Content => ({
    ...maker.text(subtitle, 'body', SIZE.third, '副标题'),
    alignment: 'center',
    lineHeight: titlePitchPt / SIZE.third,
  }));
  const { left, right } = table.caption;
  const caption: Content[] =
    left === '' && right === ''
      ? []
      : [
          {
            columns: [
              { ...maker.text(left, 'body', SIZE.fourthSmall, '表头说明') },
              { ...maker.text(right, 'body', SIZE.fourthSmall, '表头说明'), alignment: 'right' },
            ],
            margin: [0, 2, 0, 2],
          },
        ];
  return [...label, title, ...subtitles, ...caption];
}

const NOTES_GAP = 6;
const NOTE_HEAD = /^备注：/u;

/** 备注 under the table: the word stands once, the numbered notes below each other beside it. */
export function belowTable(table: OfficialTable, maker: TableMaker): Content[] {
  const [first] = table.notes;
  if (first === undefined) return [];
  const note = (text: string): ContentText => ({ ...maker.text(text, 'body', SIZE.fifth, '备注'), margin: [0, 0, 0, 2] });
  if (!NOTE_HEAD.test(first))
    return table.notes.map((text, index): Content => ({ ...note(text), margin: [0, index === 0 ? NOTES_GAP : 0, 0, 2] }));
  return [
    {
      columns: [
        { ...note('备注：'), width: 3 * SIZE.fifth },
        { stack: table.notes.map((text) => note(text.replace(NOTE_HEAD, ''))), width: '*' },
      ],
      margin: [0, NOTES_GAP, 0, 0],
    },
  ];
}

/**
 * 标题回行: a title longer than a line is divided into lines of about equal length where the sense allows it (GB/T 9704-2012 7.3.1), never inside
 * a number or a date. A line end of the title's own stays.
 */
export function titleLines(title: string, room: number): string[] {
  return title.split('\n').flatMap((line) => divide(line, room));
}

function divide(line: string, room: number): string[] {
  const count = Math.ceil(textWidth(line) / room);
  if (count < 2) return [line];
  const characters = [...line];
  const target = characters.length / count;
  const places = characters
    .map((_, index) => index)
    .filter(
      (index) =>
        index > 1 &&
        index < characters.length - 1 &&
        mayDivide(characters, index) &&
        textWidth(characters.slice(0, index).join('')) <= room,
    );
  const cost = (index: number): number => Math.abs(index - target) - (isSenseBreak(characters, index) ? 3 : 0);
  const at = places.toSorted((left, right) => cost(left) - cost(right))[0] ?? Math.floor(room);
  return [characters.slice(0, at).join(''), ...(at < characters.length ? divide(characters.slice(at).join(''), room) : [])];
}

const WORDY = /[0-9A-Za-z.—〔〕]/u;

function mayDivide(characters: readonly string[], index: number): boolean {
  const [before = '', after = ''] = [characters[index - 1], characters[index]];
  if (WORDY.test(before)) return false;
  return !/[，。、；：）》”’〕％%年月日—]/u.test(after) && !/[（《“‘〔第]/u.test(before);
}

/** After 的 or 、, after a date, before a number or an opening bracket. */
function isSenseBreak(characters: readonly string[], index: number): boolean {
  return /[的、年月日]/u.test(characters[index - 1] ?? '') || /[\d（《“]/u.test(characters[index] ?? '');
}
