import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleLines } from '../../../../../main/documents/pdf/surroundings.ts';
import { textWidth, unbreakableParts } from '../../../../../main/documents/pdf/unbreakable.ts';

const whole = (text: string, room = 12): string[] =>
  unbreakableParts(text, room)
    .filter((part) => part.whole)
    .map((part) => part.text);

describe('what a line end does not divide', () => {
  it.each([
    ['（2024—2027年）', ['2024—2027年']],
    ['按合川府办发〔2024〕52号', ['〔2024〕52号']],
    ['推动65蒸吨/小时及以上', ['65蒸吨/小时']],
    ['浓度≤32微克/立方米', ['≤32微克/立方米']],
    ['面积20万平方米、绿道2.5公里', ['20万平方米', '2.5公里']],
    ['占比不少于50%。', ['50%']],
    ['按HJ 663-2013评价', ['HJ 663-2013']],
    ['没有数字', []],
  ])('%s', (text, expected) => {
    expect(whole(text)).toEqual(expected);
  });

  it('keeps the names of a list of units, each with its 、', () => {
    expect(whole('区生态环境局、区经济信息委', 7)).toEqual(['区生态环境局、', '区经济信息委']);
  });

  it('divides a name list whose names do not fit', () => {
    expect(whole('区规划自然资源局、区国资委', 5)).toEqual([]);
  });

  it('sets a value and its value in brackets below each other where both do not fit on one line', () => {
    expect(
      unbreakableParts('32（100）', 4)
        .map((part) => part.text)
        .join(''),
    ).toBe('32\n（100）');
    expect(
      unbreakableParts('32（100）', 6)
        .map((part) => part.text)
        .join(''),
    ).toBe('32（100）');
  });

  it('loses no character, and keeps nothing whole that is wider than the room', () => {
    const piece = fc.constantFrom(
      '区',
      '生态',
      '、',
      '。',
      '12',
      '.5',
      '—',
      '年',
      '（',
      '）',
      '〔2024〕',
      '号',
      '蒸吨/小时',
      '≤',
      '\n',
      ' ',
      '𠀀',
      'PM2.5',
      '区公安局',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
        fc.integer({ min: 1, max: 20 }),
        (text, room) => {
          const parts = unbreakableParts(text, room);
          expect(
            parts
              .map((part) => part.text)
              .join('')
              .replaceAll('\n', ''),
          ).toBe(text.replaceAll('\n', ''));
          for (const part of parts) if (part.whole) expect(textWidth(part.text.replace(/、$/u, ''))).toBeLessThanOrEqual(room);
        },
      ),
    );
  });
});

describe('lines of a title', () => {
  it('are one where it fits', () => {
    expect(titleLines('空气质量持续改善行动主要指标清单', 20)).toEqual(['空气质量持续改善行动主要指标清单']);
  });

  it('are divided where the sense allows it', () => {
    expect(titleLines('空气质量持续改善行动2024年事项完成情况表', 20)).toEqual(['空气质量持续改善行动', '2024年事项完成情况表']);
  });

  it('keep the line ends of the title', () => {
    expect(titleLines('关于印发行动\n实施方案的通知', 20)).toEqual(['关于印发行动', '实施方案的通知']);
  });

  it('never divide a number, fit the width and lose nothing', () => {
    const piece = fc.constantFrom('空气', '质量', '的', '2024年', '12.5', '（', '）', '、', '行动', '“治气”', '实施');
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 40 }).map((pieces) => pieces.join('')),
        (title) => {
          const lines = titleLines(title, 20);
          expect(lines.join('')).toBe(title);
          expect(lines).not.toContain('');
          for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(21);
          for (const line of lines.slice(1)) expect(line).not.toMatch(/^[）”、年]/u);
        },
      ),
    );
  });
});
