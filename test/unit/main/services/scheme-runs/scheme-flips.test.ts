import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemeSensitivityText } from '../../../../../main/hosts/cli/render/scheme-result.ts';
import { Rational } from '../../../../../shared/domain/numbers/rational.ts';
import { addScheme } from '../../../../support/applied-scheme.ts';
import type { SampleWork } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { REVIEW, reviewedWork } from '../../../../support/reviewed-work.ts';

const folder = temporaryFolder();
let made: SampleWork;

beforeAll(async () => {
  made = await reviewedWork(folder);
});
afterAll(() => made.core.close());

describe('the one number that would change a grade or a place', () => {
  const sensitivity = (scheme: string) => made.call('scheme.sensitivity', { year: 2024, scheme, percent: '10' });
  const supposed = async (unit: string, column: string, value: string) => {
    const { difference } = await made.call('scheme.whatif', { year: 2024, scheme: REVIEW, changes: [`${unit}/${column}=${value}`] });
    return difference.subjects.find(({ name }) => name === unit);
  };

  it('does so when it alone is supposed, and the number before it does not', async () => {
    const { flips, rows } = await sensitivity(REVIEW);
    expect(flips).toBe('found');
    const found = rows.flatMap(({ subject, flip }) => (flip === null ? [] : [{ subject, flip }]));
    expect(found.length).toBeGreaterThan(0);
    for (const { subject, flip } of found) {
      const now = rows.find((row) => row.subject === subject);
      const then = await supposed(subject, flip.column, flip.after);
      expect([then?.total.after, then?.grade.after, then?.place.after]).toEqual([flip.total, flip.grade, flip.place]);
      expect([flip.grade, flip.place]).not.toEqual([now?.grade, now?.place]);
      // The bonus is given in halves, everything else in whole points.
      const decimals = flip.column === 'manual:bonus' ? 1 : 0;
      const step = Rational.of(10 ** decimals);
      const towards = Rational.of(flip.before ?? flip.after).cmp(Rational.of(flip.after));
      const less = Rational.of(flip.after).plus(Rational.of(towards).div(step)).text();
      const nearer = less === flip.before ? undefined : await supposed(subject, flip.column, less);
      expect([nearer?.grade.after ?? now?.grade, nearer?.place.after ?? now?.place]).toEqual([now?.grade, now?.place]);
    }
    const text = schemeSensitivityText(await sensitivity(REVIEW));
    expect(text).toContain('最近的一个数');
    expect(text).toMatch(/评审分“\w+”：[\d.]+ → [\d.]+，(?:等次|名次) /u);
  });

  it('is not sought where others decide with, and that is said', async () => {
    await addScheme(made, folder, 'ranked', RANKED);
    const found = await sensitivity('ranked');
    expect(found.flips).toBe('unfit');
    expect(found.rows.every(({ flip }) => flip === null)).toBe(true);
    expect(schemeSensitivityText(found)).toContain('没有逐个数测算');
  });
});

const RANKED = 'subjects: 镇街\nrules: { out: 万元, per: year, rank: { of: pm25 }, places: { 1: 15, -1: -15 } }';
