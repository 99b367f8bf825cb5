import { expect, test } from 'vitest';
import type { SourceFile } from '../../../../main/services/files.ts';
import { unpackedFiles } from '../../../../main/services/unpack.ts';
import { type ZipPart, zip } from '../../../support/zip.ts';

const fileOf = (name: string, bytes: Uint8Array): SourceFile => ({ name, read: async () => bytes });

const packed = (...parts: ZipPart[]): Buffer => zip(parts);

/** Every file with what it holds, or why it was not read. */
async function found(...sources: SourceFile[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const { index, source } of unpackedFiles(sources)) {
    const told = await source.read().then(
      (bytes) => Buffer.from(bytes).toString('utf8').slice(0, 20),
      (error: { readonly params?: { readonly limit?: string } }) => `! ${error.params?.limit ?? String(error)}`,
    );
    lines.push(`${index} ${source.name} ${told}`);
  }
  return lines;
}

test('archives within an archive are opened, each file named behind them all', async () => {
  const towns = packed({ name: '3月/甲镇.csv', data: 'a' }, { name: '3月/乙镇.csv', data: 'b' });
  const months = packed(
    { name: '一季度.zip', data: packed({ name: '3月.ZIP', data: towns, stored: true }), stored: true },
    { name: '说明.txt', data: 'c' },
  );
  expect(await found(fileOf('甲.csv', Buffer.from('x')), fileOf('站点.zip', months))).toEqual([
    '0 甲.csv x',
    '1 站点.zip/一季度.zip/3月.ZIP/3月/甲镇.csv a',
    '1 站点.zip/一季度.zip/3月.ZIP/3月/乙镇.csv b',
    '1 站点.zip/说明.txt c',
  ]);
});

test('a fourth layer is not opened, and the files beside it are read', async () => {
  let nested: Buffer = packed({ name: '数据.csv', data: 'a' });
  for (const layer of [3, 2, 1]) nested = packed({ name: `${layer}.zip`, data: nested, stored: true }, { name: `${layer}.csv`, data: 'b' });
  expect(await found(fileOf('0.zip', nested))).toEqual(
    ['0 0.zip/1.zip/2.zip/3.zip ! archiveDepth', '0 0.zip/1.zip/2.zip/3.csv b', '0 0.zip/1.zip/2.csv b', '0 0.zip/1.csv b'].toSorted(
      (one, other) => Number(other.includes('zip ')) - Number(one.includes('zip ')),
    ),
  );
});

test('what archives within an archive inflate to is bounded together, and nothing beyond the bound is inflated', async () => {
  const large = Buffer.alloc(40 * 1024 * 1024);
  const inner = packed({ name: '大.csv', data: large });
  const copies = Array.from({ length: 12 }, (_, index) => ({ name: `${index + 1}.zip`, data: inner, stored: true }));
  const before = process.memoryUsage().rss;
  const lines: string[] = [];
  let inflated = 0;
  for await (const { source } of unpackedFiles([fileOf('一堆.zip', packed(...copies))])) {
    try {
      inflated += (await source.read()).length;
    } catch (error) {
      lines.push(`${source.name} ${(error as { params: { limit: string } }).params.limit}`);
    }
  }
  expect(inflated).toBe(3 * large.length);
  expect(lines).toEqual(['一堆.zip/4.zip/大.csv archiveBytes']);
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
});

test('so are the files they have', async () => {
  const inner = packed(...Array.from({ length: 900 }, (_, index) => ({ name: `${index}.csv`, data: '1' })));
  const lines = await found(fileOf('多.zip', packed(...[1, 2, 3].map((one) => ({ name: `${one}.zip`, data: inner, stored: true })))));
  expect(lines.length).toBe(1801);
  expect(lines.at(-1)).toBe('0 多.zip/3.zip ! archiveFiles');
});

test('an archive that cannot be opened stays a file for the reader to refuse', async () => {
  const locked = packed({ name: '甲.csv', data: 'a', encrypted: true });
  expect(await found(fileOf('外.zip', packed({ name: '密.zip', data: locked, stored: true })))).toEqual([
    expect.stringMatching(/^0 外\.zip\/密\.zip PK/u),
  ]);
});
