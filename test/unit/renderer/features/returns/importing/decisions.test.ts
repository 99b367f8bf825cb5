import { describe, expect, it } from 'vitest';
import { finding } from '../../../../../../shared/domain/findings.ts';
import {
  adoptedHashes,
  canAdopt,
  hashesToDecide,
  isAdopted,
  leftOut,
  mainReason,
  refusedFile,
  severityCount,
} from '../../../../../../renderer/features/returns/importing/decisions.ts';
import { importReport, previewFile } from '../files.ts';

const nothing: ReadonlySet<string> = new Set();

describe('the decision about a file of the preview', () => {
  it('exists only for a file that would be stored', () => {
    expect(canAdopt(previewFile())).toBe(true);
    for (const outcome of ['duplicate', 'undecided', 'rejected'] as const) expect(canAdopt(previewFile({ outcome }))).toBe(false);
    expect(canAdopt(previewFile({ sha256: null }))).toBe(false);
  });

  it('is 采用 until the person says otherwise', () => {
    const file = previewFile();
    expect(isAdopted(file, nothing)).toBe(true);
    expect(isAdopted(file, new Set(['a']))).toBe(false);
    expect(isAdopted(previewFile({ outcome: 'rejected' }), nothing)).toBe(false);
  });

  it('sends each adopted content once, and nothing that was left out or cannot be stored', () => {
    const files = [
      previewFile({ sha256: 'a' }),
      previewFile({ sha256: 'b' }),
      previewFile({ sha256: 'b' }),
      previewFile({ sha256: 'c', outcome: 'rejected' }),
      previewFile({ sha256: 'd' }),
    ];
    expect(adoptedHashes({ files, discarded: new Set(['d']) })).toEqual(['a', 'b']);
    expect(hashesToDecide(files)).toEqual(['a', 'b', 'b', 'd']);
  });

  it('is helped by the number of findings of each severity', () => {
    const place = { file: 'x.xlsx' };
    const file = previewFile({
      findings: [finding('DATE_MISSING', place), finding('NUMBER_UNREADABLE', place), finding('ROW_TWICE', place)],
    });
    expect([severityCount(file, 'error'), severityCount(file, 'warning'), severityCount(file, 'info')]).toEqual([2, 1, 0]);
  });
});

describe('what an import has left out', () => {
  const stored = previewFile({ sha256: 'stored' });
  const files = [
    stored,
    previewFile({ sha256: 'no', file: '不采用.xlsx' }),
    previewFile({ sha256: 'gone', file: '改动.xlsx' }),
    previewFile({ sha256: 'twin', outcome: 'duplicate' }),
    previewFile({ sha256: 'old', outcome: 'undecided' }),
    previewFile({ sha256: null, outcome: 'rejected' }),
    previewFile({ sha256: 'meanwhile' }),
  ];

  it('names every file that is not stored, with its reason', () => {
    const report = importReport([stored, previewFile({ sha256: 'meanwhile', outcome: 'duplicate' })]);
    expect(leftOut({ files, discarded: new Set(['no']) }, report).map(({ file, why }) => [file.sha256, why])).toEqual([
      ['no', 'discarded'],
      ['gone', 'vanished'],
      ['twin', 'duplicate'],
      ['old', 'undecided'],
      [null, 'rejected'],
      ['meanwhile', 'duplicate'],
    ]);
  });

  it('is nothing when everything was stored', () => {
    expect(leftOut({ files: [stored], discarded: nothing }, importReport([stored]))).toEqual([]);
  });
});

describe('the reason in the row of a file that cannot be stored', () => {
  const place = { file: 'x.xlsx' };

  it('is its first error, or what it is the same as; a file that can be stored has none', () => {
    expect(mainReason(previewFile({ findings: [finding('DATE_MISSING', place)] }))).toBeNull();
    expect(
      mainReason(previewFile({ outcome: 'rejected', findings: [finding('RETURN_OLD_LAYOUT', place), finding('FILE_EMPTY', place)] })),
    ).toMatch(/^文件是空的/);
    expect(
      mainReason(
        previewFile({
          outcome: 'duplicate',
          findings: [finding('ROW_TWICE', place), finding('FILE_DUPLICATE', place, { other: '甲.xlsx', version: 1 })],
        }),
      ),
    ).toMatch(/^与“甲\.xlsx”/);
    expect(
      mainReason(
        previewFile({ outcome: 'duplicate', findings: [finding('FILE_REVERTS', place, { version: 1, current: 2, other: '乙.xlsx' })] }),
      ),
    ).toContain('乙.xlsx');
  });

  it('tells which year to change to', () => {
    expect(
      mainReason(previewFile({ outcome: 'rejected', findings: [finding('RETURN_OTHER_YEAR', place, { found: 2024, expected: 2025 })] })),
    ).toContain('请切换考核年度到 2024 年');
  });

  it('is there for a file that the host did not take', () => {
    const file = refusedFile({ name: '大.xlsx', size: 80_000_000, limit: 60_000_000 });
    expect(canAdopt(file)).toBe(false);
    expect(mainReason(file)).toContain('文件过大');
  });
});
