import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../../shared/domain/plan/schema.ts';
import { layoutChecksum } from '../../../../../shared/domain/returns/layout-checksum.ts';
import type { LayoutRow, LayoutSheet, ReturnLayout, SheetKind } from '../../../../../shared/domain/returns/types.ts';
import { layoutFor, unitNamed } from '../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../support/plan.ts';

const plan = loadTestPlan();

const layoutOf = (name: string, year = 2024, air = true): ReturnLayout => layoutFor(plan, unitNamed(plan, name), { year, air });

const sheetOf = (layout: ReturnLayout, kind: SheetKind): LayoutSheet | undefined => layout.sheets.find((sheet) => sheet.kind === kind);

function rowOf(layout: ReturnLayout, rowId: string): LayoutRow {
  const row = layout.sheets.flatMap((sheet) => sheet.rows).find((candidate) => candidate.rowId === rowId);
  if (row === undefined) throw new Error(`${layout.unitName} has no row ${rowId}`);
  return row;
}

describe('the layouts of all units', () => {
  const layouts = plan.units.map((unit) => layoutFor(plan, unit));

  it('are 51, each with a cover, something to report and an id of its own', () => {
    expect(layouts).toHaveLength(51);
    expect(new Set(layouts.map((layout) => layout.layoutId)).size).toBe(51);
    for (const layout of layouts) {
      expect(layout.sheets[0]?.kind).toBe('cover');
      expect(layout.sheets.length).toBeGreaterThan(1);
      expect(layout.sheets.slice(1).every((sheet) => sheet.rows.some((row) => Object.keys(row.answers).length > 0))).toBe(true);
    }
  });

  it('never show two rows with one id, two columns with one title, or an answer without a column', () => {
    for (const sheet of layouts.flatMap((layout) => layout.sheets)) {
      const ids = sheet.rows.flatMap((row) => row.fixed['id'] ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const titles = sheet.columns.map((column) => column.title);
      expect(new Set(titles).size).toBe(titles.length);
      const columns = new Set(sheet.columns.map((column) => column.answer));
      if (sheet.kind !== 'cover')
        for (const row of sheet.rows) for (const field of Object.keys(row.answers)) expect(columns.has(field as never)).toBe(true);
    }
  });

  it('never store two answers under one row and field', () => {
    for (const layout of layouts) {
      const keys = layout.sheets
        .flatMap((sheet) => sheet.rows)
        .flatMap((row) => Object.keys(row.answers).map((field) => `${row.rowId}|${field}`));
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('together ask the first-named lead of every annex row, and only it, for the figures of 2024', () => {
    const measures = [...plan.annex1.rows, ...plan.annex2.tasks, ...plan.annex3.items].flatMap((row) =>
      row.measures.filter((measure) => measure.targets['2024'] !== undefined).map((measure) => [measure.id, row.leadUnits[0]] as const),
    );
    for (const [measureId, lead] of measures) {
      const asked = layouts.filter((layout) =>
        layout.sheets.some((sheet) =>
          sheet.rows.some(
            (row) => row.rowId === measureId && Object.values(row.answers).some((answer) => answer.kind === 'quantity' && answer.required),
          ),
        ),
      );
      expect(asked.map((layout) => layout.unitId)).toEqual([lead]);
    }
  });
});

describe('a department', () => {
  it('reports its annex 1 rows as first-named lead or as one that helps', () => {
    const sheet = sheetOf(layoutOf('区经济信息委'), 'indicators');
    expect(sheet?.name).toBe('指标填报');
    expect(sheet?.rows.map((row) => [row.rowId, row.fixed['role'], row.answers.value?.required])).toEqual([
      ['A1-06', '配合', false],
      ['A1-07', '首位牵头', true],
      ['A1-08', '首位牵头', true],
      ['A1-10', '配合', false],
      ['A1-14', '首位牵头', true],
    ]);
  });

  it('is asked for numerator and denominator of a rate, whose percentage may stay blank', () => {
    const { answers, fixed } = rowOf(layoutOf('区城市管理局'), 'A1-16');
    expect(Object.keys(answers)).toEqual(['numerator', 'denominator', 'value', 'evidence', 'remark']);
    expect([answers.numerator?.required, answers.denominator?.required, answers.value?.required]).toEqual([true, true, false]);
    expect(answers.value).toMatchObject({ percent: true, expected: '90', operator: 'ge' });
    expect(fixed['target']).toBe('≥90');
  });

  it('is asked for 当年新增 and 累计 of a cumulative amount, and for one value of any other', () => {
    const layout = layoutOf('区经济信息委');
    expect(Object.keys(rowOf(layout, 'A1-08').answers).slice(0, 2)).toEqual(['increment', 'value']);
    expect(rowOf(layout, 'A1-08').fixed['name']).toBe('＊绿色工厂');
    expect(Object.keys(rowOf(layout, 'A3-1.1-a').answers)).toEqual(['value', 'remark']);
  });

  it('has the two measures of 32（100） as two rows', () => {
    const layout = layoutOf('区交通运输委');
    expect([rowOf(layout, 'A1-12a').fixed['target'], rowOf(layout, 'A1-12b').fixed['target']]).toEqual(['≥32', '≥100']);
  });

  it('reports annex 2 before annex 3, each under its heading, every figure behind its task', () => {
    const rows = sheetOf(layoutOf('区城市管理局'), 'tasks')?.rows ?? [];
    expect(rows.filter((row) => row.kind === 'section').map((row) => row.rowId)).toEqual(['section-annex2', 'section-annex3']);
    const from = rows.findIndex((row) => row.rowId === 'A3-5.4');
    expect(rows.slice(from, from + 4).map((row) => [row.rowId, row.kind, row.parent])).toEqual([
      ['A3-5.4', 'task', undefined],
      ['A3-5.4-a', 'figure', 'A3-5.4'],
      ['A3-5.4-b', 'figure', 'A3-5.4'],
      ['A3-5.4-c', 'figure', 'A3-5.4'],
    ]);
  });

  it('owes a date only for the dated item', () => {
    const rows = sheetOf(layoutOf('区生态环境局'), 'tasks')?.rows ?? [];
    expect(rows.filter((row) => row.answers.date?.required === true).map((row) => row.rowId)).toEqual(['A3-5.7']);
  });

  it('that stands in no annex reports on the articles that name it', () => {
    const layout = layoutOf('区水利局');
    expect(sheetOf(layout, 'indicators')).toBeUndefined();
    expect(sheetOf(layout, 'tasks')?.rows.map((row) => [row.rowId, row.kind])).toEqual([
      ['section-articles', 'section'],
      ['正文-17', 'task'],
    ]);
  });

  it('is asked in 2025 for the targets of that year and not for the items of 2024', () => {
    const layout = layoutOf('区生态环境局', 2025);
    expect(rowOf(layout, 'A1-01').fixed['target']).toBe('≤32');
    expect(rowOf(layout, 'A2-项1-a').fixed['target']).toBe('≥1737.4');
    expect(layout.sheets.flatMap((sheet) => sheet.rows).filter((row) => row.rowId.startsWith('A3-'))).toEqual([]);
  });

  it('sees the target that holds where the plan contradicts itself, and what its own row says', () => {
    const layout = layoutOf('区经济信息委');
    const row = rowOf(layout, 'A3-2.1-a');
    expect(row.fixed['target']).toBe('≥20');
    expect(row.fixed['name']).toContain('A1-05');
    expect(row.answers.value?.expected).toBe('20');
  });
});

describe('a town', () => {
  it('reports the items that are asked of towns with its own part, without indicators', () => {
    const layout = layoutOf('合阳城街道');
    expect(layout.sheets.map((sheet) => sheet.name)).toEqual(['填报说明', '任务填报', '空气监测']);
    const tasks = sheetOf(layout, 'tasks')
      ?.rows.filter((row) => row.kind === 'task')
      .map((row) => row.rowId);
    expect(tasks).toEqual(
      plan.annex3.items.map((item) => item.id).filter((id) => plan.reporting.townItems.some((entry) => entry.item === id)),
    );
    const part = rowOf(layout, 'A3-6.5-a').answers.value;
    expect([part?.required, part?.expected]).toEqual([false, undefined]);
  });

  it.each([
    [2024, 366],
    [2025, 365],
  ])('has a row for every day of %i', (year, days) => {
    const rows = sheetOf(layoutOf('高新区管委会', year), 'air')?.rows ?? [];
    expect([rows.length, rows[0]?.rowId, rows.at(-1)?.rowId]).toEqual([days, `${year}-01-01`, `${year}-12-31`]);
  });

  it('has no air sheet where none is asked for', () => {
    expect(sheetOf(layoutOf('合阳城街道', 2024, false), 'air')).toBeUndefined();
    const fewer: Plan = { ...plan, reporting: { ...plan.reporting, townAir: ['town-hitech'] } };
    expect(layoutFor(fewer, unitNamed(fewer, '合阳城街道')).sheets.map((sheet) => sheet.kind)).toEqual(['cover', 'tasks']);
  });
});

const notes = (name: string): string => layoutOf(name).sheets[0]?.notes.join('\n') ?? '';

describe('the cover', () => {
  it('says who, what, until when and under which document', () => {
    const cover = layoutOf('区水利局').sheets[0];
    expect(Object.fromEntries(cover?.rows.map((row) => [row.fixed['id'], row.fixed['answer']]) ?? [])).toMatchObject({
      填报单位: '区水利局',
      考核年度: '2024年',
      报送截止: '2025年1月15日',
      方案文号: '合川府办发〔2024〕52号',
      须填工作表: '任务填报',
    });
    expect(cover?.rows.flatMap((row) => Object.keys(row.answers))).toEqual(['reporter', 'reviewer', 'phone', 'reportedOn']);
  });

  it('explains only what the unit has to fill in', () => {
    expect(notes('区水利局')).not.toContain('分母');
    expect(notes('区城市管理局')).toContain('分母');
    expect(notes('合阳城街道')).toContain('空气监测');
    expect(notes('区城市管理局')).not.toContain('空气监测');
  });
});

describe('the layout id', () => {
  it('is the same for the same plan and another one when a target changes', () => {
    expect(layoutOf('区水利局').layoutId).toBe(layoutOf('区水利局').layoutId);
    expect(layoutOf('区水利局').layoutId).toMatch(/^L1-dept-water-2024-[0-9a-f]{8}$/u);
    const changed = structuredClone(plan);
    const target = changed.annex1.rows[15]?.measures[0]?.targets['2024'];
    if (target === undefined) throw new Error('A1-16 has no target');
    Object.assign(target, { value: '91' });
    const unit = unitNamed(plan, '区城市管理局');
    expect(layoutFor(changed, unit).layoutId).not.toBe(layoutOf('区城市管理局').layoutId);
    expect(layoutFor(changed, unitNamed(changed, '区水利局')).layoutId).toBe(layoutOf('区水利局').layoutId);
  });
  it('tells Chinese characters apart that share their low byte', () => {
    const sheet = (title: string): LayoutSheet => ({
      kind: 'cover',
      name: '填报说明',
      title: '',
      notes: [],
      columns: [],
      rows: [{ rowId: 'a', kind: 'field', fixed: { name: title }, answers: {} }],
    });
    expect(layoutChecksum([sheet('一')])).not.toBe(layoutChecksum([sheet('伀')]));
  });
});
