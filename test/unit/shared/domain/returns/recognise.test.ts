import { describe, expect, it } from 'vitest';
import { recogniseReturn } from '../../../../../shared/domain/returns/recognise.ts';
import { layoutFor } from '../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { rawReturn, withCells } from '../../../../support/raw-return.ts';

const plan = loadTestPlan();
const [unit] = plan.units;
if (unit === undefined) throw new Error('no units');
const layout = layoutFor(plan, unit, { air: false });
const workbook = rawReturn(layout);

describe('recogniseReturn', () => {
  it('reads plan, version, year, unit and layout from the very hidden sheet', () => {
    expect(recogniseReturn(workbook)).toEqual({
      identity: { planId: plan.id, planVersion: 'v1', year: 2024, unitId: unit.id, layoutId: layout.layoutId, sample: false },
    });
  });

  it('takes a year that became a number, and rows in another order', () => {
    const changed = withCells(workbook, '_meta', (cells) =>
      cells
        .map((cell) =>
          cell.row === 3 && cell.column === 2 ? { ...cell, value: { type: 'number', digits: '2024', format: 'general' } as const } : cell,
        )
        .toReversed(),
    );
    expect(recogniseReturn(changed)?.identity.year).toBe(2024);
  });

  it('knows nothing of a workbook without that sheet or without its unit', () => {
    expect(recogniseReturn({ ...workbook, sheets: workbook.sheets.filter((sheet) => sheet.name !== '_meta') })).toBeNull();
    expect(recogniseReturn(withCells(workbook, '_meta', (cells) => cells.filter((cell) => cell.row !== 4)))).toBeNull();
    expect(recogniseReturn({ sheets: [], date1904: false })).toBeNull();
  });
});
