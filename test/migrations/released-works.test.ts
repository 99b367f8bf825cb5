import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { SubjectScore } from '../../shared/domain/assessment/types.ts';
import { testCore, type TestCore } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';

const WORKS = join(import.meta.dirname, '..', 'fixtures', 'works');

/** What the program that made the work computed from it. */
interface Expected {
  readonly scores: Readonly<
    Record<string, { total: string; grade: string; rows: Readonly<Record<string, string | null>>; penalties: readonly string[] }>
  >;
  /** '2024', '2024-07', or '2024 own-ranking' with the scheme; unit id → rank. */
  readonly ranks: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

/** demo: the demonstration's work; second: a decision, a second version, an added ranking scheme, returns of 2025. */
describe.each(['demo-version-20', 'second-version-20'])('a work of the released program: %s', (name) => {
  const expected = JSON.parse(readFileSync(join(WORKS, `${name}.json`), 'utf8')) as Expected;

  it('migrates and scores the same, row by row', async () => {
    const made = await opened(name);
    const { result } = await made.call('assessment.score', { year: 2024 });
    expect(Object.fromEntries([result.district, ...result.units].map((one) => [one.subjectId, shortened(one)]))).toEqual(expected.scores);
    made.core.close();
  });

  it('migrates and ranks the same', async () => {
    const made = await opened(name);
    for (const [asked, ranks] of Object.entries(expected.ranks)) {
      const [period = '', scheme] = asked.split(' ');
      const { current } = await made.call('ranking.show', scheme === undefined ? { period } : { period, scheme });
      expect(Object.fromEntries(current.rows.map((row) => [row.unitId, row.rank]))).toEqual(ranks);
    }
    made.core.close();
  });

  it('passes the check after migrating', async () => {
    const made = await opened(name);
    const { problems } = await made.call('work.check', {});
    expect(problems).toEqual([]);
    made.core.close();
  });
});

async function opened(name: string): Promise<TestCore> {
  const folder = temporaryFolder();
  const path = join(folder, 'work.sqlite');
  writeFileSync(path, gunzipSync(readFileSync(join(WORKS, `${name}.sqlite.gz`))));
  const made = testCore(folder);
  await made.call('work.open', { file: made.grant(path) });
  return made;
}

const shortened = ({ total, grade, parts, penalties }: SubjectScore): Expected['scores'][string] => ({
  total,
  grade,
  rows: Object.fromEntries(parts.flatMap((part) => part.rows).map((row) => [row.rowId, row.points])),
  penalties: penalties.map((penalty) => penalty.points),
});
