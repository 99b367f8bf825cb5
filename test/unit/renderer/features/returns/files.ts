import type { ImportReport, PreviewFile } from '../../../../../shared/contract/returns.ts';

/** A file of a preview; what a test does not speak of is that of a first return without findings. */
export const previewFile = (given: Partial<PreviewFile> = {}): PreviewFile => ({
  file: '区商务委填报表.xlsx',
  sha256: 'a',
  outcome: 'accepted',
  choices: [],
  unitId: 'dept-commerce',
  unitName: '区商务委',
  version: 1,
  sample: false,
  answers: 3,
  airDays: 0,
  changed: 0,
  number: null,
  counts: true,
  standing: 'first',
  objections: [],
  current: null,
  reportedOn: null,
  findings: [],
  values: [],
  ...given,
});

export const importReport = (files: ImportReport['files']): ImportReport => ({
  year: 2024,
  dryRun: false,
  files,
  counts: { accepted: files.length, duplicate: 0, kept: 0, rejected: 0, undecided: 0, errors: 0, warnings: 0, infos: 0 },
});
