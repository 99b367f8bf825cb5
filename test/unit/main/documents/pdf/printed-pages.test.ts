import { describe, expect, it } from 'vitest';
import { mm } from '../../../../../main/documents/pdf/geometry.ts';
import { printTablePdf } from '../../../../../main/documents/pdf/print-table.ts';
import type { OfficialTable } from '../../../../../shared/domain/documents/official-table.ts';
import { annexOfManyPages, annexRow, annexSection, annexTable, printingFonts, turned } from '../../../../support/printed-tables.ts';
import { type PdfPage, readPdf, textOf } from '../../../../support/pdf-text.ts';

const fonts = printingFonts();
const squeezed = (text: string): string => text.replaceAll(/\s/gu, '');

async function print(table: OfficialTable) {
  const printed = await printTablePdf(table, fonts);
  return { ...printed, read: readPdf(printed.bytes) };
}

/** Table lines; the page's own frame comes from the picture behind the text. */
const tableLines = (page: PdfPage) =>
  page.lines.filter(
    ([x1, y1, x2, y2]) => [x1, x2].every((x) => x > 1 && x < page.width - 1) && [y1, y2].every((y) => y > 1 && y < page.height - 1),
  );
const extent = (page: PdfPage) => {
  const lines = tableLines(page);
  return {
    left: Math.min(...lines.map(([x]) => x)),
    right: Math.max(...lines.map(([, , x]) => x)),
    top: Math.min(...lines.map(([, y]) => y)),
    bottom: Math.max(...lines.map(([, , , y]) => y)),
  };
};
const cellTexts = (table: OfficialTable): string[] =>
  table.rows.flatMap((row) => (row.kind === 'section' ? [row.text] : row.cells.map((cell) => cell.text)));
const occurrences = (text: string, part: string): number => text.split(part).length - 1;

const FEW = annexTable([
  annexRow('a', ['1', '空气质量目标', '细颗粒物（PM2.5）浓度（微克/立方米）', '≤39', '12.00', '区生态环境局']),
  annexRow('b', ['2', '空气质量目标', '重污染天数比率（%）', '0', '0.00', '区生态环境局']),
  annexRow('c', [
    '3',
    '工业减排',
    '公交和巡游出租车纯电动化占比（%）\n〔其中新增纯电动化占比（%）〕',
    '32（100）',
    '2.00',
    '区交通运输委、区国资委',
  ]),
]);

