import ExcelJS from 'exceljs';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clausesTable } from '../../../../../main/services/scheme-clauses/clauses-table.ts';
import { TEMPLATES, testCore, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { readPdf, textOf } from '../../../../support/pdf-text.ts';

const folder = temporaryFolder();
let made: TestCore;

beforeAll(() => {
  made = testCore(folder);
});
afterAll(() => made.core.close());

const squeezed = (text: string): string => text.replaceAll(/\s/gu, '');
const source = (...names: readonly string[]) => ({ file: made.grant(join(TEMPLATES, 'schemes', ...names)) });

async function printed(from: { file: string }, name: string, format: 'pdf' | 'xlsx') {
  const path = join(folder, name);
  const about = await made.call('schemes.print', { source: from, format, file: made.grant(path) });
  return { about, bytes: readFileSync(path) };
}

describe('a scheme in print', () => {
  it.each([['published', '成都.yml'], ['published', '太原2019.yml'], ['published', '山东.yml'], ['default-2024.yml'], ['ranking-mix.yml']])(
    '%s/%s: every word of the clauses and of the rules is in the PDF, on landscape pages, marked 示范',
    async (...names) => {
      const { about, bytes } = await printed(source(...names), `${names.at(-1)}.pdf`, 'pdf');
      const view = await made.call('schemes.clauses', { source: source(...names) });
      const pages = readPdf(bytes);
      const text = squeezed(textOf(pages));
      const paper = (words: string): string => squeezed(words).replaceAll('₂', '2').replaceAll('₃', '3');
      for (const { text: clause, rules } of view.clauses) {
        expect(text).toContain(paper(clause));
        for (const { text: line } of rules.flatMap(({ lines }) => lines)) expect(text).toContain(paper(line));
      }
      expect(text).toContain(squeezed(view.title));
      expect(text.split('示范').length).toBeGreaterThan(pages.length);
      expect(pages.every(({ width, height }) => width > height)).toBe(true);
      expect(about).toMatchObject({ format: 'pdf', pages: pages.length, sample: true, missingGlyphs: [] });
    },
  );

  it('says of a text that counts 项 that later years count their own', async () => {
    const noteOf = async (...names: readonly string[]) =>
      clausesTable(await made.call('schemes.clauses', { source: source(...names) }), '2025-02-10').notes.join('');
    expect(await noteOf('default-2024.yml')).toContain('原文所写的项数是制定本办法时的');
    expect(await noteOf('ranking-mix.yml')).not.toContain('原文所写的项数');
  });

  it('is a workbook of the same cells', async () => {
    const { bytes } = await printed(source('published', '成都.yml'), '成都.xlsx', 'xlsx');
    const book = new ExcelJS.Workbook();
    // exceljs declares a Buffer of its own.
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    const [sheet] = book.worksheets;
    const rows = [...(sheet?.getSheetValues() ?? [])].map((row) => (Array.isArray(row) ? row.slice(1).map(String) : []));
    expect(rows.map(([first]) => first)).toEqual(expect.arrayContaining(['示范', '成都市区县大气污染防治奖惩办法（试行）（示范方案）']));
    expect(rows.find(([first]) => first === '二')?.slice(1)).toEqual([
      'PM2.5 达到奋斗目标另奖200万元',
      'PM2.5不高于奋斗目标的奖200万元，高于奋斗目标的为0万元',
      'PM2.5（μg/m³）',
      '200万元',
    ]);
  });

  it('tells a long clause once, passage by passage beside its rules', async () => {
    const clause = Array.from({ length: 30 }, (_, index) => `第${index}项，各镇街应当如实报送数据，不得瞒报、漏报；`).join('');
    const path = join(folder, '长.yml');
    const head = 'id: long\ntitle: 长\nkind: scoring\nfrom: 2026\nsource: 乙';
    const rules = 'sum: [{ of: pm25, share: 20, clause: 一 }, { of: pm10, share: 20, clause: 一 }]';
    writeFileSync(path, `${head}\ntext: [{ id: 一, text: ${clause} }]\nrules: { out: points/100, ${rules} }`);
    const view = await made.call('schemes.clauses', { source: { file: made.grant(path) } });
    const rows = clausesTable(view, '2026-01-01T00:00:00+08:00').rows.flatMap((row) =>
      row.kind === 'data' ? [row.cells.map(({ text }) => text)] : [],
    );
    const own = rows.filter(([id]) => id === '一');
    expect(own.map(([, text]) => text).join('')).toBe(clause);
    expect(Math.max(...own.map(([, text = '']) => text.length))).toBeLessThanOrEqual(150);
    expect(own.slice(0, 3).map(([, , rule]) => rule?.slice(0, 7))).toEqual(['PM2.5达到', 'PM10达到目', '']);
  });

  it('is not written under the ending of another format, nor of a file that is no scheme', async () => {
    const path = join(folder, 'x.xlsx');
    const from = source('published', '成都.yml');
    expect(await made.fail('schemes.print', { source: from, format: 'pdf', file: made.grant(path) })).toMatchObject({
      code: 'REPORT_EXTENSION',
    });
    const none = { file: made.grant(join(TEMPLATES, 'documents', 'reports.yml')) };
    expect(await made.fail('schemes.print', { source: none, format: 'xlsx', file: made.grant(path) })).toMatchObject({
      code: 'SCHEME_INVALID',
    });
    expect(existsSync(path)).toBe(false);
  });
});
