import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchemeExplanation } from '../../../../../shared/contract/schemes.ts';
import { schemeExplainText } from '../../../../../shared/text/scheme-text.ts';
import { AIR_HEAD, addScheme, airMonth, applyTo, noticesOf, rowOf } from '../../../../support/applied-scheme.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork, type Row } from '../../../../support/monitoring-files.ts';

const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof emptyWork>>;

const THREE = 'subjects: { units: [清平镇, 土场镇, 太和镇] }';
const LADDER = `rules:
  out: notice
  per: month
  rank: { of: pm25 }
  notices:
    - { if: { streak: 2, last: 1 }, do: 挂牌督办 }
    - { if: { streak: 4, last: 1 }, do: 约谈 }`;

/** 土场镇 is last from November 2023 to February 2024, 太和镇 in March; before November nobody has data. */
function days(): Row[] {
  const months = ['2023-11', '2023-12', '2024-01', '2024-02', '2024-03'];
  return [
    AIR_HEAD,
    ...months.flatMap((month) => [
      ...airMonth('清平镇', month, { pm25: 20 }),
      ...airMonth('土场镇', month, { pm25: month === '2024-03' ? 25 : 50 }),
      ...airMonth('太和镇', month, { pm25: 30 }),
    ]),
  ];
}

beforeAll(async () => {
  made = await emptyWork(folder);
  await made.call('monitoring.import', { sources: [made.grant(csvFile(folder, '日均值.csv', days()))] });
  await addScheme(made, folder, 'ladder', `${THREE}\n${LADDER}`);
});
afterAll(() => made.core.close());

const said = (node: SchemeExplanation): string[] => [schemeExplainText(node.code, node.params), ...node.children.flatMap(said)];

describe('a run of months', () => {
  it('reaches into the year before where the work has its data', async () => {
    const january = await applyTo(made, 'ladder', '2024-01');
    expect(noticesOf(january)).toEqual({ 清平镇: '', 土场镇: '挂牌督办', 太和镇: '' });
    expect(january.periods).toEqual(['2023-10', '2023-11', '2023-12', '2024-01']);
    const february = await applyTo(made, 'ladder', '2024-02');
    expect(noticesOf(february)).toEqual({ 清平镇: '', 土场镇: '约谈', 太和镇: '' });
    expect(february.unranked).toEqual([]);
    expect(february.rows.map(({ subject }) => subject)).toEqual(['清平镇', '土场镇', '太和镇']);
  });

  it('says from which months nobody can be ranked where it has none', async () => {
    expect((await applyTo(made, 'ladder', '2024-01')).unranked).toEqual(['2023-10']);
    await addScheme(
      made,
      folder,
      'barred',
      `${THREE}\nrules: { out: 万元, per: month, rank: { of: pm25 }, places: { -1: -10 }, veto: [{ if: { streak: 6, last: 1 }, give: -50 }] }`,
    );
    const row = rowOf(await applyTo(made, 'barred', '2024-01'), '土场镇');
    expect(row.money).toBe('-10');
    await addScheme(
      made,
      folder,
      'cases',
      `${THREE}\nrules: { out: 万元, per: month, first: [{ if: { streak: 4, last: 1 }, then: -50 }, { then: { rank: { of: pm25 }, places: { -1: -10 } } }] }`,
    );
    const early = rowOf(await applyTo(made, 'cases', '2024-01'), '土场镇');
    expect(early.money).toBe('-10');
    expect(said(early.explanation)).toContain('列最后 1 名之内连续 3 期，不到 4 期（2023-10 都没有名次，此前的无从计算）');
  });

  it('decides an amount as it decides a notice', async () => {
    expect(rowOf(await applyTo(made, 'cases', '2024-02'), '土场镇').money).toBe('-50');
    expect(rowOf(await applyTo(made, 'cases', '2024-03'), '太和镇').money).toBe('-10');
  });

  it('that passes over months without a place looks through the whole year before', async () => {
    const rules = LADDER.replaceAll('last: 1 }', 'last: 1, unranked: skips }');
    await addScheme(made, folder, 'skipping', `${THREE}\n${rules}`);
    const february = await applyTo(made, 'skipping', '2024-02');
    expect([february.periods[0], february.periods.length]).toEqual(['2023-01', 14]);
    expect(noticesOf(february)).toEqual({ 清平镇: '', 土场镇: '约谈', 太和镇: '' });
  });

  it('does not bring months of the year before into the account of a year', async () => {
    const { periods, rows } = await made.call('schemes.account', { source: { id: 'cases' }, year: 2024 });
    expect([periods[0], periods.length]).toEqual(['2024-01', 12]);
    const [, own] = rows;
    // Three months from November: January −10, February −50 by the run since November; March is another one's.
    expect(own).toMatchObject({ subject: '土场镇', sum: '-60' });
    expect(own?.entries.map(({ period, amount }) => `${period} ${amount ?? ''}`).slice(0, 3)).toEqual([
      '2024-01 -10',
      '2024-02 -50',
      '2024-03 0',
    ]);
  });
});

describe('a run of years', () => {
  it('looks at the year before as a year', async () => {
    await addScheme(
      made,
      folder,
      'years',
      `${THREE}\nrules: { out: notice, per: year, rank: { of: pm25 }, notices: [{ if: { streak: 2, last: 1 }, do: 约谈 }] }`,
    );
    const applied = await applyTo(made, 'years', '2024');
    expect(applied.periods).toEqual(['2023', '2024']);
    expect(applied.unranked).toEqual(['2023']);
  });
});

describe('连续末位 of a year', () => {
  it('the longest run is of the year alone, and a run that began before it says so', async () => {
    const of = async (year: number) =>
      new Map(
        (await made.call('ranking.streaks', { year })).rows.map(({ name, current, since, longest }) => [name, { current, since, longest }]),
      );
    expect((await of(2024)).get('土场镇')).toEqual({ current: 5, since: '2023-11', longest: 3 });
  });
});
