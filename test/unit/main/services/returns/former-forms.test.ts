import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type WorkDatabase } from '../../../../../main/db/open.ts';
import { readDocuments } from '../../../../../main/services/plan/plan-documents.ts';
import { readYearPlan, yearPlanOfVersion } from '../../../../../main/services/plan/year-plan.ts';
import type { Plan } from '../../../../../shared/domain/plan/schema.ts';
import { findingText } from '../../../../../shared/text/finding-text.ts';
import { sampleWork, testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { openYear } from '../../../../support/open-year.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { laterDocument } from '../../../../support/plan-documents.ts';
import { writeSampleReturn } from '../../../../support/sample-return.ts';
import { storeDocument } from '../../../../support/store-document.ts';

const YEAR = 2024;
const UNIT = '区城市管理局';
const folder = temporaryFolder();
let made: Awaited<ReturnType<typeof sampleWork>>;
let form: string;

/** 附件1 after a revision: the row of road sweeping is another one, with another id and a stricter target. */
function revisedAnnex1(value = '95'): Plan['annex1'] {
  const { annex1 } = loadTestPlan();
  return {
    ...annex1,
    rows: annex1.rows.map((row) =>
      row.id !== 'A1-16'
        ? row
        : {
            ...row,
            id: '清扫',
            printedTargets: { ...row.printedTargets, [YEAR]: `≥${value}` },
            measures: row.measures.map((measure) => ({
              ...measure,
              id: '清扫',
              targets: { ...measure.targets, [YEAR]: { kind: 'number' as const, printed: `≥${value}`, operator: 'ge' as const, value } },
            })),
          },
    ),
  };
}

const looked = async <Answer>(ask: (work: WorkDatabase) => Answer): Promise<Answer> => {
  const work = openDatabase(made.workPath);
  try {
    return ask(work);
  } finally {
    work.close();
  }
};

const versionOfYear = (year: number): Promise<string> => looked((work) => readYearPlan(work.handle, year).version);

beforeAll(async () => {
  made = await sampleWork(folder);
  form = await writeSampleReturn(made, folder, '旧表.xlsx', { unitName: UNIT });
});
afterAll(() => made.core.close());

describe('a form that was made before the plan of the year changed', () => {
  test('is the present one until then', async () => {
    const { files } = await made.call('returns.preview', { year: YEAR, sources: [made.grant(form)] });
    expect(files[0]?.findings.map(({ code }) => code)).not.toContain('RETURN_FORMER_FORM');
  });

  test('is found by its version, and so is every state that the plan of the year has had', async () => {
    const first = await versionOfYear(YEAR);
    storeDocument(made.workPath, laterDocument(2, '2024-11-01', { annex1: revisedAnnex1() }));
    const second = await versionOfYear(YEAR);
    const target = { kind: 'number', printed: '≥31', operator: 'ge', value: '31' } as const;
    storeDocument(made.workPath, laterDocument(3, '2024-12-01', { targets: [{ measure: 'A1-12a', year: YEAR, target }] }, 'adjustment'));
    const third = await versionOfYear(YEAR);
    expect(new Set([first, second, third]).size).toBe(3);
    const found = await looked((work) =>
      [first, second, third, 'of another work'].map((version) => yearPlanOfVersion(work.handle, YEAR, version)),
    );
    expect(found.map((one) => one?.version ?? null)).toEqual([first, second, third, null]);
    expect(found.map((one) => one?.plan.annex1.rows[15]?.id ?? null)).toEqual(['A1-16', '清扫', '清扫', null]);
    expect(found.map((one) => one?.plan.revisions.length ?? null)).toEqual([0, 0, 1, null]);
  });

  test('is read by the rows that it had, with a word that it is one', async () => {
    const { files } = await made.call('returns.import', { year: YEAR, sources: [made.grant(form)] });
    expect(files[0]).toMatchObject({ unitName: UNIT, outcome: 'accepted' });
    const codes = files[0]?.findings.map(({ code }) => code) ?? [];
    expect(codes).toContain('RETURN_FORMER_FORM');
    expect(codes).not.toContain('RETURN_OLD_LAYOUT');
    expect(codes).not.toContain('ROW_MISSING');
    const rows = await looked((work) =>
      (
        work.handle.prepare("SELECT DISTINCT row_id AS id FROM return_answer WHERE row_id IN ('A1-16', '清扫')").all() as { id: string }[]
      ).map(({ id }) => id),
    );
    expect(rows).toEqual(['A1-16']);
  });

  test('is named as such to whoever looks at the findings, and passes the check of the work', async () => {
    const { findings } = await made.call('returns.findings', { year: YEAR });
    expect(findings.map(({ finding }) => finding.code)).toContain('RETURN_FORMER_FORM');
    const { problems } = await made.call('work.check', {});
    // The two documents were put in beside the program, which is all that there is to say.
    expect(problems.map(({ kind }) => kind)).toEqual(['planDocument', 'planDocument']);
  });

  test('stands beside the forms that are written now, which ask the new rows', async () => {
    const written = join(folder, 'written');
    await made.call('returns.templates', { year: YEAR, folder: made.grant(written), units: ['dept-city-management'], air: false });
    const [file] = readdirSync(written);
    const { files } = await made.call('returns.preview', { year: YEAR, sources: [made.grant(join(written, file ?? ''))] });
    expect(files[0]?.findings.map(({ code }) => code)).not.toContain('RETURN_FORMER_FORM');
  });

  test('of a work that this one never was is an old layout', async () => {
    const other = testCore(join(folder, 'other'));
    const path = join(folder, 'other.sqlite');
    await other.call('work.create', { file: other.grant(path), planId: 'hechuan-2024' });
    storeDocument(path, laterDocument(2, '2024-11-15', { annex1: revisedAnnex1('96') }));
    const written = join(folder, 'other-written');
    await other.call('returns.templates', { year: YEAR, folder: other.grant(written), units: ['dept-city-management'], air: false });
    other.core.close();
    const [file = ''] = readdirSync(written);
    const { files } = await made.call('returns.preview', { year: YEAR, sources: [made.grant(join(written, file))] });
    const codes = files[0]?.findings.map(({ code }) => code) ?? [];
    expect(codes).toContain('RETURN_OLD_LAYOUT');
    expect(codes).not.toContain('RETURN_FORMER_FORM');
  });
});

describe('a form whose target was adjusted since', () => {
  test('is not accused of a changed target; the word says which target is used now', async () => {
    const own = testCore(join(folder, 'adjusted'));
    await own.call('work.create', { file: own.grant(join(folder, 'adjusted.sqlite')), planId: 'hechuan-2024' });
    const written = join(folder, 'adjusted-written');
    const leads = loadTestPlan().annex1.rows.find(({ id }) => id === 'A1-08')?.leadUnits ?? [];
    expect(leads.length).toBeGreaterThan(0);
    await own.call('returns.templates', { year: YEAR, folder: own.grant(written), units: leads.slice(0, 1), air: false });
    const [file = ''] = readdirSync(written);
    const preview = async () => (await own.call('returns.preview', { year: YEAR, sources: [own.grant(join(written, file))] })).files[0];
    const revise = (value: string, document: string, from: string) =>
      own.call('targets.revise', { revisions: [{ measure: 'A1-08', year: YEAR, value }], document, from, reason: '收紧' });
    const before = await preview();
    expect(before?.findings.map(({ code }) => code)).not.toContain('RETURN_FORMER_FORM');
    const { targets } = await own.call('targets.show', { year: YEAR });
    const printed = targets.find(({ measure }) => measure === 'A1-08')?.adopted;
    await revise('≥99', '合川府发〔2024〕9号', '2024-10-01');
    const after = await preview();
    const codes = after?.findings.map(({ code }) => code) ?? [];
    expect(codes).toContain('RETURN_FORMER_FORM');
    expect(codes).not.toContain('FIXED_CELL_CHANGED');
    const told = after?.findings.filter(({ code, params }) => code === 'RETURN_FORMER_FORM' && params['row'] === 'A1-08') ?? [];
    expect(told[0]?.params).toMatchObject({ found: printed, expected: '≥99' });
    expect(findingText('RETURN_FORMER_FORM', told[0]?.params ?? {})).toBe(
      `旧表：A1-08 的“2024年目标”印的是当时的“${printed}”，按现在采用的“≥99”判定。`,
    );
    own.core.close();
  });

  test('is accused where its printed target is none that ever held', async () => {
    const own = testCore(join(folder, 'typed'));
    await own.call('work.create', { file: own.grant(join(folder, 'typed.sqlite')), planId: 'hechuan-2024' });
    const written = join(folder, 'typed-written');
    const leads = loadTestPlan().annex1.rows.find(({ id }) => id === 'A1-08')?.leadUnits ?? [];
    await own.call('returns.templates', { year: YEAR, folder: own.grant(written), units: leads.slice(0, 1), air: false });
    const [file = ''] = readdirSync(written);
    const { targets } = await own.call('targets.show', { year: YEAR });
    const printed = targets.find(({ measure }) => measure === 'A1-08')?.adopted ?? '';
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(join(written, file));
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => {
        const texts: string[] = [];
        row.eachCell((cell) => void texts.push(cell.text));
        if (texts.includes('A1-08')) row.eachCell((cell) => void (cell.text === printed && (cell.value = '≥7')));
      });
    await book.xlsx.writeFile(join(written, file));
    const revision = { revisions: [{ measure: 'A1-08', year: YEAR, value: '≥99' }], document: '文', from: '2024-10-01', reason: '收紧' };
    await own.call('targets.revise', revision);
    const { files } = await own.call('returns.preview', { year: YEAR, sources: [own.grant(join(written, file))] });
    const changed = files[0]?.findings.filter(({ code }) => code === 'FIXED_CELL_CHANGED') ?? [];
    expect(changed.map(({ params }) => params)).toMatchObject([{ row: 'A1-08', found: '≥7', expected: '≥99' }]);
    own.core.close();
  });
});

