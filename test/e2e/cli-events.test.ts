import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { runCli } from '../support/run-cli.ts';

const folder = temporaryFolder();
const work = join(folder, 'work.sqlite');
const air = (...args: readonly string[]) => runCli(args, folder);
const events = (...args: readonly string[]) => air('air', 'events', work, ...args);

describe('air events', () => {
  beforeAll(async () => {
    await air('init', work, '--plan', 'hechuan-2024');
    const days = Array.from({ length: 29 }, (_, index) => `2024-02-${String(index + 1).padStart(2, '0')}`);
    const rows = days.map((date) => `清平镇,${date},${date === '2024-02-10' ? 200 : 40},70,8,30,0.8,60`);
    writeFileSync(join(folder, '日均值.csv'), ['镇街,日期,PM2.5,PM10,SO2,NO2,CO,O3-8h', ...rows].join('\n'));
    await air('air', 'import', work, join(folder, '日均值.csv'));
    writeFileSync(join(folder, '通知.pdf'), '%PDF-1.4 通知');
  });

  it('enters, approves and takes back, and says what moves', async () => {
    expect((await events('list', '--year', '2024')).stdout).toContain('2024 年没有登记例外事件');
    const added = await events(
      'add',
      '--kind',
      '烟花爆竹',
      '--from',
      '2024-02-10',
      '--hours',
      '18-24',
      '--place',
      '清平镇',
      '--evidence',
      join(folder, '通知.pdf'),
      '--reason',
      '除夕',
    );
    expect(added.stdout).toContain('✓ 编号 1：烟花爆竹，2024-02-10，申请。');
    expect((await events('effect', '1')).stdout).toContain('按现行设置，批准与否数值都一样。');
    expect((await events('approve', '1', '--reason', '批复')).stderr).toContain('--number 文号');
    expect((await events('approve', '1', '--number', '渝环〔2024〕12号', '--reason', '批复')).stdout).toContain('批准。');
    await air('settings', work, 'set', 'events.fireworks.concentrations', 'true', '--from', '2024-01-01', '--reason', '市级明确');
    // (200 + 28 × 40) ÷ 29 = 45.5.
    expect((await events('effect', '1')).stdout).toContain('45.5 → 40.0');
    const listed = (await events('list', '--year', '2024')).stdout;
    for (const words of ['18时至24时', '清平镇', '渝环〔2024〕12号', '浓度扣除，天数按实测AQI计入']) expect(listed).toContain(words);
    expect((await air('rank', work, '--period', '2024-02')).stdout).toContain('已按批准扣除例外事件：烟花爆竹1天（渝环〔2024〕12号）。');
    expect((await events('evidence', '1', '--out', join(folder, 'out'))).stdout).toContain('✓ 已取出：通知.pdf');
    expect((await events('undo', '1', '--reason', '文号有误')).stdout).toContain('申请。');
    expect((await events('withdraw', '1', '--reason', '重复')).stdout).toContain('已撤销。');
    const again = await events('withdraw', '1', '--reason', '重复');
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('现在是“已撤销”')]);
  });

  it('says what is missing before it opens the work', async () => {
    for (const [args, words] of [
      [['list'], 'list --year'],
      [['add', '--kind', '沙尘'], 'add --kind'],
      [['withdraw', '1'], '--reason'],
      [['refuse'], '编号'],
      [['evidence', '1'], '--out'],
      [['forget'], '第二个参数'],
    ] as const) {
      const { code, stderr } = await events(...args);
      expect([code === 0, stderr.includes(words), args]).toEqual([false, true, args]);
    }
  });
});
