import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../../main/documents/table-reader/read-table.ts';
import { type WorkbookInput, writeReturnWorkbook } from '../../../../../main/documents/workbook/return-workbook.ts';
import { saysNotApplicable, typedText } from '../../../../../shared/domain/returns/cell-text.ts';
import { parseReturn } from '../../../../../shared/domain/returns/parse-return.ts';
import { STATUS_WORDS } from '../../../../../shared/domain/returns/parse-status.ts';
import { isCountUnit } from '../../../../../shared/domain/returns/quantity-units.ts';
import { recogniseReturn } from '../../../../../shared/domain/returns/recognise.ts';
import {
  type AnswerCell,
  type AnswerField,
  isAdopted,
  type ParsedValue,
  type ReturnAnswer,
  type ReturnLayout,
  type TaskStatus,
} from '../../../../../shared/domain/returns/types.ts';
import type { RawWorkbook } from '../../../../../shared/domain/tables/raw-workbook.ts';
import { layoutFor } from '../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { atOnce } from '../../../../support/at-once.ts';

const plan = loadTestPlan();
const layouts = plan.units.map((unit) => layoutFor(plan, unit));
const CREATED = '2024-12-01T08:00:00Z';

function layoutNamed(name: string): ReturnLayout {
  const layout = layouts.find((candidate) => candidate.unitName === name);
  if (layout === undefined) throw new Error(name);
  return layout;
}

async function read(bytes: Uint8Array): Promise<RawWorkbook> {
  const result = await readTable('填报表.xlsx', bytes);
  if (!result.ok) throw new Error(result.code);
  return result.workbook;
}

async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

interface Answer {
  readonly input: WorkbookInput;
  readonly value: ParsedValue;
}

/** What a clerk could put into a cell of that kind, with what must be read from it. */
function answerFor(field: AnswerField, spec: AnswerCell): fc.Arbitrary<Answer | null> {
  const blank = fc.constant(null);
  switch (spec.kind) {
    case 'quantity':
      return fc.oneof(
        { weight: 5, arbitrary: quantity(field, spec) },
        blank,
        fc.constant({ input: { text: '不涉及' }, value: { kind: 'notApplicable' } } satisfies Answer),
      );
    case 'date':
      return fc.oneof(
        blank,
        fc.integer({ min: 0, max: 365 }).map((day): Answer => {
          const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
          return { input: { date }, value: { kind: 'date', value: date } };
        }),
      );
    case 'status':
      return fc.oneof(
        blank,
        fc
          .constantFrom(...(Object.keys(STATUS_WORDS) as TaskStatus[]))
          .map((status): Answer => ({ input: { text: STATUS_WORDS[status] }, value: { kind: 'status', value: status } })),
      );
    case 'text':
      return fc.oneof(
        blank,
        clerkText.map((text): Answer => ({ input: { text }, value: { kind: 'text', value: text } })),
      );
  }
}

function quantity(field: AnswerField, spec: AnswerCell): fc.Arbitrary<Answer> {
  const air = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3'].includes(field);
  const digits = fc
    .tuple(fc.integer({ min: spec.percent ? 2 : 0, max: spec.percent ? 99 : air ? 40 : 9_999_999 }), fc.nat(999))
    .map(([whole, fraction]) =>
      fraction === 0 || isCountUnit(spec.unit ?? '') ? String(whole) : `${whole}.${String(fraction).padStart(3, '0').replace(/0+$/u, '')}`,
    );
  const forms: ((value: string) => WorkbookInput)[] = [
    (value) => ({ number: value }),
    (value) => ({ text: value }),
    (value) => ({ text: `${value}${spec.unit ?? ''}` }),
  ];
  if (spec.percent === true) forms.push((value) => ({ number: value, format: 'percent' }));
  return fc.tuple(digits, fc.constantFrom(...forms)).map(([value, form]) => ({ input: form(value), value: { kind: 'quantity', value } }));
}

const clerkText = fc
  .oneof(
    fc.constantFrom('=1+1', '<b>&"\'', '第一行\n第二行', '_x000D_', '013900001111', '＊注', '📄台账', 'a  b', '@x', '+86 23'),
    fc.string({
      unit: fc.constantFrom('完', '成', '示', '范', '工', '地', '1', '2', '。', '，', ' ', 'A', '%', '<'),
      minLength: 1,
      maxLength: 60,
    }),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '' && !saysNotApplicable(text));

/** Random answers to a layout; of the 366 days only some, so that many layouts can be tried. */
function answersTo(layout: ReturnLayout): fc.Arbitrary<Map<string, Answer>> {
  const cells = layout.sheets.flatMap((sheet) =>
    sheet.rows
      .filter((row, index) => row.kind !== 'day' || index % 37 === 0)
      .flatMap((row) =>
        (Object.entries(row.answers) as [AnswerField, AnswerCell][]).map(
          ([field, spec]) => [`${row.rowId}|${field}`, field, spec] as const,
        ),
      ),
  );
  return fc
    .tuple(...cells.map(([, field, spec]) => answerFor(field, spec)))
    .map((answers) => new Map(answers.flatMap((answer, index) => (answer === null ? [] : [[cells[index]?.[0] ?? '', answer] as const]))));
}

