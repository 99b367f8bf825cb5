import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { importedWork, TEMPLATES } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';

/** The command line that scripts rely on, line by line: what it says when it is right, and which sentence when it is not. */
const folder = temporaryFolder();
const W = 'work.sqlite';
const PUBLISHED = join(TEMPLATES, 'schemes', 'published', '互评.yml');
const REASONED = ['--reason', '理由', '--by', '张三'];
const REVISION = ['--measure', 'A1-01', '--year', '2025', '--value', '≤31', '--document', '渝环〔2025〕1号', '--from', '2025-01-01'];
const PAPER = ['--document', '渝环〔2025〕3号', ...REASONED];
const FIGURE = ['--measure', 'A1-01', '--year', '2025', '--value', '33'];

beforeAll(async () => {
  const made = await importedWork(folder);
  made.core.close();
  writeFileSync(join(folder, 'bad.yml'), 'id: x\n');
});

const call = (line: readonly string[], input = ''): Promise<CliResult> => runCli(line, folder, input);

/** One line, and what stands in its answer. Lines build on each other, in this order. */
const RIGHT: readonly (readonly [line: readonly string[], answer: RegExp])[] = [
  [['year', 'list', W], /2024 .*\n.*2025 +未开启/],
  [['year', 'open', W, '2025', '--targets', 'ask', '--scheme', 'default-2024', '--due', '2026-01-20', ...REASONED], /✓ 已开启 2025 年度/],
  [
    ['year', 'open', W, '2026', '--targets', 'carry', '--target', 'A1-01=≤31', '--target', 'A1-03=interpolate', ...REASONED],
    /A1-03 .* 2025年与2027年插值/,
  ],
  [['year', 'show', W, '2025'], /2025 年度　准备　2025-02-10 张三 开启/],
  [
    ['year', 'change', W, '2025', 'due=2026-02-01', 'rounds=年,季', 'due:2025-Q1=2025-04-15', ...REASONED],
    /第1季度 2025-04-15 截止：已报 0/,
  ],
  [['year', 'cancel', W, '2026', ...REASONED], /2026 年度　未开启/],
  [['targets', 'show', W, '--year', '2025'], /A1-01 .*≤32/],
  [['targets', 'revise', W, ...REVISION, ...REASONED], /≤32.*≤31[^]*✓ 已记录目标调整/],
  [['targets', 'show', W, '--year', '2025'], /2025年目标的调整[^]*≤31 +渝环〔2025〕1号 +2025-01-01 +张三 +理由/],
  [
    ['targets', 'revise', W, '--measure', 'A1-03', ...'--year 2025 --year 2027 --value ≥84 --from 2025-01-01'.split(' '), ...PAPER],
    /2025年[^]*≥84[^]*2027年[^]*≥84[^]*✓ 已记录目标调整/,
  ],
  [
    ['targets', 'revise', W, '--measure', 'A1-03', ...'--value 2025=≥84.5 --value 2027=≥86 --from 2025-02-01'.split(' '), ...PAPER],
    /2025年.*≥84\.5\n.*2027年.*≥86/,
  ],
  [['figures', 'set', W, ...FIGURE, '--document', '市通报', '--by', '张三'], /✓ 已录入 A1-01 2025 年 33（市通报）/],
  [
    ['figures', 'set', W, ...FIGURE.slice(0, -1), '33.4', '--document', '更正', '--by', '张三'],
    /原有认定数 33（市通报），由 33\.4 代替[^]*✓ 已录入/,
  ],
  [['consent', W, '--unit', '涞滩镇', '--row', 'A3-4.3', '--year', '2024', ...REASONED], /涞滩镇/],
  [['plan', 'list'], /合川府办发〔2024〕52号/],
  [['plan', 'list', W], /渝环〔2025〕1号/],
  [['plan', 'export', W, '--out', 'plan.xlsx'], /✓ 已生成 plan\.xlsx/],
  [['plan', 'import', W, 'plan.xlsx', '--document', '文', '--by', '张三'], /没有差异/],
  [['schemes', W], /default-2024 +评分办法/],
  [['schemes', W, '--year', '2024'], /ranking-2024 +排名办法/],
  [['schemes', 'list', W], /default-2024 +评分办法/],
  [['schemes', 'list', W, '--year', '2024'], /ranking-2024 +排名办法/],
  [['schemes', 'check', PUBLISHED], /✓ 互评\.yml 可以使用/],
  [['schemes', 'add', W, PUBLISHED, ...REASONED], /✓ 已加入[^]*cross-review-2020/],
  [['schemes', 'show', W, 'cross-review-2020'], /cross-review-2020/],
  [['schemes', 'export', W, 'cross-review-2020', '--out', 'own.yml'], /✓ 已导出到 own\.yml/],
  [['schemes', 'retire', W, 'cross-review-2020', ...REASONED], /✓ 已停用/],
  [['score', W, '--year', '2024'], /2024 年度考核得分/],
  [['score', W, '--year', '2024', '--scheme', 'default-2024'], /示范方案/],
  [['run', 'make', W, '--year', '2024'], /✓ 已存为第 1 号计算记录/],
  [['run', 'make', W, '--ranking', '2024'], /✓ 已存为第 2 号计算记录/],
  [['run', 'make', W, '--ranking', '2024-07', '--scheme', 'ranking-mix'], /✓ 已存为第 3 号计算记录/],
  [['run', 'list', W], /ranking-mix/],
  [['run', 'show', W, '1'], /第 1 号计算记录/],
  [['run', 'diff', W, '1', '1'], /没有变化/],
  [['whatif', W, '--year', '2024', '--set', 'weight:A1-01=15', '--set', 'target:A1-01=≤31'], /假设，不保存/],
  [['sensitivity', W, '--year', '2024', '--weights', '±10'], /2024 年度稳健性/],
  [['year', 'final', W, '2024', '--run', '1', '--despite', '先行定稿', ...REASONED], /2024 年度　定稿/],
  [['year', 'archive', W, '2024', ...REASONED], /2024 年度　归档[^]*2025-02-10 张三标记（只作标记，没有生成归档文件）/],
  [['year', 'reopen', W, '2024', ...REASONED], /2025-02-10 重新开启，归档与现在的年度不再相符/],
];

