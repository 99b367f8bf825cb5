import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTableReader } from '../../main/services/reading/table-reader.ts';
import type { ImportReport } from '../../shared/contract/returns.ts';
import { findingText } from '../../shared/text/finding-text.ts';
import { type SampleWork, sampleWork } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { HOSTILE_FILES } from '../support/hostile/all.ts';

/** A small one of each kind; `node test/bench/hostile/measure-hostile.ts` makes the large ones. */
const WEIGHT = 0.002;

const folder = temporaryFolder();
let made: SampleWork;
let report: ImportReport;
let honest = '';

/** As it is named in the batch. */
const nameOf = (index: number): string => `${String(index).padStart(3, '0')}-${HOSTILE_FILES[index]?.name ?? ''}`;

beforeAll(async () => {
  made = await sampleWork(folder);
  const batch = join(folder, 'batch');
  mkdirSync(batch);
  HOSTILE_FILES.forEach((file, index) => writeFileSync(join(batch, nameOf(index)), file.make(WEIGHT)));
  honest = readdirSync(made.returns).find((name) => name.startsWith('镇街') && name.endsWith('.xlsx')) ?? '';
  copyFileSync(join(made.returns, honest), join(batch, honest));
  report = await made.call('returns.import', { year: 2024, sources: [made.grant(batch)] });
});
afterAll(() => made.core.close());

/** What was found in a file of the batch, or in the members of an archive. */
const filesOf = (name: string): ImportReport['files'] => report.files.filter(({ file }) => file === name || file.startsWith(`${name}/`));

describe('a batch with a hostile file of every kind', () => {
  test.each(HOSTILE_FILES.map(({ kind, comes }, index) => ({ kind, comes, index })))('$kind', ({ comes, index }) => {
    const files = filesOf(nameOf(index));
    expect(files.length).toBeGreaterThan(0);
    for (const { outcome, findings } of files) {
      expect(outcome).toBe('rejected');
      const codes = findings.map(({ code }) => code);
      // A file that can be read is a table like any other, and no form.
      if (comes === 'read') expect(codes.some((code) => code === 'RETURN_FOREIGN' || code === 'RETURN_IS_MONITORING')).toBe(true);
      else if (comes === 'refused') expect(codes[0]).toMatch(/^FILE_/);
      else expect(codes[0]).toMatch(/^(?:FILE_|RETURN_FOREIGN|RETURN_IS_MONITORING)/);
      for (const { code, params } of findings) expect(findingText(code, params)).toMatch(/。$/);
    }
  });

  test('takes in the honest file beside them, and nothing of them', async () => {
    const accepted = report.files.filter(({ outcome }) => outcome === 'accepted');
    expect(accepted.map(({ file }) => file)).toEqual([honest]);
    expect((await made.call('work.check', {})).problems).toEqual([]);
  });

  test('leaves the core alive and no fault of the program behind', async () => {
    expect((await made.call('returns.status', { year: 2024 })).units.length).toBeGreaterThan(0);
    expect(made.logged).toEqual([]);
  });
});

describe('the thread that reads', () => {
  const signal = new AbortController().signal;
  /** Of texts that all differ: equal ones are held once. */
  const table = (rows: number): Buffer =>
    Buffer.from(
      `镇街,PM2.5\n${Array.from({ length: rows }, (_, row) => `清平镇第${row}个自动监测站点,站点编号${row}的说明文字`).join('\n')}`,
    );

  test('a file that needs more memory than it may have is one finding, and the next file is read', async () => {
    const reader = createTableReader({ ordinary: { heapMegabytes: 48, seconds: 600 }, large: { heapMegabytes: 48, seconds: 600 } });
    const refused = await reader.table({ name: '大.csv', bytes: table(220_000) }, {}, signal);
    expect(refused).toEqual({ ok: false, code: 'FILE_OVER_LIMIT', params: { limit: 'memory', value: '', maximum: 48 } });
    expect(await reader.table({ name: '小.csv', bytes: table(45_000) }, {}, signal)).toMatchObject({ ok: true });
    reader.close();
  });

  test('a file that takes longer than it may is one finding that says what to do', async () => {
    const reader = createTableReader({ ordinary: { heapMegabytes: 192, seconds: 0 }, large: { heapMegabytes: 192, seconds: 0 } });
    const refused = await reader.table({ name: '慢.csv', bytes: table(220_000) }, {}, signal);
    expect(refused).toMatchObject({ ok: false, code: 'FILE_OVER_LIMIT', params: { limit: 'time', maximum: 0 } });
    if (!refused.ok) expect(findingText(refused.code, refused.params)).toMatch(/用时过长.*分成几个文件后重试。$/);
    reader.close();
  });
});