async function expectRoundTrip(layout: ReturnLayout, answers: ReadonlyMap<string, Answer>): Promise<void> {
  const inputs = new Map([...answers].map(([key, answer]) => [key, answer.input]));
  const workbook = await read(await writeReturnWorkbook(layout, { sample: true, createdAt: CREATED, answers: inputs }));
  expect(recogniseReturn(workbook)?.identity).toEqual({
    planId: plan.id,
    planVersion: 'v1',
    year: 2024,
    unitId: layout.unitId,
    layoutId: layout.layoutId,
    sample: true,
  });
  const { answers: parsed, findings } = atOnce(parseReturn(workbook, layout, 'x.xlsx'));
  // On the air sheet 不涉及 is a value that is missing; random particles look like exchanged columns now and then, which are left out whole.
  const swapped = findings.some(({ code }) => code === 'AIR_COLUMNS_SWAPPED');
  const isLeftOut = (key: string, { value }: Answer): boolean =>
    /^\d{4}-/u.test(key) && (value.kind === 'notApplicable' || (swapped && /\|pm(?:25|10)$/u.test(key)));
  const expected = [...answers].filter(([key, answer]) => !isLeftOut(key, answer));
  const given = new Map(parsed.filter(isAdopted).map((answer) => [`${answer.rowId}|${answer.field}`, answer.value]));
  // Random figures contradict each other now and then; a value in a cell with an error is left out, and only such a value.
  const refused = new Set(
    findings
      .filter(({ severity, code }) => severity === 'error' && code !== 'RATE_PART_MISSING' && code !== 'AIR_COLUMNS_SWAPPED')
      .map((found) => `${found.sheet}!${found.cell}`),
  );
  expect(given).toEqual(new Map(expected.filter(([key]) => given.has(key)).map(([key, answer]) => [key, answer.value])));
  // What is held until somebody confirms it is left out too.
  const held = parsed.filter(({ value }) => value.kind === 'held').map(({ sheet, cell }) => `${sheet}!${cell}`);
  const told = new Set(findings.map((found) => `${found.sheet}!${found.cell}`));
  expect(held.filter((place) => !told.has(place))).toEqual([]);
  // So are the figures under a 完成状态 “不涉及”, whose error stands at the status.
  const contradicted = parsed
    .filter(({ value }) => value.kind === 'rejected' && value.value === 'EXEMPTION_WITH_FIGURES')
    .map(({ sheet, cell }) => `${sheet}!${cell}`);
  expect(expected.length - given.size).toBe(new Set([...refused, ...held, ...contradicted]).size);
  for (const answer of parsed.filter(isAdopted)) expectAt(workbook, layout, answer);
}

/** The address leads to a cell that holds what was typed, in the row with the answer's id. */
function expectAt(workbook: RawWorkbook, layout: ReturnLayout, answer: ReturnAnswer): void {
  const sheet = workbook.sheets.find((candidate) => candidate.name === answer.sheet);
  const cell = sheet?.cells.find((candidate) => candidate.address === answer.cell);
  const id = sheet?.cells.find((candidate) => candidate.row === cell?.row && candidate.column === 1);
  const row = layout.sheets
    .find((candidate) => candidate.name === answer.sheet)
    ?.rows.find((candidate) => candidate.rowId === answer.rowId && answer.field in candidate.answers);
  expect(cell === undefined ? null : typedText(cell.value, false)).toBe(answer.raw);
  expect(id === undefined ? null : typedText(id.value, false)).toBe(row?.fixed['id']);
}

describe('a written and returned workbook', () => {
  it('gives every value back from its own cell, for each of the 51 units', async () => {
    for (const [index, layout] of layouts.entries()) {
      const [answers] = fc.sample(answersTo(layout), { numRuns: 1, seed: index });
      if (answers === undefined) throw new Error('no answers');
      await expectRoundTrip(layout, answers);
    }
  });

  it('gives every value back, whatever the answers', async () => {
    const names = layouts.filter((layout) => layout.unitId.startsWith('dept-')).map((layout) => layout.unitName);
    const filled = fc.constantFrom(...names).chain((name) => answersTo(layoutNamed(name)).map((answers) => ({ name, answers })));
    await fc.assert(
      fc.asyncProperty(filled, async ({ name, answers }) => expectRoundTrip(layoutNamed(name), answers)),
      { numRuns: 40 },
    );
  });

  it('untouched has nothing but missing values', async () => {
    for (const name of ['区生态环境局', '区水利局', '高新区管委会']) {
      const layout = layoutNamed(name);
      const { answers, findings } = atOnce(
        parseReturn(await read(await writeReturnWorkbook(layout, { sample: false, createdAt: CREATED })), layout, 'x.xlsx'),
      );
      expect(answers).toEqual([]);
      expect([...new Set(findings.map((found) => found.code))].filter((code) => code !== 'AIR_DAYS_MISSING')).toEqual(['VALUE_MISSING']);
    }
  });
});