describe('the version of a year', () => {
  test('changes with the choices of its opening, and not with what concerns other years', async () => {
    const of2025 = await versionOfYear(2025);
    openYear(made.workPath, 2025);
    expect(await versionOfYear(2025)).toBe(of2025);
    openYear(made.workPath, 2025, { targets: [{ measure: 'A1-05', source: 'none', target: null, fromYears: [] }] });
    const chosen = await versionOfYear(2025);
    expect(chosen).not.toBe(of2025);
    const found = await looked((work) =>
      [of2025, chosen].map((version) => yearPlanOfVersion(work.handle, 2025, version)?.plan.chosen.length),
    );
    expect(found).toEqual([0, 1]);
    const of2024 = await versionOfYear(YEAR);
    const target = { kind: 'number', printed: '≥33', operator: 'ge', value: '33' } as const;
    storeDocument(made.workPath, laterDocument(4, '2024-12-02', { targets: [{ measure: 'A1-12a', year: 2027, target }] }, 'adjustment'));
    expect(await versionOfYear(YEAR)).toBe(of2024);
  });
});

describe('documents of two works', () => {
  test('are not taken for each other where they have one content under different dates', async () => {
    const paths = ['2024-11-01', '2025-11-01'].map((day, index) => ({ day, path: join(folder, `dated-${index}.sqlite`) }));
    for (const { day, path } of paths) {
      const core = testCore(folder);
      await core.call('work.create', { file: core.grant(path), planId: 'hechuan-2024' });
      core.core.close();
      storeDocument(path, laterDocument(2, day, { annex1: revisedAnnex1() }));
    }
    const days = paths.map(({ path }) => {
      const work = openDatabase(path);
      const day = readDocuments(work.handle)[1]?.effectiveOn;
      work.close();
      return day;
    });
    expect(days).toEqual(['2024-11-01', '2025-11-01']);
  });
});
