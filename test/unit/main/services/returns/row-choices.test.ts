import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { MethodInput } from '../../../../../shared/contract/contract.ts';
import type { PreviewFile } from '../../../../../shared/contract/returns.ts';
import { type TestCore, testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { openYear } from '../../../../support/open-year.ts';
import { takeInList } from '../../../../support/take-in-list.ts';
import { tamper } from '../../../../support/tamper.ts';

const TITLE = '合川区公安局2024年大气污染防治任务完成情况表';

/** 老旧车 and 路查 resemble rows of the form; 酒驾查处 is none. */
const list = (date: string, scrapped: string, checked: string): string =>
  `${TITLE}\n填报时间：${date}\n序号,工作任务,计量单位,目标值,完成情况,备注\n1,淘汰老旧车辆,辆,,${scrapped},\n2,机动车路检,辆,,${checked},\n3,酒驾查处,起,,512,\n`;

type Given = Pick<MethodInput<'returns.import'>, 'unit' | 'rows'>;

interface Office extends TestCore {
  readonly workPath: string;
  write(name: string, text: string): string;
  preview(path: string, given?: Given): Promise<PreviewFile>;
  takeIn(path: string, given?: Given): Promise<{ outcome: string; number: number | null; lines: string[] }>;
  problems(): Promise<readonly unknown[]>;
}

async function office(): Promise<Office> {
  const folder = temporaryFolder();
  const made = testCore(folder);
  const workPath = join(folder, 'work.sqlite');
  await made.call('work.create', { file: made.grant(workPath), planId: 'hechuan-2024' });
  return {
    ...made,
    workPath,
    write(name, text) {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    async preview(path, given = {}) {
      const { files } = await made.call('returns.preview', { year: 2024, sources: [made.grant(path)], ...given });
      const [file] = files;
      if (file === undefined) throw new Error('no file');
      return file;
    },
    async takeIn(path, given = {}) {
      const { files } = await made.call('returns.import', { year: 2024, sources: [made.grant(path)], ...given });
      const [file] = files;
      if (file === undefined) throw new Error('no file');
      const lines = file.findings.map(({ cell, code }) => `${cell ?? ''} ${code}`.trim());
      return { outcome: file.outcome, number: file.number, lines };
    },
    problems: async () => (await made.call('work.check', {})).problems,
  };
}

const shown = ({ mapping }: PreviewFile): string[] =>
  (mapping?.rows ?? []).map(({ key, cell, state, rowId }) => `${cell} ${key} ${state} ${rowId ?? ''}`.trim());

const valuesOf = ({ values }: PreviewFile): string[] =>
  values.filter(({ field }) => field === 'value').map(({ rowId, value, cell }) => `${rowId} ${value} ${cell}`);

it('is shown row by row with the rows of the form by name to choose from, and set right by hand', async () => {
  const made = await office();
  const path = made.write('情况.csv', list('2025年1月8日', '1380', '3120'));
  const before = await made.preview(path, { unit: '区公安局' });
  expect(shown(before)).toEqual(['B4 淘汰老旧车辆 likened A3-3.3', 'B5 机动车路检 likened A3-3.4', 'B6 酒驾查处 unknown']);
  expect(before.mapping?.choices.map(({ name }) => name)).toContain('淘汰治理老旧车辆（辆）');
  expect(new Set(before.mapping?.choices.map(({ name }) => name)).size).toBe(before.mapping?.choices.length);
  // What the office calls 路检 here is what was scrapped, and the other way round.
  const rows = [
    { name: '淘汰老旧车辆', row: 'A3-3.4-a' },
    { name: '机动车路检', row: 'A3-3.3-a' },
    { name: '酒驾查处', row: null },
  ];
  const after = await made.preview(path, { unit: '区公安局', rows });
  expect(shown(after)).toEqual(['B4 淘汰老旧车辆 chosen A3-3.4-a', 'B5 机动车路检 chosen A3-3.3-a', 'B6 酒驾查处 skipped']);
  expect(valuesOf(after)).toEqual(['A3-3.4-a 1380 E4', 'A3-3.3-a 3120 E5']);
  made.core.close();
});

it('is remembered for the unit until it is set otherwise or withdrawn, and the check reads each return by its own', async () => {
  const made = await office();
  const swapped = [
    { name: '1. 淘汰老旧车辆', row: 'A3-3.4-a' },
    { name: '机动车路检（辆）', row: 'A3-3.3-a' },
    { name: '酒驾查处', row: null },
  ];
  const first = await made.takeIn(made.write('一.csv', list('2025年1月8日', '1380', '3120')), { unit: '区公安局', rows: swapped });
  expect(first.outcome).toBe('accepted');
  expect(first.lines).toEqual(expect.arrayContaining(['B4 TABLE_ROW_CHOSEN', 'B5 TABLE_ROW_CHOSEN', 'B6 TABLE_ROW_SKIPPED']));
  const next = await made.preview(made.write('二.csv', list('2025年1月9日', '1390', '3130')));
  expect([next.outcome, next.findings[0]?.code]).toEqual(['accepted', 'TABLE_AGREED']);
  expect(valuesOf(next)).toEqual(['A3-3.4-a 1390 E4', 'A3-3.3-a 3130 E5']);
  expect((await made.takeIn(join(made.workPath, '..', '二.csv'))).outcome).toBe('accepted');
  // Said otherwise later: the last word holds from then on, what was taken in before stays as it was read.
  const right = [
    { name: '淘汰老旧车辆', row: 'A3-3.3-a' },
    { name: '机动车路检', row: 'A3-3.4-a' },
  ];
  const third = await made.takeIn(made.write('三.csv', list('2025年1月10日', '1400', '3140')), { rows: right });
  expect(third.outcome).toBe('accepted');
  const fourth = await made.preview(made.write('四.csv', list('2025年1月11日', '1410', '3150')));
  expect(valuesOf(fourth)).toEqual(['A3-3.3-a 1410 E4', 'A3-3.4-a 3150 E5']);
  expect(fourth.findings.map(({ code }) => code)).toContain('TABLE_ROW_SKIPPED');
  expect(await made.problems()).toEqual([]);
  await made.call('returns.withdraw', { number: third.number ?? 0, reason: '选错了行', by: '张三' });
  expect(valuesOf(await made.preview(made.write('四.csv', list('2025年1月11日', '1410', '3150'))))).toEqual([
    'A3-3.4-a 1410 E4',
    'A3-3.3-a 3150 E5',
  ]);
  expect(await made.problems()).toEqual([]);
  // A value moved to another row behind the program's back is told from one that somebody has chosen.
  tamper(made.workPath, "UPDATE return_answer SET row_id = 'A3-5.9' WHERE row_id = 'A3-3.4-a' AND cell = 'E4' AND return_id = 1");
  expect(await made.problems()).not.toEqual([]);
  made.core.close();
});

it('is another unit’s own matter: what one unit has said of a name holds for its tables alone', async () => {
  const made = await office();
  const rows = [{ name: '酒驾查处', row: 'A3-3.4-a' }];
  const police = made.write('公安.csv', list('2025年1月8日', '1380', '3120'));
  await made.takeIn(police, { unit: '区公安局', rows });
  const traffic = list('2025年1月8日', '1380', '3120').replace('公安局', '交通运输委');
  const other = await made.preview(made.write('交通.csv', traffic), { unit: '区交通运输委' });
  expect(shown(other).join(' ')).not.toContain('chosen');
  made.core.close();
});

it('tells rows of the very same name apart by their turn, for this file alone', async () => {
  const made = await office();
  const path = made.write('重名.csv', list('2025年1月8日', '1380', '3120').replace('酒驾查处,起', '机动车路检,起'));
  const before = await made.preview(path, { unit: '区公安局' });
  expect(shown(before).slice(1)).toEqual(['B5 机动车路检#1 unclear', 'B6 机动车路检#2 unclear']);
  const rows = [
    { name: '机动车路检#1', row: 'A3-3.4-a' },
    { name: '机动车路检#2', row: null },
  ];
  const taken = await made.takeIn(path, { unit: '区公安局', rows });
  expect(taken.lines).toEqual(expect.arrayContaining(['B5 TABLE_ROW_CHOSEN', 'B6 TABLE_ROW_SKIPPED']));
  expect(await made.problems()).toEqual([]);
  const again = await made.preview(made.write('再报.csv', list('2025年1月9日', '1380', '3125').replace('酒驾查处,起', '机动车路检,起')));
  expect(shown(again).join(' ')).not.toContain('skipped');
  made.core.close();
});

it('refuses what is said of a row that is not there, or as a row that the form does not have; nothing is stored', async () => {
  const made = await office();
  const path = made.write('情况.csv', list('2025年1月8日', '1380', '3120'));
  const given = (name: string, row: string | null): Given => ({ unit: '区公安局', rows: [{ name, row }] });
  await expect(made.takeIn(path, given('查处黑烟车', 'A3-3.3-a'))).rejects.toThrow('ROW_CHOICE_UNUSED');
  await expect(made.takeIn(path, given('机动车路检', 'A9-9.9'))).rejects.toThrow('ROW_CHOICE_STRANGE');
  expect((await made.call('returns.status', { year: 2024 })).counts.reported).toBe(0);
  made.core.close();
});

/** Ids exchanged against the names. */
const withIds = (first: string, second: string): string =>
  `${TITLE}\n填报时间：2025年1月8日\n编号,工作任务,计量单位,目标值,完成数,是否完成,备注\n${first},淘汰老旧车辆,辆,1350,1380,是,\n${second},机动车路检,辆,3000,3120,是,\nA3-5.9,查处违法燃放烟花爆竹,,,,是,\n`;

it('is an error where the id is one row’s and the name clearly another’s, and read once somebody has said which', async () => {
  const made = await office();
  const path = made.write('编号.csv', withIds('A3-3.4', 'A3-3.3'));
  const before = await made.preview(path, { unit: '区公安局' });
  expect(shown(before)).toEqual(['B4 淘汰老旧车辆 differs', 'B5 机动车路检 differs', 'B6 查处违法燃放烟花爆竹 likened A3-5.9']);
  expect(before.findings.filter(({ code }) => code === 'TABLE_ROW_DIFFERS').map(({ cell, severity }) => `${cell} ${severity}`)).toEqual([
    'B4 error',
    'B5 error',
  ]);
  expect(valuesOf(before)).toEqual([]);
  const rows = [
    { name: '淘汰老旧车辆', row: 'A3-3.3' },
    { name: '机动车路检', row: 'A3-3.4' },
  ];
  const taken = await made.takeIn(path, { unit: '区公安局', rows });
  expect(taken.lines).not.toContain('B4 TABLE_ROW_DIFFERS');
  expect(valuesOf(await made.preview(path, { unit: '区公安局' }))).toEqual(['A3-3.3-a 1380 E4', 'A3-3.4-a 3120 E5']);
  expect(await made.problems()).toEqual([]);
  made.core.close();
});

it('reads a table of the office’s own on a sheet that is called as one of the form’s as what it is', async () => {
  const made = await office();
  const path = made.write('任务填报.csv', withIds('A3-3.3', 'A3-3.4'));
  const named = await made.preview(path, { unit: '区公安局' });
  expect(named.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['TABLE_CHOSEN', 'TABLE_ROW']));
  made.core.close();
});

/** The same list with the second row of another name. */
const listOf = (year: number, name: string): string =>
  `合川区公安局${year}年大气污染防治任务完成情况表\n填报时间：${year + 1}年1月8日\n序号,工作任务,计量单位,目标值,完成情况,备注\n1,淘汰老旧车辆,辆,,1380,\n2,${name},辆,,3120,\n3,酒驾查处,起,,512,\n`;

/** The work as it lies there, opened again. */
async function reopened(workPath: string) {
  const made = testCore(join(workPath, '..'));
  await made.call('work.open', { file: made.grant(workPath) });
  const preview = async (path: string, given: Given & { year: number }): Promise<PreviewFile> => {
    const { files } = await made.call('returns.preview', { sources: [made.grant(path)], ...given });
    const [file] = files;
    if (file === undefined) throw new Error('no file');
    return file;
  };
  return { ...made, preview };
}

/** Items of the unit in the list of 2025, of which one bears an id of 2024. */
function itemsOf(names: readonly (readonly [id: string, name: string])[]): unknown {
  const items = names.map(([id, name], index) => ({
    id: `年25-0${index + 1}`,
    section: 1,
    number: index + 1,
    text: `${name}不少于100辆。`,
    type: 'numeric',
    leadUnitsPrinted: '区公安局',
    leadUnits: ['dept-public-security'],
    responsiblePrinted: '各镇街',
    measures: [
      {
        id,
        name,
        unit: '辆',
        kind: 'amount',
        basis: 'yearly',
        decimals: 0,
        subject: `measure-${index + 1}`,
        targets: { '2025': { printed: '不少于100', operator: 'ge', value: '100' } },
      },
    ],
  }));
  return {
    list: {
      label: '附件',
      title: '2025年事项清单',
      columns: ['序号', '任务内容', '牵头单位', '责任单位'],
      year: 2025,
      sections: [{ number: 1, title: '一、移动源' }],
      items,
    },
  };
}

it('of one year holds in another only where the form still has that row by that name', async () => {
  const made = await office();
  const first = await made.takeIn(made.write('24.csv', listOf(2024, '机动车路检')), {
    unit: '区公安局',
    rows: [
      { name: '淘汰老旧车辆', row: 'A3-3.4-a' },
      { name: '机动车路检', row: 'A3-3.3-a' },
      { name: '酒驾查处', row: null },
    ],
  });
  expect(first.outcome).toBe('accepted');
  made.core.close();
  takeInList(made.workPath, {
    number: '合川治气办〔2025〕3号',
    title: '2025年事项清单',
    issuedOn: '2025-01-20',
    // The id under which 2024 asked for 路检 is now that of another figure, and 酒驾查处 is asked for.
    content: itemsOf([
      ['A3-3.4-a', '抓拍冒黑烟车'],
      ['年25-02-数', '淘汰老旧车辆'],
      ['年25-03-数', '酒驾查处'],
    ]),
  });
  openYear(made.workPath, 2025, { list: 2 });
  const again = await reopened(made.workPath);
  const path = made.write('25.csv', listOf(2025, '机动车路检'));
  const preview = await again.preview(path, { year: 2025, unit: '区公安局' });
  expect(shown(preview)).toEqual(['B4 淘汰老旧车辆 likened 年25-02-数', 'B5 机动车路检 unknown', 'B6 酒驾查处 likened 年25-03-数']);
  // Said anew it holds for 2025, and what 2024 was read by stays.
  const rows = [{ name: '机动车路检', row: 'A3-3.4-a' }];
  const taken = await again.call('returns.import', { year: 2025, sources: [again.grant(path)], unit: '区公安局', rows });
  expect(taken.files[0]?.outcome).toBe('accepted');
  // The year was opened beside the program, which the check tells and nothing else.
  expect((await again.call('work.check', {})).problems.map(({ kind }) => kind)).toEqual(['yearDecision']);
  const next = await again.preview(made.write('24再.csv', listOf(2024, '机动车路检').replace('3120', '3130')), { year: 2024 });
  expect(valuesOf(next)).toEqual(['A3-3.4-a 1380 E4', 'A3-3.3-a 3130 E5']);
  again.core.close();
});
