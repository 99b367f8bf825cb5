import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleWork, type SampleWork, type TestCore } from './core.ts';
import { publishedText } from './scheme-trial.ts';

/** A published scheme whose subjects are the towns of this district. */
async function addPublished(core: TestCore, folder: string, key: string): Promise<void> {
  const path = join(folder, `${key}.yml`);
  writeFileSync(path, publishedText(key).replace(/^subjects:.*$/mu, 'subjects: 镇街'));
  await core.call('schemes.add', { file: core.grant(path) });
}

export const KEYS = { 责任书: 'responsibility-2018', 互评: 'cross-review-2020' } as const;
export const REVIEW = KEYS['互评'];

export const enter = (core: TestCore, unit: string, name: string, value: string | null) =>
  core.call('schemes.enter', { id: REVIEW, period: '2024', unit, kind: 'manual', name, value, document: '考核组评审记录' });

export const TOWNS = ['钱塘镇', '龙市镇', '清平镇'] as const;
const SCORES = { peers: ['90', '80', '95'], counties: ['85', '70', '92'], daily: ['88', '75', '91'], bonus: ['1', '0.5', '2'] } as const;
export const ENTRIES = Object.entries(SCORES).flatMap(([name, values]) =>
  values.map((value, index) => ({ unit: TOWNS[index] ?? '', name, value })),
);

/** A work with the returns of the sample, the two schemes, and the scores of a cross review (互评) entered for three towns, in the order given. */
export async function reviewedWork(folder: string, entries: typeof ENTRIES = ENTRIES): Promise<SampleWork> {
  const made = await sampleWork(folder);
  for (const key of ['责任书', '互评']) await addPublished(made, folder, key);
  for (const { unit, name, value } of entries) await enter(made, unit, name, value);
  return made;
}