describe('a printed table', () => {
  it('is PDF 1.4 with PDF/A-1b metadata, language and one embedded font file for each face', async () => {
    const { bytes } = await print(FEW);
    const file = Buffer.from(bytes).toString('latin1');
    expect(file.startsWith('%PDF-1.4')).toBe(true);
    expect(file).toContain('<pdfaid:part>1</pdfaid:part>');
    expect(file).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    expect(file).toMatch(/\/Lang \(zh-CN\)/);
    expect(new Set(file.match(/\/BaseFont \/\w{6}\+[\w-]+/g))).toHaveLength(3);
    expect(file.match(/\/FontFile2 /g)).toHaveLength(3);
  });

  it('has every text in its text layer: label, title, caption, head, cells, notes, page number', async () => {
    const { read, pages } = await print(FEW);
    const text = textOf(read);
    expect(pages).toBe(1);
    expect(read).toHaveLength(1);
    for (const part of [
      '附件1',
      FEW.title,
      FEW.caption.left,
      FEW.caption.right,
      ...FEW.columns.map((column) => column.title),
      ...cellTexts(FEW),
      ...FEW.notes,
      '—1—',
    ])
      expect(text).toContain(squeezed(part));
    expect(occurrences(text, '空气质量目标')).toBe(1);
  });

  it('is the same to the byte when printed again', async () => {
    const [first, second] = [await print(FEW), await print(structuredClone(FEW))];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  it('prints from a font set that went through a structured clone, as into a worker', async () => {
    const cloned = await printTablePdf(FEW, structuredClone(fonts));
    expect(Buffer.from(cloned.bytes).equals(Buffer.from((await print(FEW)).bytes))).toBe(true);
  });

  it('names every official font that a shipped one stands in for', async () => {
    expect((await print(FEW)).substitutions.map((item) => `${item.role} ${item.wanted}`)).toEqual([
      '标题 小标宋',
      '表头 黑体',
      '正文 仿宋',
      '页码 宋体',
    ]);
  });

  it('keeps the type area of GB/T 9704: 28 mm left, 26 mm right, glyphs from 37 mm to 262 mm', async () => {
    const { read } = await print({ ...annexOfManyPages(), label: null, title: '长表' });
    expect(read.length).toBeGreaterThan(4);
    for (const [index, page] of read.entries()) {
      const { left, right, top, bottom } = extent(page);
      expect(left).toBeCloseTo(mm(28), 0);
      expect(right).toBeCloseTo(mm(184), 0);
      expect(bottom).toBeLessThanOrEqual(mm(262) + 0.5);
      if (index > 0) expect(top).toBeCloseTo(mm(37), 0);
    }
  });

  it('sets the page number 7 mm below the type area, odd pages right and even pages left, one character in', async () => {
    const { read } = await print(annexOfManyPages());
    read.forEach((page, index) => {
      const pieces = page.texts.filter((piece) => piece.size === 14);
      const [first, last] = [pieces[0], pieces.at(-1)];
      expect(squeezed(pieces.map((piece) => piece.text).join(''))).toBe(`—${index + 1}—`);
      expect(first?.y).toBeGreaterThan(mm(262 + 7));
      expect(first?.y).toBeLessThan(mm(262 + 7 + 5));
      if (index % 2 === 0) expect((last?.x ?? 0) + 14).toBeCloseTo(mm(184) - 14, -1);
      else expect(first?.x).toBeCloseTo(mm(28) + 14, 0);
    });
  });
});

describe('a table over several pages', () => {
  it.each([
    ['portrait', annexOfManyPages()],
    ['landscape', turned(annexOfManyPages())],
  ])('loses no row and repeats the head on every page (%s)', async (_name, table) => {
    const { read, pages } = await print(table);
    expect(read).toHaveLength(pages);
    const all = textOf(read);
    for (let index = 0; index < 120; index += 1) expect(occurrences(all, `条目${index}甲`)).toBe(1);
    for (const row of table.rows)
      if (row.kind === 'section')
        expect(occurrences(all, squeezed(row.text))).toBe(
          occurrences(table.rows.map((other) => (other.kind === 'section' ? squeezed(other.text) : '')).join('|'), squeezed(row.text)),
        );
    for (const page of read) expect(textOf([page])).toContain('序号类别指标名称2024年目标得分牵头单位');
  });

  it('keeps the rows in their order and ends no page with a section row', async () => {
    const { read } = await print(annexOfManyPages());
    const order = read.flatMap((page) => [...textOf([page]).matchAll(/条目(\d+)甲/gu)].map((match) => Number(match[1])));
    expect(order).toEqual(Array.from({ length: 120 }, (_, index) => index));
    for (const page of read) expect(textOf([page]).replace(/—\d+—$/u, '')).not.toMatch(/推动多污染物减排$/u);
  });

  it('marks a merged category that goes on on the next page with （续）', async () => {
    const table = annexOfManyPages();
    const { read } = await print(table);
    const firstOf = (page: PdfPage): number => Number(/条目(\d+)甲/u.exec(textOf([page]))?.[1]);
    for (const page of read.slice(1)) {
      const first = firstOf(page);
      const sectionBefore = first % 12 === 0;
      const goesOn = !sectionBefore && first % 7 !== 0;
      expect(textOf([page]).includes('（续）')).toBe(goesOn);
    }
  });

  it('keeps the notes together with rows of the table', async () => {
    for (let count = 24; count < 36; count += 1) {
      const rows = Array.from({ length: count }, (_, index) =>
        annexRow(`r${index}`, [String(index + 1), `类${index}`, `条目${index}甲`, '1', '1', '区生态环境局']),
      );
      const { read } = await print(annexTable(rows));
      const last = textOf(read.slice(-1));
      expect(last).toContain('备注：');
      expect(last).toContain(`条目${count - 1}甲`);
      expect(textOf(read)).toContain('2．带“＊”的指标为累计数');
    }
  });

  it('divides a row that is higher than a page instead of cutting it off', async () => {
    const long = Array.from({ length: 260 }, (_, index) => `第${index}段落实责任，`).join('');
    const { read, pages } = await print(
      annexTable([
        annexRow('a', ['1', '类别', '短', '1', '1', '区生态环境局']),
        annexRow('b', ['2', '类别', long, '1', '1', '区生态环境局']),
        annexRow('c', ['3', '类别', '末行', '1', '1', '区生态环境局']),
      ]),
    );
    expect(pages).toBeGreaterThan(1);
    const text = textOf(read);
    for (let index = 0; index < 260; index += 1) expect(text).toContain(`第${index}段落实责任`);
    expect(text).toContain('末行');
    for (const page of read) for (const piece of page.texts.filter((item) => item.size < 14)) expect(piece.y).toBeLessThan(mm(262));
  });

  it('gives room to a merged category whose text is higher than its rows', async () => {
    const label = '餐饮油烟、臭气异味等扰民投诉处置和露天焚烧管控';
    const { read } = await print(
      annexTable([
        annexRow('a', ['1', label, '甲', '1', '1', '区生态环境局']),
        annexRow('b', ['2', '另类', '乙', '1', '1', '区生态环境局']),
      ]),
    );
    const [page] = read;
    if (page === undefined) throw new Error('no page');
    const y = (text: string): number => page.texts.find((piece) => piece.text === text)?.y ?? Number.NaN;
    expect(textOf(read)).toContain(label);
    expect(y('乙') - y('甲')).toBeGreaterThan(30);
  });
});

describe('a landscape table', () => {
  it('turns the page number into the left margin: lower end on odd pages, upper end on even ones', async () => {
    const { read } = await print(turned(annexOfManyPages()));
    read.forEach((page, index) => {
      const number = page.texts.find((piece) => piece.text === `— ${index + 1} —`);
      expect(page.width).toBeGreaterThan(page.height);
      expect(number?.x).toBeLessThan(mm(35));
      if (index % 2 === 0) expect(number?.y).toBeGreaterThan(page.height / 2);
      else expect(number?.y).toBeLessThan(page.height / 2);
    });
  });
});

describe('characters', () => {
  const rare = '喆昇堃珺赟玥垚燊镕瑄祎燚犇骉甯禤翀彧頔奡旻昉瞭㎡³μ';

  it('prints rare characters and 瞭 whatever the role of the font', async () => {
    const { read, missingGlyphs } = await print(
      annexTable([annexSection('s', `一、${rare}`), annexRow('a', ['1', '夜间高空瞭望', rare, '35蒸吨/小时', '1', '瞭望'])], {
        title: `瞭望${rare}`,
      }),
    );
    expect(missingGlyphs).toEqual([]);
    expect(occurrences(textOf(read), rare)).toBe(3);
    expect(textOf(read)).toContain('夜间高空瞭望');
  });

  it('prints 〓 for a character that no font has and reports it with its place', async () => {
    const { read, missingGlyphs } = await print(annexTable([annexRow('a', ['1', '类', '治理𠀀河𠀀段', '1', '1', '区生态环境局'])]));
    expect(textOf(read)).toContain('治理〓河〓段');
    expect(missingGlyphs).toEqual([{ character: '𠀀', place: '1 指标名称' }]);
  });
});

describe('the sample mark', () => {
  it('lies behind the text of every page in an opaque grey', async () => {
    const { read, bytes } = await print({ ...annexOfManyPages(), sample: true });
    for (const page of read) expect(page.texts[0]?.text).toBe('示例数据');
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\/(?:ca|CA) 0/);
  });

  it('is on no page of a table of real data', async () => {
    expect(textOf((await print(FEW)).read)).not.toContain('示例数据');
  });
});
