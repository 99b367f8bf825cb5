import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bookOf } from '../../../../../../shared/domain/plan/book/make/book-of-plan.ts';
import { checkPlan } from '../../../../../../shared/domain/plan/plan-checks.ts';
import { planSchema } from '../../../../../../shared/domain/plan/schema.ts';
import type { RawValue, RawWorkbook } from '../../../../../../shared/domain/tables/raw-workbook.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';
import { readAgainst, writtenAndRead } from '../../../../../support/plan-book.ts';

const plan = loadTestPlan();

const value: fc.Arbitrary<RawValue> = fc.oneof(
  fc
    .constantFrom(
      '',
      '是',
      '比率',
      '累计',
      '5',
      '≥32',
      '30-35',
      '32（100）',
      '待定',
      '区公安局',
      '甲局、乙局',
      'A1-01',
      '示例',
      '一、',
      '2025年目标',
    )
    .map((text): RawValue => ({ type: 'text', text })),
  fc.constantFrom('0', '45721', '0.835', '1e3').map((digits): RawValue => ({ type: 'number', digits, format: 'general' })),
  fc.constant<RawValue>({ type: 'number', digits: '45721', format: 'date' }),
  fc.constant<RawValue>({ type: 'error', code: '#REF!' }),
  fc.constant<RawValue>({ type: 'boolean', value: true }),
);

describe('a workbook in which anything may have been written over', () => {
  let workbook: RawWorkbook;
  beforeAll(async () => {
    workbook = await writtenAndRead(bookOf(plan, 2024));
  });

  const spoiled = fc.array(fc.tuple(fc.nat(), fc.nat(), value), { minLength: 1, maxLength: 12 }).map((changes): RawWorkbook => {
    const sheets = workbook.sheets.map((sheet) => ({ ...sheet, cells: [...sheet.cells] }));
    for (const [which, at, written] of changes) {
      const cells = sheets[which % sheets.length]?.cells ?? [];
      const cell = cells[at % Math.max(1, cells.length)];
      if (cell !== undefined) cells[at % cells.length] = { ...cell, value: written };
    }
    return { ...workbook, sheets };
  });

  it('is read without falling over, names what it refuses, and gives a plan only where nothing is wrong', () => {
    fc.assert(
      fc.property(spoiled, fc.boolean(), (changed, fresh) => {
        const base = fresh ? null : plan;
        const read = readAgainst(changed, base);
        const errors = read.findings.filter((one) => one.severity === 'error');
        expect(read.plan === null).toBe(errors.length > 0);
        for (const one of errors.filter((error) => error.cell !== null)) expect(one.cell).toMatch(/^[A-Z]+\d+$/u);
        if (read.plan === null) return;
        expect(planSchema.safeParse(read.plan).success).toBe(true);
        if (fresh) expect(checkPlan(read.plan)).toEqual([]);
      }),
    );
  });
});