/** One line that is refused, the code of its refusal and what its sentence says. They change nothing and come after the right ones. */
const WRONG: readonly (readonly [line: readonly string[], code: string, sentence: RegExp])[] = [
  [['year', 'open', W, '2026', '--targets', 'ask', ...REASONED], 'YEAR_TARGETS_OPEN', /21 项指标没有目标.*--targets carry/],
  [['year', 'open', W, '2026', '--targets', 'carry', '--by', '张三'], 'USAGE', /缺少必填选项 --reason/],
  [['year', 'open', W, '2026', '--targets', 'maybe', ...REASONED], 'USAGE', /可写 ask、carry、interpolate/],
  [['year', 'open', W, '2026', '--targets', 'carry', '--reason', '', '--by', '张三'], 'USAGE', /缺少必填选项 --reason/],
  [['year', 'open', W, '2026', '--targets', 'carry', '--reason', '理由', '--by', ''], 'ACTOR_MISSING', /--by 姓名/],
  [['year', 'open', W, '2026', '--targets', 'carry', '--target', 'ZZ=3', ...REASONED], 'MEASURE_UNKNOWN', /没有指标 ZZ/],
  [['year', 'open', W, '2026', '--targets', 'carry', '--target', 'A1-01=', ...REASONED], 'USAGE', /应写成 名称=值/],
  [['year', 'open', W, '2026', '--targets', 'carry', '--scheme', 'nosuch', ...REASONED], 'SCHEME_UNKNOWN', /可用：default-2024/],
  [['year', 'open', W, '2026', '--targets', 'carry', '--due', '1月', ...REASONED], 'USAGE', /请写完整日期/],
  [['year', 'show', W, '2031'], 'YEAR_OUTSIDE_PLAN', /方案只管 2024 至 2027 年，没有 2031 年度/],
  [['targets', 'show', W, '--year', '2023'], 'YEAR_OUTSIDE_PLAN', /2024 至 2027/],
  [
    ['targets', 'revise', W, '--measure', 'A1-01', '--value', '2023=≤40', '--from', '2023-01-01', ...PAPER],
    'YEAR_OUTSIDE_PLAN',
    /2023 年度/,
  ],
  [
    ['targets', 'revise', W, '--measure', 'A1-01', ...'--year 2025 --value ≤31 --value ≤30 --from 2025-01-01'.split(' '), ...PAPER],
    'USAGE',
    /--value 只写一次/,
  ],
  [
    ['targets', 'revise', W, '--measure', 'A1-01', ...'--value 2025=≤31 --value 2025=≤30 --from 2025-01-01'.split(' '), ...PAPER],
    'USAGE',
    /2025 年写了两次/,
  ],
  [['figures', 'set', W, ...FIGURE.slice(0, -1), '', '--document', '文', '--by', '张三'], 'INPUT_INVALID', /数值不能为空/],
  [['year', 'open', W, '2031', '--targets', 'carry', ...REASONED], 'YEAR_OUTSIDE_PLAN', /2024 至 2027/],
  [['year', 'list', 'nofile.sqlite'], 'WORK_MISSING', /找不到工作库/],
  [['year', 'list'], 'USAGE', /缺少参数 <WORK\.sqlite>/],
  [['year', 'show', W, '25'], 'USAGE', /参数 <年度> 的值不正确：请写四位年份/],
  [['year', 'change', W, '2025', ...REASONED], 'USAGE', /缺少参数 <KEY=VALUE>/],
  [['year', 'change', W, '2025', 'colour=red', ...REASONED], 'USAGE', /不能调整“colour”/],
  [['year', 'change', W, '2025', 'list=abc', ...REASONED], 'USAGE', /方案文件号/],
  [['year', 'change', W, '2025', 'due:2025-Q9=2026-01-01', ...REASONED], 'YEAR_ROUND_UNKNOWN', /2025-Q1、2025-Q2/],
  [['year', 'cancel', W, '2024', ...REASONED], 'YEAR_IN_USE', /不能取消开启/],
  [['year', 'reopen', W, '2025', ...REASONED], 'YEAR_NOT_FINAL', /没有定稿/],
  [['year', 'archive', W, '2025', ...REASONED], 'YEAR_NOT_SIGNED', /还没有定稿，不能归档/],
  [['year', 'final', W, '2025', ...REASONED], 'USAGE', /缺少必填选项 --run/],
  [['year', 'final', W, '2025', '--run', '99', ...REASONED], 'RUN_UNKNOWN', /没有第 99 号计算记录/],
  [['year', 'final', W, '2024', '--run', '1', ...REASONED], 'YEAR_BLOCKED', /还不能定稿.*--despite/],
  [['year'], 'USAGE', /缺少子命令/],
  [['year', 'nosuch', W], 'USAGE', /没有“nosuch”这个命令/],
  [['targets', 'show', W], 'USAGE', /缺少必填选项 --year/],
  [['targets', 'revise', W, ...REVISION.slice(0, -2), ...REASONED], 'USAGE', /缺少必填选项 --from/],
  [['figures', 'set', W, ...FIGURE, '--by', '张三'], 'USAGE', /缺少必填选项 --document/],
  [['figures', 'set', W, ...FIGURE.slice(0, -1), '约33', '--document', '文', '--by', '张三'], 'FIGURE_INVALID', /不是数/],
  [['consent', W, '--unit', '涞滩镇', '--row', 'A3-4.3', ...REASONED], 'YEAR_UNSAID', /已开启多个年度/],
  [['consent', W, '--unit', '无镇', '--row', 'A3-4.3', '--year', '2024', ...REASONED], 'UNIT_UNKNOWN', /没有“无镇”这个单位/],
  [['plan', 'export', W], 'USAGE', /缺少必填选项 --out/],
  [['plan', 'export', W, '--out', 'plan.pdf'], 'REPORT_EXTENSION', /以 \.xlsx 结尾/],
  [['plan', 'import', W, 'plan.xlsx', '--by', '张三'], 'USAGE', /缺少必填选项 --document/],
  [['schemes', 'list', W, '--year', 'abc'], 'USAGE', /四位年份/],
  [['schemes', W, '--template', 'nosuch'], 'SCHEME_UNKNOWN', /可用：ranking-2024/],
  [['schemes', 'check', 'nofile.yml'], 'SCHEME_FILE_UNREADABLE', /打不开/],
  [['schemes', 'add', W, 'bad.yml'], 'SCHEME_INVALID', /文件中没有规则。请写 rules/],
  [['schemes', 'show', W, 'nosuch'], 'SCHEME_MISSING', /没有办法 nosuch/],
  [['schemes', 'export', W, 'default-2024', '--out', W], 'FILE_IS_WORK', /是工作库本身/],
  [['schemes', 'export', W, 'default-2024', '--out', 'bad.yml/own.yml'], 'FILE_UNWRITABLE', /无法写入/],
  [['schemes', 'retire', W, 'default-2024'], 'USAGE', /缺少必填选项 --reason/],
  [['schemes', 'try', PUBLISHED], 'CALC_INPUT_EMPTY', /--help/],
  [['score', W, '--year', '2026'], 'YEAR_NOT_OPEN', /year open WORK\.sqlite 2026/],
  [['score', W, '--year', '2024', '--scheme', 'ranking-mix'], 'SCHEME_NOT_SCORING', /rank WORK\.sqlite --period 2024/],
  [['score', W, '--year', '2024', '--scheme', 'cross-review-2020'], 'SCHEME_SUBJECTS', /办法的对象“市”.*--subjects/],
  [['run', 'make', W], 'USAGE', /--year 年度 或 --ranking 时段/],
  [['run', 'make', W, '--ranking', '7月'], 'PERIOD_INVALID', /时段“7月”不正确/],
  [['run', 'show', W, 'abc'], 'USAGE', /计算记录的编号/],
  [['run', 'diff', W, '1', '2'], 'RUN_NOT_SCORES', /是排名，不是年度得分/],
  [['whatif', W, '--year', '2024', '--set', 'nonsense'], 'WHATIF_FORM', /读不懂这条假设/],
  [['sensitivity', W, '--year', '2024', '--weights', 'abc'], 'USAGE', /大于 0、小于 100/],
  [['figures', 'set', W, '--measure', 'A1-01', '--year', '2029', '--value', '33', ...PAPER], 'YEAR_OUTSIDE_PLAN', /2024 至 2027/],
  [['figures', 'set', W, '--measure', 'A1-99', '--year', '2025', '--value', '33', ...PAPER], 'MEASURE_UNKNOWN', /共 \d+ 个.*targets show/],
];