describe('the file', () => {
  const layout = layoutNamed('区城市管理局');

  it('is the same, byte for byte, for the same layout, answers and moment', async () => {
    const answers = new Map<string, WorkbookInput>([['A1-16|numerator', { number: '91.5' }]]);
    const [first, second] = [
      await writeReturnWorkbook(layout, { sample: true, createdAt: CREATED, answers }),
      await writeReturnWorkbook(layout, { sample: true, createdAt: CREATED, answers }),
    ];
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it('locks everything but the answers, without a password', async () => {
    const workbook = await open(await writeReturnWorkbook(layout, { sample: false, createdAt: CREATED }));
    for (const content of layout.sheets) {
      const sheet = workbook.getWorksheet(content.name);
      const asked = content.rows.reduce((sum, row) => sum + Object.keys(row.answers).length, 0);
      let unlocked = 0;
      sheet?.eachRow((row) =>
        row.eachCell({ includeEmpty: true }, (cell) => {
          if (cell.protection?.locked === false) unlocked += 1;
        }),
      );
      expect(unlocked).toBe(asked);
      expect((sheet as unknown as { sheetProtection: object }).sheetProtection).toMatchObject({
        sheet: true,
        formatColumns: true,
        formatRows: true,
      });
      expect((sheet as unknown as { sheetProtection: object }).sheetProtection).not.toHaveProperty('hashValue');
    }
  });

  it('checks every answer cell once, with a Chinese message that lets 不涉及 pass where a number is asked', async () => {
    const workbook = await open(await writeReturnWorkbook(layout, { sample: false, createdAt: CREATED }));
    for (const content of layout.sheets) {
      const sheet = workbook.getWorksheet(content.name);
      const asked = content.rows
        .flatMap((row) => Object.values(row.answers))
        .map((answer) => answer.kind)
        .toSorted();
      const model = (sheet as unknown as { dataValidations: { model: Record<string, ExcelJS.DataValidation> } }).dataValidations.model;
      const kinds = { decimal: 'quantity', date: 'date', list: 'status', textLength: 'text' } as const;
      expect(
        Object.values(model)
          .map((validation) => kinds[validation.type as keyof typeof kinds])
          .toSorted(),
      ).toEqual(asked);
      for (const validation of Object.values(model)) {
        expect(validation.error).toMatch(/。|？/u);
        expect(validation.errorStyle).toBe(validation.type === 'list' ? 'stop' : 'warning');
        expect(validation.prompt?.length ?? 0).toBeLessThanOrEqual(255);
      }
    }
  });

  it('prints on A4, one page wide, with its header on every page and page numbers', async () => {
    const workbook = await open(await writeReturnWorkbook(layout, { sample: false, createdAt: CREATED }));
    expect(workbook.getWorksheet('指标填报')?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: expect.stringMatching(/^\$?\d+:\$?\d+$/u),
    });
    expect(workbook.worksheets.slice(0, 3).map((sheet) => sheet.headerFooter.oddFooter)).toEqual(
      Array.from({ length: 3 }, () => '&C第 &P 页 共 &N 页'),
    );
    expect(workbook.getWorksheet('任务填报')?.views[0]).toMatchObject({ state: 'frozen', xSplit: 2 });
  });

  it('carries its identity on a sheet that Excel does not offer to show', async () => {
    const workbook = await open(await writeReturnWorkbook(layout, { sample: false, createdAt: CREATED }));
    expect(workbook.getWorksheet('_meta')?.state).toBe('veryHidden');
    expect([workbook.creator, workbook.created.toISOString()]).toEqual(['治气考核', '2024-12-01T08:00:00.000Z']);
  });

  it('is marked 示例数据 on every sheet when it is a sample, and nowhere when it is not', async () => {
    for (const sample of [true, false]) {
      const workbook = await open(await writeReturnWorkbook(layout, { sample, createdAt: CREATED }));
      for (const sheet of workbook.worksheets.filter((candidate) => candidate.state === 'visible')) {
        expect([sheet.getCell(1, 1).text.includes('示例数据'), sheet.headerFooter.oddHeader?.includes('示例数据')]).toEqual([
          sample,
          sample,
        ]);
      }
    }
  });

  it('shows the longest article whole', async () => {
    const workbook = await open(await writeReturnWorkbook(layoutNamed('区水利局'), { sample: false, createdAt: CREATED }));
    const row = workbook.getWorksheet('任务填报')?.getRow(5);
    const text = String(row?.getCell(2).value);
    // At 10.5 pt a line of the 70 characters wide column holds 33 Chinese characters, and takes 14 points.
    expect(text.length).toBeGreaterThan(200);
    expect(row?.height).toBeGreaterThanOrEqual(Math.ceil(text.length / 33) * 14);
  });
});
