import { readFileSync } from 'node:fs';
import { assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../../shared/domain/plan/schema.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { planLines, planTables, seedLines, seedTables } from './seed-text.ts';

const seed = readFileSync(new URL('../../../../fixtures/hechuan-2024-52.txt', import.meta.url), 'utf8');
const plan = loadTestPlan();

const meaningOf = (target: Target | undefined): string => (target?.kind === 'number' ? `${target.operator} ${target.value}` : 'no number');

describe('the plan as data against the issued text', () => {
  it.each(['annex1', 'annex2', 'annex3'] as const)('has every cell of %s as printed', (annex) => {
    const printed = seedTables(seed)[annex];
    const held = planTables(plan)[annex];
    expect(held.length).toBe(printed.length);
    for (const [row, cells] of printed.entries()) expect(held[row], `${annex} row ${row}`).toEqual(cells);
  });

  it('reads the seed tables in their known shape', () => {
    const tables = seedTables(seed);
    expect(tables.annex1.map((row) => row.length)).toEqual(Array.from({ length: 21 }, () => 7));
    expect(tables.annex2.map((row) => row.length).filter((length) => length === 3).length).toBe(1 + 24);
    expect(tables.annex2.filter((row) => row.length === 1).length).toBe(4);
    expect(tables.annex3.map((row) => row.length).filter((length) => length === 4).length).toBe(1 + 34);
    expect(tables.annex3.filter((row) => row.length === 1).length).toBe(9);
  });

  it('leaves no line of the document out and adds none', () => {
    expect(planLines(plan)).toEqual(seedLines(seed));
  });

  it('has the full text of each of the 28 articles', () => {
    const printed = seedLines(seed).filter((line) => /^（[一二三四五六七八九十]+）/u.test(line));
    expect(plan.articles.map((article) => article.text)).toEqual(printed);
    expect(plan.articles.map((article) => article.number)).toEqual(Array.from({ length: 28 }, (_, index) => index + 1));
  });

  it('notices any changed character of the seed', () => {
    const held = planLines(plan);
    const positions = [...seed].flatMap((character, index) => (/\s/u.test(character) ? [] : [index]));
    const characters = [...seed];
    assert(
      property(constantFrom(...positions), (position) => {
        const changed = characters.with(position, characters[position] === '甲' ? '乙' : '甲').join('');
        expect(seedLines(changed)).not.toEqual(held);
      }),
      { numRuns: 300 },
    );
  });

  it('notices any changed character of a cell in the plan', () => {
    const printed = seedTables(seed);
    const cells = [
      ...plan.annex1.rows.flatMap((_, row) =>
        (['name', 'category', 'leadUnitsPrinted'] as const).map((key) => ({ annex: 'annex1' as const, list: 'rows' as const, row, key })),
      ),
      ...plan.annex2.tasks.flatMap((_, row) =>
        (['text', 'leadUnitsPrinted'] as const).map((key) => ({ annex: 'annex2' as const, list: 'tasks' as const, row, key })),
      ),
      ...plan.annex3.items.flatMap((_, row) =>
        (['text', 'leadUnitsPrinted', 'responsiblePrinted'] as const).map((key) => ({
          annex: 'annex3' as const,
          list: 'items' as const,
          row,
          key,
        })),
      ),
    ];
    for (const { annex, list, row, key } of cells) {
      const spoiled = structuredClone(plan);
      const cell = (spoiled[annex] as unknown as Record<string, Record<string, string>[]>)[list]?.[row];
      if (cell === undefined) throw new Error(`${annex} row ${row} is missing`);
      cell[key] = `${cell[key]?.slice(0, -1)}〇`;
      expect(planTables(spoiled)[annex], `${annex} row ${row} ${key}`).not.toEqual(printed[annex]);
    }
  });
});

describe('the counts of the plan', () => {
  it('has 20 indicators in 5 categories and 21 measures of them', () => {
    expect(plan.annex1.rows.length).toBe(20);
    expect(
      Object.entries(Object.groupBy(plan.annex1.rows, (row) => row.category)).map(([category, rows]) => [category, rows?.length]),
    ).toEqual([
      ['空气质量目标', 4],
      ['工业减排', 7],
      ['交通运输减排', 4],
      ['扬尘减排', 2],
      ['生活污染减排', 3],
    ]);
    expect(plan.annex1.rows.flatMap((row) => row.measures).length).toBe(21);
    expect(plan.annex1.rows[11]?.measures.map((measure) => [measure.id, measure.targets['2024']])).toMatchObject([
      ['A1-12a', { kind: 'number', value: '32' }],
      ['A1-12b', { kind: 'number', value: '100' }],
    ]);
    expect(plan.annex1.rows.filter((row) => row.cumulative).map((row) => row.id)).toEqual([
      'A1-06',
      'A1-07',
      'A1-08',
      'A1-09',
      'A1-10',
      'A1-11',
      'A1-14',
    ]);
  });

  it('has 24 tasks in groups of 6, 10, 3 and 5, with 5 reportable quantities', () => {
    expect(plan.annex2.groups.map((group) => plan.annex2.tasks.filter((task) => task.group === group.id).length)).toEqual([6, 10, 3, 5]);
    expect(plan.annex2.tasks.flatMap((task) => task.measures).map((measure) => [measure.id, measure.targets])).toEqual([
      ['A2-项1-a', { '2025': { kind: 'number', printed: '1737.4', operator: 'ge', value: '1737.4' } }],
      ['A2-项1-b', { '2025': { kind: 'number', printed: '298.5', operator: 'ge', value: '298.5' } }],
      ['A2-项2-a', { '2027': { kind: 'number', printed: '10', operator: 'ge', value: '10' } }],
      ['A2-项3-a', { '2027': { kind: 'number', printed: '5', operator: 'ge', value: '5' } }],
      ['A2-项4-a', { '2027': { kind: 'number', printed: '20', operator: 'ge', value: '20' } }],
    ]);
  });

  it('has 34 items in 9 sections: 21 numeric with 25 figures, 1 dated, 12 qualitative', () => {
    const items = plan.annex3.items;
    expect(plan.annex3.sections.map((section) => items.filter((item) => item.section === section.number).length)).toEqual([
      2, 3, 7, 3, 9, 5, 3, 1, 1,
    ]);
    expect(['numeric', 'dated', 'qualitative'].map((type) => items.filter((item) => item.type === type).length)).toEqual([21, 1, 12]);
    expect(items.flatMap((item) => item.measures).length).toBe(25);
    expect(items.find((item) => item.type === 'dated')).toMatchObject({ id: 'A3-5.7', deadline: { before: '2024-09-01' } });
  });

  it('has the annex 3 figures of the fact sheet', () => {
    const figures = plan.annex3.items
      .flatMap((item) => item.measures)
      .map(({ id, targets, unit, basis }) => `${id} ${meaningOf(targets['2024'])} ${unit} ${basis}`);
    expect(figures).toEqual([
      'A3-1.1-a ge 5 家 increment',
      'A3-1.1-b ge 1 个 increment',
      'A3-1.2-a ge 4 家 cumulative',
      'A3-2.1-a ge 25 % level',
      'A3-2.2-a ge 1 台 yearly',
      'A3-3.2-a ge 3 条 yearly',
      'A3-3.3-a ge 1350 辆 yearly',
      'A3-3.4-a ge 3000 辆 yearly',
      'A3-3.5-a ge 50 台次 yearly',
      'A3-3.6-a ge 20 组 yearly',
      'A3-3.6-b ge 50 % level',
      'A3-3.7-a ge 30 座 yearly',
      'A3-4.2-a ge 20 家 cumulative',
      'A3-5.1-a ge 10 个 yearly',
      'A3-5.2-a ge 90 % level',
      'A3-5.3-a ge 3 个 yearly',
      'A3-5.4-a ge 3 个 yearly',
      'A3-5.4-b ge 2.5 公里 yearly',
      'A3-5.4-c ge 20 万平方米 yearly',
      'A3-5.5-a ge 10 家 yearly',
      'A3-5.8-a ge 90 % level',
      'A3-6.3-a ge 85 % level',
      'A3-6.4-a ge 4 个季度 yearly',
      'A3-6.5-a ge 1200 份 yearly',
      'A3-7.3-a ge 50 家次 yearly',
    ]);
  });

  it('has 31 body targets, 20 departments and 31 towns', () => {
    expect(plan.bodyTargets.map((target) => target.id)).toEqual(
      Array.from({ length: 31 }, (_, index) => `B${String(index + 1).padStart(2, '0')}`),
    );
    expect(plan.units.filter((unit) => unit.kind === 'department').length).toBe(20);
    const towns = plan.units.filter((unit) => unit.kind === 'town');
    expect(['街道', '镇', '园区'].map((kind) => towns.filter((town) => town.townKind === kind).length)).toEqual([7, 23, 1]);
    expect(towns.filter((town) => town.divisionCode === null).map((town) => town.name)).toEqual(['高新区管委会']);
    expect(
      towns
        .filter((town) => town.divisionCode !== null)
        .every((town) => town.id === `town-${town.divisionCode}` && town.divisionCode?.startsWith('500117')),
    ).toBe(true);
  });

  it('takes the page geometry from the printed notes', () => {
    expect(plan.document.page.marginsMm).toEqual({ top: 34.6, bottom: 32.6, left: 28, right: 26 });
    const numbers = plan.document.page.printed.join().match(/\d+(\.\d+)?/gu);
    expect(numbers).toEqual(['34.6', '32.6', '28', '26', '27', '30']);
    expect([plan.document.page.titlePitchPt, plan.document.page.bodyPitchPt]).toEqual([27, 30]);
  });

  it('asks numerator and denominator of exactly the rates', () => {
    const rates = [...plan.annex1.rows, ...plan.annex3.items]
      .flatMap((row) => row.measures)
      .filter((measure) => measure.kind === 'rate')
      .map((measure) => measure.id);
    expect(rates).toEqual([
      'A1-02',
      'A1-03',
      'A1-04',
      'A1-05',
      'A1-09',
      'A1-12a',
      'A1-12b',
      'A1-13',
      'A1-15',
      'A1-16',
      'A1-17',
      'A1-18',
      'A1-19',
      'A1-20',
      'A3-2.1-a',
      'A3-3.6-b',
      'A3-5.2-a',
      'A3-5.8-a',
      'A3-6.3-a',
    ]);
  });

  it('counts 0/0 as complete only where nothing may have occurred', () => {
    const complete = [...plan.annex1.rows, ...plan.annex2.tasks, ...plan.annex3.items]
      .flatMap((row) => row.measures)
      .filter((measure) => measure.zeroDenominator === 'complete');
    expect(complete.map((measure) => measure.id)).toEqual(['A1-12b', 'A1-13', 'A1-18', 'A1-19']);
  });
});