describe('each line as it is written', () => {
  it.each(RIGHT.map(([line, answer]) => ({ line, answer, name: line.join(' ') })))('$name', async ({ line, answer }) => {
    const result = await call(line);
    expect(result.stderr).not.toMatch(/✗/u);
    expect(result.stdout).toMatch(answer);
    expect(result.code).toBe(0);
  });

  it('schemes try reads a table and gives it back with points', async () => {
    const tried = await call(['schemes', 'try', PUBLISHED], 'subject,manual:bonus,manual:counties,manual:daily,manual:peers\n甲,1,2,3,4\n');
    expect(tried).toMatchObject({ code: 0, stdout: expect.stringMatching(/^subject,.*points.*\n甲,/u) });
  });
});

describe('each line that is wrong says what is wrong, in JSON too', () => {
  it.each(WRONG.map(([line, code, sentence]) => ({ line, code, sentence, name: line.join(' ') })))(
    '$name → $code',
    async ({ line, code, sentence }) => {
      const result = await call([...line, '--json']);
      expect(JSON.parse(result.stdout)).toMatchObject({ ok: false, error: { code, sentence: expect.stringMatching(sentence) } });
      expect(result.code).toBe(1);
    },
  );

  it.each([0, 1, 10])('the sentence in JSON is the one that is printed: %i', async (index) => {
    const [line = []] = WRONG[index] ?? [];
    const [printed, answered] = [await call(line), await call([...line, '--json'])];
    const { error } = JSON.parse(answered.stdout) as { error: { sentence: string } };
    expect(printed).toMatchObject({ code: 1, stdout: '', stderr: `✗ ${error.sentence}\n` });
  });
});

test('help marks what must be there, and knows commands of two words', async () => {
  const help = await call(['help', 'year', 'final']);
  expect(help.stdout).toMatch(/--run <编号> .*（必填）[^]*--reason <理由> .*（必填）/);
  expect(help.stdout).not.toMatch(/--despite .*（必填）/);
});
