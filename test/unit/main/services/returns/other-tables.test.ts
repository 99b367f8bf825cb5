import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { MethodInput } from '../../../../../shared/contract/contract.ts';
import { OWN_TABLES_EDITION } from '../../../../../shared/domain/returns/reading-edition.ts';
import { type TestCore, testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { tamper } from '../../../../support/tamper.ts';

const root = temporaryFolder();
let works = 0;

const HEAD = '序号,工作任务,计量单位,目标值,完成情况,备注\n';
const list = (title: string, date: string, scrapped: string): string =>
  `${title}\n填报时间：${date}\n${HEAD}1,淘汰老旧车辆,辆,1350,${scrapped},\n2,机动车路检,辆,3000,3120辆,\n3,打击污染源监测数据弄虚作假,,,已完成,\n`;

interface Office extends TestCore {
  readonly workPath: string;
  /** Takes a table in as a file of this name. */
  takeIn(
    name: string,
    text: string,
    more?: Partial<MethodInput<'returns.import'>>,
  ): Promise<{
    outcome: string;
    unit: string | null;
    choices: string[];
    codes: string[];
    number: number | null;
    answers: number;
    sha256: string | null;
  }>;
}

async function office(): Promise<Office> {
  const folder = join(root, `work-${(works += 1)}`);
  mkdirSync(folder);
  const made = testCore(folder);
  const workPath = join(folder, 'work.sqlite');
  await made.call('work.create', { file: made.grant(workPath), planId: 'hechuan-2024' });
  return {
    ...made,
    workPath,
    async takeIn(name, text, more = {}) {
      const path = join(folder, name);
      writeFileSync(path, text);
      const report = await made.call('returns.import', { year: 2024, sources: [made.grant(path)], ...more });
      const [file] = report.files;
      if (file === undefined) throw new Error('no file');
      const { outcome, unitName, choices, findings, number, answers, sha256 } = file;
      const codes = [...new Set(findings.map(({ code }) => code))];
      return { outcome, unit: unitName, choices: choices.map((choice) => choice.unitName), codes, number, answers, sha256 };
    },
  };
}

const TITLE = '合川区公安局2024年大气污染防治任务完成情况表';

it('is taken in once somebody has said whose it is, and the next of its kind is not asked about', async () => {
  const made = await office();
  const asked = await made.takeIn('完成情况.csv', list(TITLE, '2025年1月8日', '1380'));
  expect(asked).toMatchObject({ outcome: 'undecided', choices: ['区公安局'], answers: 4 });
  expect(asked.codes[0]).toBe('TABLE_LIKENED');
  const units = [{ sha256: asked.sha256 ?? '', unit: '区公安局' }];
  const taken = await made.takeIn('完成情况.csv', list(TITLE, '2025年1月8日', '1380'), { units });
  expect(taken).toMatchObject({ outcome: 'accepted', unit: '区公安局', answers: 4 });
  expect(taken.codes[0]).toBe('TABLE_CHOSEN');
  const next = await made.takeIn('更正.csv', list(TITLE, '2025年1月10日', '1402'));
  expect(next).toMatchObject({ outcome: 'accepted', unit: '区公安局' });
  expect(next.codes[0]).toBe('TABLE_AGREED');
  const { score } = await made.call('assessment.explain', { year: 2024, unit: '区公安局' });
  expect(JSON.stringify(score)).toContain('1402');
  expect(await made.call('work.check', {})).toMatchObject({ problems: [] });
  made.core.close();
});

/** With ids of ours, and under 是否完成. */
const withIds = (title: string): string =>
  `${title}\n填报时间：2025年1月8日\n编号,工作任务,计量单位,目标值,完成数,是否完成,备注\nA3-3.3,淘汰老旧车辆,辆,1350,1380,是,\nA3-3.4,机动车路检,辆,3000,3120,是,\nA3-5.9,查处违法燃放烟花爆竹,,,,是,\nA3-7.2,打击污染源监测数据弄虚作假,,,,是,\n`;

it('is a table of the office’s own though it has ids of ours, and no form that lost its key', async () => {
  const made = await office();
  const asked = await made.takeIn('有编号.csv', withIds(TITLE));
  expect(asked).toMatchObject({ outcome: 'undecided', choices: ['区公安局'], answers: 7 });
  expect(asked.codes).toEqual(['TABLE_LIKENED', 'TABLE_ROW', 'TABLE_ROW_ABSENT']);
  const taken = await made.takeIn('有编号.csv', withIds(TITLE), { unit: '区公安局' });
  expect(taken).toMatchObject({ outcome: 'accepted', answers: 7 });
  const { score } = await made.call('assessment.explain', { year: 2024, unit: '区公安局' });
  expect(JSON.stringify(score)).toContain('1380');
  expect(await made.call('work.check', {})).toMatchObject({ problems: [] });
  // What an edition before took in was read as a form without its key, and is held against the original as such.
  tamper(made.workPath, `UPDATE return_file SET reading = ${OWN_TABLES_EDITION - 1}`);
  expect((await made.call('work.check', {})).problems).not.toEqual([]);
  made.core.close();
});

it('is asked about again where a name is a new one, and where what was agreed on has been withdrawn', async () => {
  const made = await office();
  const first = await made.takeIn('完成情况.csv', list(TITLE, '2025年1月8日', '1380'), { unit: '区公安局' });
  const other = await made.takeIn('新.csv', list(TITLE, '2025年1月9日', '1390').replace('淘汰老旧车辆', '淘汰治理老旧车'));
  expect(other).toMatchObject({ outcome: 'undecided', choices: ['区公安局'] });
  await made.call('returns.withdraw', { number: first.number ?? 0, reason: '看错了行', by: '张三' });
  const again = await made.takeIn('更正.csv', list(TITLE, '2025年1月10日', '1402'));
  expect(again).toMatchObject({ outcome: 'undecided', choices: ['区公安局'] });
  made.core.close();
});

it('names the units whose rows it has where it names none, and is refused as the table of one that it does not name', async () => {
  const made = await office();
  const nameless = await made.takeIn('清单.csv', list('任务完成情况表', '2025年1月8日', '1380'));
  expect(nameless.outcome).toBe('undecided');
  expect(nameless.codes.slice(0, 2)).toEqual(['TABLE_UNIT_OPEN', 'TABLE_YEAR_ASSUMED']);
  expect(nameless.choices).toContain('区公安局');
  const strange = await made.takeIn('完成情况.csv', list(TITLE, '2025年1月8日', '1380'), { unit: '区生态环境局' });
  expect(strange).toMatchObject({ outcome: 'rejected' });
  expect(strange.codes).toEqual(['RETURN_UNIT_NOT_NAMED']);
  made.core.close();
});

it('is refused where it is of another year, and is no return where its rows are nobody’s', async () => {
  const made = await office();
  const before = await made.takeIn('旧.csv', list(TITLE.replace('2024', '2023'), '2024年1月8日', '1380'));
  expect([before.outcome, before.codes]).toEqual(['rejected', ['RETURN_OTHER_YEAR']]);
  const papers = await made.takeIn('目录.csv', `文件目录\n序号,名称,完成时间,备注\n1,会议纪要,2024-08-31,\n2,车辆购置合同,2024-09-01,\n`);
  expect([papers.outcome, papers.codes]).toEqual(['rejected', ['RETURN_FOREIGN']]);
  made.core.close();
});

it('is asked about where it names two units that have its rows, though one of them has agreed on such a table', async () => {
  const made = await office();
  await made.takeIn('完成情况.csv', list(TITLE, '2025年1月8日', '1380'), { unit: '区公安局' });
  const joint = await made.takeIn('联合.csv', list('区公安局、区生态环境局2024年任务完成情况表', '2025年1月9日', '1390'));
  expect(joint.outcome).toBe('undecided');
  expect(joint.choices.toSorted()).toEqual(['区公安局', '区生态环境局']);
  made.core.close();
});

it('is told from monitoring data and lists of dust days, which have a page of their own', async () => {
  const made = await office();
  const measured = await made.takeIn('监测.csv', '镇街,日期,PM2.5\n清平镇,2024-07-01,35\n');
  expect([measured.outcome, measured.codes]).toEqual(['rejected', ['RETURN_IS_MONITORING']]);
  const dust = await made.takeIn('扣沙日清单.csv', '镇街,日期,备注\n清平镇,2024-03-28,沙尘\n');
  expect([dust.outcome, dust.codes]).toEqual(['rejected', ['RETURN_IS_MONITORING']]);
  made.core.close();
});
