import { describe, expect, it } from 'vitest';
import { openImport } from '../../../../../../renderer/features/returns/importing/lost-import.ts';
import { importReport, previewFile } from '../files.ts';

const preview = {
  sources: ['g'],
  files: [previewFile(), previewFile()],
  refused: [],
  discarded: new Set<string>(),
  replacing: new Set<string>(),
  units: new Map(),
  rows: new Map(),
  passwords: [],
  received: { on: null, via: '邮件' },
};

describe('what a reload would end', () => {
  it('is nothing before the files are chosen and after they are stored', () => {
    expect(openImport({ phase: 'idle', failure: null })).toBeNull();
    expect(openImport({ phase: 'receiving', before: null })).toBeNull();
    expect(openImport({ phase: 'done', report: importReport([]), left: [] })).toBeNull();
  });

  it('is the files of the import, and whether they were being stored', () => {
    expect(openImport({ phase: 'receiving', before: preview })).toEqual({ files: 2, storing: false });
    expect(openImport({ phase: 'reading', before: null, count: 3, progress: null })).toEqual({ files: 3, storing: false });
    expect(openImport({ phase: 'preview', preview, failure: null })).toEqual({ files: 2, storing: false });
    expect(openImport({ phase: 'storing', preview, progress: null })).toEqual({ files: 2, storing: true });
  });
});
