import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../../../shared/contract/contract.ts';
import type { SchemeRow } from '../../../../../shared/contract/scheme-runs.ts';
import { Rational, sumOf } from '../../../../../shared/domain/numbers/rational.ts';
import { cellsOf } from '../../../../support/applied-scheme.ts';
import { importedWork, type SampleWork } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { publishedText } from '../../../../support/scheme-trial.ts';

const folder = temporaryFolder();
let made: SampleWork;

/** Published schemes on a real year, by the id of each. */
const PUBLISHED = {
  责任书: 'responsibility-2018',
  潍坊: 'weifang',
  山东: 'shandong-2017',
  枣庄镇街: 'zaozhuang-towns',
  安徽: 'anhui-2018',
  青岛: 'qingdao',
} as const;

const ids = new Map<string, string>();

beforeAll(async () => {
  made = await importedWork(folder);
  for (const key of Object.keys(PUBLISHED)) {
    const path = join(folder, `${key}.yml`);
    writeFileSync(path, publishedText(key).replace(/^subjects:.*$/mu, 'subjects: 镇街'));
    ids.set(key, (await made.call('schemes.add', { file: made.grant(path) })).id);
  }
});
afterAll(() => made.core.close());

const scored = (key: string): Promise<MethodOutput<'scheme.score'>> =>
  made.call('scheme.score', { year: 2024, scheme: ids.get(key) ?? '' });

function rowOf<Row extends SchemeRow>(rows: readonly Row[], subject: string): Row {
  const row = rows.find((one) => one.subject === subject);
  if (row === undefined) throw new Error(`${subject} is no subject`);
  return row;
}

function fraction(text: string): Rational {
  const [num = '0', den = '1'] = text.split('/');
  return Rational.of(num).div(Rational.of(den));
}

describe.each(Object.keys(PUBLISHED))('%s, as a run of a real year', (key) => {
  it('is stored, shown and the same when it is made again; its parts add up', async () => {
    const request = { year: 2024, scheme: ids.get(key) ?? '' };
    const { run } = await made.call('run.make', request);
    expect(run).toMatchObject({ kind: 'scheme', scheme: request.scheme });
    expect(await made.call('run.make', request)).toMatchObject({ stored: false });
    const shown = await made.call('run.show', { id: run.id });
    if (shown.kind !== 'scheme') throw new Error(shown.kind);
    expect(shown.result.rows.length).toBeGreaterThan(20);
    for (const { parts, explanation, points, money } of shown.result.rows)
      if (points !== null || money !== null)
        expect(sumOf(parts.flatMap(({ exact }) => (exact === null ? [] : [fraction(exact)]))).fractionText()).toBe(explanation.exact);
  });
});

it('what is missing has a range where the rules set bounds: 3 points of PM10, which has no target', async () => {
  const { result } = await scored('责任书');
  const row = rowOf(result.rows, '钱塘镇');
  expect(row.complete).toBe(false);
  const known = sumOf(row.parts.flatMap(({ points }) => (points === null ? [] : [Rational.of(points)])));
  expect(row.range).toEqual({ low: known.text(), high: known.plus(Rational.of('3')).text() });
});

it('figures of the air are explained to their cells, and a supposed one moves its part alone', async () => {
  const { result } = await scored('潍坊');
  const row = rowOf(result.rows, '钱塘镇');
  expect(cellsOf(row.explanation).some((cell) => cell.includes('空气监测') && cell.endsWith('pm25'))).toBe(true);
  const { difference, changes } = await made.call('scheme.whatif', {
    year: 2024,
    scheme: ids.get('潍坊') ?? '',
    changes: ['钱塘镇/pm25=99'],
  });
  expect(changes[0]).toMatchObject({ unit: '钱塘镇', column: 'pm25', after: '99' });
  expect(difference.subjects.map(({ name, rows }) => [name, rows.map(({ title }) => title)])).toEqual([['钱塘镇', ['PM2.5']]]);
});

it('a scheme by quarters is the sum of its quarters, and open where one of them is', async () => {
  const { result } = await scored('山东');
  expect(result).toMatchObject({ summed: true, periods: ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'] });
  const row = rowOf(result.rows, '钱塘镇');
  expect(row.parts.map(({ title }) => title)).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']);
  expect(row).toMatchObject({ money: null, place: null, grade: null });
  expect(row.lacks.length).toBeGreaterThan(0);
});
