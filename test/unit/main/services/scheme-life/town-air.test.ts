import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedWork, type SampleWork, TEMPLATES } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
const TOWN = '钱塘镇';
let work: SampleWork;

beforeAll(async () => {
  work = await importedWork(join(folder, 'sample'));
});
afterAll(() => work.core.close());

const SHIPPED = readFileSync(join(TEMPLATES, 'schemes', 'default-2024.yml'), 'utf8');

/** The shipped scheme with the two points of a town's air written in the other order. */
const reordered = (text: string): string =>
  text.replace(/A1-01: (\d+), A1-03: (\d+) \}(?=[^\n]*\n?[^\n]*)/gu, (whole, pm: string, good: string, at: number) =>
    text.slice(Math.max(0, at - 160), at).includes('air') ? `A1-03: ${good}, A1-01: ${pm} }` : whole,
  );

function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return work.grant(path);
}

const airOf = async () => {
  const { score } = await work.call('assessment.explain', { year: 2024, unit: TOWN });
  return score.parts.flatMap(({ rows }) => rows).filter(({ rowId }) => rowId === 'A1-01' || rowId === 'A1-03');
};

const OTHER_ORDER = reordered(SHIPPED);

describe('the points of a town’s air', () => {
  it('go by what the measures are, in whatever order they are written', async () => {
    expect(OTHER_ORDER).not.toBe(SHIPPED);
    const before = await airOf();
    await work.call('schemes.add', { file: written('turned.yml', OTHER_ORDER.replace('id: default-2024', 'id: turned')) });
    await work.call('year.change', { year: 2024, change: { scheme: 'turned' }, reason: '试' });
    expect(await airOf()).toEqual(before);
    await work.call('year.change', { year: 2024, change: { scheme: 'default-2024' }, reason: '改回' });
  });

  it('in another order only are the version that is there; another amount is a new one', async () => {
    expect((await work.fail('schemes.add', { file: written('same.yml', OTHER_ORDER) })).code).toBe('SCHEME_EXISTS');
    const changed = SHIPPED.replace('late: 0.6', 'late: 0.65');
    expect(await work.call('schemes.add', { file: written('changed.yml', changed) })).toMatchObject({ versions: [{}, { number: 2 }] });
  });

  it('of a measure that monitoring does not give are refused, with the place', async () => {
    const other = OTHER_ORDER.replace('id: default-2024', 'id: other').replace(/A1-03: (\d+), A1-01/u, 'A1-02: $1, A1-01');
    expect(await work.fail('schemes.add', { file: written('other.yml', other) })).toMatchObject({
      code: 'SCHEME_INVALID',
      params: { path: 'rules.groups.town.sum.0.points', detail: expect.stringContaining('先后不限') },
    });
  });
});

describe('what was settled for one town', () => {
  it('counts in place of what was measured there, is told of before, and leaves the district as it is', async () => {
    const district = async () => (await work.call('assessment.score', { year: 2024 })).result.district.total;
    const before = await district();
    const figures = [{ measure: 'A1-03', year: 2024, value: '50', unit: TOWN }];
    const effect = await work.call('figures.preview', { figures });
    expect(effect.scores.map(({ subject }) => subject)).toEqual([TOWN]);
    await work.call('figures.set', { figures, document: '市环〔2025〕2号', reason: '认定' });
    const [, good] = await airOf();
    expect(good?.figures[0]).toMatchObject({ judgedValue: '50.0', rule: { params: { settled: '市环〔2025〕2号' } } });
    expect(await district()).toBe(before);
  });
});
