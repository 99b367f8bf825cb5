import { describe, expect, it } from 'vitest';
import { bookOf } from '../../../../../../shared/domain/plan/book/make/book-of-plan.ts';
import { loadTestPlan } from '../../../../../support/plan.ts';
import { readAgainst, writtenAndRead } from '../../../../../support/plan-book.ts';

describe('the workbook of a plan, written and read again', () => {
  const plan = loadTestPlan();

  it('gives back the identical plan where nothing was changed', async () => {
    const read = readAgainst(await writtenAndRead(bookOf(plan, 2024)), plan);
    expect(read.findings).toEqual([]);
    expect(read.plan).toEqual(plan);
  });

  it('says all of the annexes, units and subjects by itself, for a new work', async () => {
    const read = readAgainst(await writtenAndRead(bookOf(plan, 2024)), null);
    expect(read.findings).toEqual([]);
    expect(read.plan).toMatchObject({ id: plan.id, district: plan.district, subjects: plan.subjects });
    expect(read.plan?.annex1).toEqual(plan.annex1);
    expect(read.plan?.annex2).toEqual(plan.annex2);
    expect(read.plan?.annex3).toEqual(plan.annex3);
    expect(read.plan?.units).toEqual(plan.units);
    expect(read.plan?.unitKinds).toEqual(plan.unitKinds);
    expect(read.plan?.reporting).toEqual(plan.reporting);
  });
});
