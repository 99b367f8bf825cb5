import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CliResult, runCli } from '../support/run-cli.ts';

const calc = (args: readonly string[], input: string | Uint8Array): Promise<CliResult> => runCli(['calc', ...args], undefined, input);
const lines = (result: CliResult): string[] => result.stdout.split('\n').slice(1, -1);

/** domain.md §1.5: pollutant, concentration, IAQI of 2012, IAQI of 2026. */
const VECTORS: readonly (readonly [string, string, number, number])[] = [
  ['pm25', '75', 100, 114],
  ['pm10', '150', 100, 112],
  ['pm25', '12', 18, 18],
  ['pm25', '35', 50, 50],
  ['pm25', '36', 52, 52],
  ['pm25', '50', 69, 80],
  ['pm25', '60', 82, 100],
  ['pm25', '61', 83, 101],
  ['pm25', '76', 102, 115],
  ['pm25', '100', 132, 137],
  ['pm25', '115', 150, 150],
  ['pm25', '116', 152, 152],
  ['pm25', '150', 200, 200],
  ['pm25', '151', 201, 201],
  ['pm25', '251', 301, 301],
  ['pm25', '500', 500, 500],
  ['pm25', '600', 500, 500],
  ['pm10', '51', 51, 51],
  ['pm10', '100', 75, 86],
  ['pm10', '120', 85, 100],
  ['pm10', '121', 86, 101],
  ['pm10', '151', 101, 112],
  ['pm10', '251', 151, 151],
  ['pm10', '420', 300, 300],
  ['o3_8h', '101', 51, 51],
  ['o3_8h', '161', 101, 101],
  ['o3_8h', '186', 124, 124],
  ['o3_8h', '216', 151, 151],
  ['o3_8h', '266', 201, 201],
  ['no2', '41', 52, 52],
  ['no2', '81', 101, 101],
  ['so2', '51', 51, 51],
  ['so2', '151', 101, 101],
  ['co', '0.9', 23, 23],
  ['co', '2.1', 53, 53],
  ['co', '2.2', 55, 55],
  ['co', '4.1', 101, 101],
];
const NAMES = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3_8h'];
const LEVELS: readonly (readonly [number, string])[] = [
  [50, '1,优'],
  [100, '2,良'],
  [150, '3,轻度污染'],
  [200, '4,中度污染'],
  [300, '5,重度污染'],
  [500, '6,严重污染'],
];

/** Under 2026 a blank cell is missing; what is not monitored has /. */
const vectorTable = `${NAMES.join(',')}\n${VECTORS.map(([name, value]) => NAMES.map((column) => (column === name ? value : '/')).join(',')).join('\n')}\n`;

describe('calc aqi', () => {
  test.each([
    ['2012', 2],
    ['2026', 3],
    ['2031', 3],
  ] as const)('every vector of the facts under %s, with level and primary pollutant', async (standard, position) => {
    const result = await calc(['aqi', '--standard', standard], vectorTable);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    const expected = VECTORS.map((vector) => {
      const aqi = vector[position];
      return `${aqi},${LEVELS.find(([upTo]) => aqi <= upTo)?.[1]},${aqi > 50 ? vector[0] : ''}`;
    });
    expect(lines(result).map((line) => line.split(',').slice(NAMES.length).join(','))).toEqual(expected);
  });

  test('without --standard the date of each row decides, in every form of a date', async () => {
    const result = await calc(
      ['aqi'],
      'date,pm25\n2026-02-28,75\n2026-03-01,75\n2026/3/1,75\n20260228,75\n2026年3月1日,75\n2026-03-01 00:00:00,75\n2030-12-31,60\n2031-01-01,61\n',
    );
    expect(result.code).toBe(0);
    expect(lines(result).map((line) => line.split(',')[2])).toEqual(['100', '114', '114', '100', '114', '114', '100', '101']);
  });

  test('ties are all named; a missing pollutant makes 2026 NA up to 100, and leaves 2012 as it is', async () => {
    const table = 'pm25,pm10,o3_8h\n60,120,100\n60,,100\n61,,100\n61,NA,—\n,,\n';
    expect(lines(await calc(['aqi', '--standard', '2026'], table))).toEqual([
      '60,120,100,100,2,良,pm25;pm10',
      '60,,100,NA,NA,NA,NA',
      '61,,100,101,3,轻度污染,pm25',
      '61,NA,—,101,3,轻度污染,pm25',
      ',,,,,,',
    ]);
    expect(lines(await calc(['aqi', '--standard', '2012'], table))[1]).toBe('60,,100,82,2,良,pm25');
    expect(lines(await calc(['aqi', '--standard', '2026'], 'name,pm25,pm10\na,,\n'))).toEqual(['a,,,NA,NA,NA,NA']);
  });

  test('O3 8 h above 800: 300 under 2026; under 2012 by the 1-hour value, without it the level only', async () => {
    expect(lines(await calc(['aqi', '--standard', '2026'], 'o3_8h\n801\n'))).toEqual(['801,300,5,重度污染,o3_8h']);
    expect(lines(await calc(['aqi', '--standard', '2012'], 'o3_8h,o3_1h\n801,1000\n'))).toEqual(['801,1000,400,6,严重污染,o3_8h']);
    const unknown = await calc(['aqi', '--standard', '2012'], 'o3_8h\n801\n');
    expect(lines(unknown)).toEqual(['801,,6,严重污染,o3_8h']);
    expect(unknown.code).toBe(0);
    expect(unknown.stderr).toContain('没有 o3_1h 列的值');
  });

  test('extra columns pass to the byte: quotes, line breaks in quotes, blanks, empty lines and CR LF', async () => {
    const input = '"站 点",date, pm25 ,备注\r\n"合阳城""街道""\r\n（南）",2024-01-01,35,"a,b"\r\n\r\n  x , 2024-01-02 ,"36", y\'z"q \r\n';
    const result = await calc(['aqi'], input);
    expect(result).toMatchObject({ code: 0, stderr: '' });
    expect(result.stdout).toBe(
      '"站 点",date, pm25 ,备注,aqi,level,category,primary\r\n"合阳城""街道""\r\n（南）",2024-01-01,35,"a,b",50,1,优,\r\n\r\n  x , 2024-01-02 ,"36", y\'z"q ,52,2,良,pm25\r\n',
    );
  });

  test('a value that cannot be read or is negative leaves its row blank, is named by line and column, and ends in 1', async () => {
    const result = await calc(
      ['aqi'],
      'note,date,pm25,pm10\n"two\nlines",2024-01-01,35,50\nb,2024-01-02,abc,50\nc,2024-01-03,35,-5\nd,1月4日,35,50\ne,,35,50\nf,2024-01-06,36,50,more\ng,2024-01-07,36\n',
    );
    expect(result.code).toBe(1);
    expect(result.stderr.trim().split('\n')).toEqual([
      '第 4 行 pm25 列：“abc”不是可以计算的数值，该行结果留空。',
      '第 5 行 pm10 列：-5 是负数，该行结果留空。',
      '第 6 行 date 列：“1月4日”不是完整的日期，无法按日期选用标准，该行结果留空。',
      '第 7 行 date 列：没有日期，无法按日期选用标准，该行结果留空。',
      '第 8 行有 5 列，比表头多 1 列，该行结果留空。',
      '第 9 行只有 3 列，比表头少 1 列，按缺测处理。',
    ]);
    const written = result.stdout.trim().split('\n').slice(3);
    expect(written.slice(0, 4)).toEqual(['b,2024-01-02,abc,50,,,,', 'c,2024-01-03,35,-5,,,,', 'd,1月4日,35,50,,,,', 'e,,35,50,,,,']);
    expect(written[5]).toBe('g,2024-01-07,36,,52,2,良,pm25');
  });

  test('headers by other names, units, separators and encodings', async () => {
    const table = '日期,细颗粒物（µg/m³）,PM₁₀,CO(μg/m3),O₃-8h\n2024/1/2,35,50,2200,100\n';
    const expected = '2024/1/2,35,50,2200,100,55,2,良,co';
    const utf8 = await calc(['aqi'], `\uFEFF${table}`);
    expect(utf8.code).toBe(0);
    expect(utf8.stderr).toContain('按 µg/m³ 换算');
    expect(utf8.stdout.startsWith('日期,')).toBe(true);
    expect(lines(utf8)).toEqual([expected]);
    expect(lines(await calc(['aqi'], Buffer.from(`\uFEFF${table}`, 'utf16le')))).toEqual([expected]);
    // 日期,PM2.5,镇街 in GBK.
    const gbk = Buffer.concat([
      Buffer.from([0xc8, 0xd5, 0xc6, 0xda]),
      Buffer.from(',PM2.5,'),
      Buffer.from([0xd5, 0xf2, 0xbd, 0xd6]),
      Buffer.from('\n2024-01-02,35,x\n'),
    ]);
    expect((await calc(['aqi'], gbk)).stdout).toBe('日期,PM2.5,镇街,aqi,level,category,primary\n2024-01-02,35,x,50,1,优,\n');
    expect(lines(await calc(['aqi'], 'date\tPM2.5\n2024-01-02\t36\n'))).toEqual(['2024-01-02\t36\t52\t2\t良\tpm25']);
  });

  const refusals: readonly [string, readonly string[], string, RegExp][] = [
    ['neither date nor standard', ['aqi'], 'pm25\n35\n', /没有 date 列，无法按日期选用标准/],
    ['no column to calculate with', ['aqi', '--standard', '2012'], 'a,b\n1,2\n', /表头中没有可计算的列/],
    ['two columns for one pollutant', ['aqi', '--standard', '2012'], 'PM2.5,细颗粒物\n1,2\n', /是同一项/],
    ['a unit that depends on the weather', ['aqi', '--standard', '2012'], 'O3-8h(ppb)\n1\n', /单位是 ppb/],
    ['no input', ['aqi'], '', /没有可计算的内容/],
    ['an unknown standard', ['aqi', '--standard', '1996'], '', /可选 2012、2026/],
    ['a quote that is never closed', ['aqi', '--standard', '2012'], 'pm25,n\n1,a\n2,"b\n3,c\n', /第 3 行起不是正确的 CSV/],
    ['an index without a standard', ['index'], 'pm25\n', /缺少必填选项/],
    ['weights that are none', ['index', '--standard', '2012', '--weights', 'pm25=x'], '', /权重为正数/],
    ['a percentile beyond 100', ['percentile', '--p', '101'], '1\n', /0 到 100/],
    ['a line that is no number', ['percentile', '--p', '90'], '1\nx\n', /第 2 行：“x”不是数值/],
    ['a percentile of nothing', ['percentile', '--p', '90'], '\n', /没有可计算的内容/],
  ];
  test.each(refusals)('%s: a Chinese sentence and exit code 1', async (_name, args, input, sentence) => {
    const result = await calc(args, input);
    expect(result.code).toBe(1);
    expect(result.stderr).toMatch(sentence);
  });

  test('with --json the same rows come as one value', async () => {
    const result = await calc(['aqi', '--json'], 'date,pm25,n\n2024-01-01,36,"a,b"\n2024-01-02,35,c\n');
    expect(JSON.parse(result.stdout)).toEqual({
      ok: true,
      value: {
        header: ['date', 'pm25', 'n', 'aqi', 'level', 'category', 'primary'],
        rows: [
          ['2024-01-01', '36', 'a,b', '52', '2', '良', 'pm25'],
          ['2024-01-02', '35', 'c', '50', '1', '优', ''],
        ],
      },
    });
  });
});

describe('calc aqi on a long table', () => {
  const program = join(import.meta.dirname, '..', '..', 'main', 'hosts', 'cli', 'run.mjs');
  const ROW = '2024-01-01,合阳城街道,35,50,10,20,0.9,100\n';

  test('200,000 rows pass through in a heap that could not hold them', async () => {
    const child = spawn(process.execPath, ['--max-old-space-size=48', program, 'calc', 'aqi'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const piece = ROW.repeat(1000);
    let [left, lineCount] = [200, 0];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (lineCount += text.split('\n').length - 1));
    const feed = (): void => {
      while (left > 0) {
        left -= 1;
        if (!child.stdin.write(piece)) return void child.stdin.once('drain', feed);
      }
      child.stdin.end();
    };
    child.stdin.write('date,name,pm25,pm10,so2,no2,co,o3_8h\n');
    feed();
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, lineCount]).toEqual([0, 200_001]);
  });

  test('while nobody takes the output, the input is held back', async () => {
    const child = spawn(process.execPath, [program, 'calc', 'aqi'], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.on('error', () => undefined);
    child.stdin.write('date,name,pm25,pm10,so2,no2,co,o3_8h\n');
    const whole = Buffer.from(ROW.repeat(400_000));
    child.stdin.write(whole);
    // The first output is there and its pipe full; what the process has not read stays with the writer.
    await new Promise((resolve) => child.stdout.once('readable', resolve));
    expect(child.stdin.writableLength).toBeGreaterThan(whole.length / 2);
    child.kill();
    await new Promise((resolve) => child.on('close', resolve));
  });

  test('a reader that has seen enough is no error', async () => {
    const child = spawn(process.execPath, [program, 'calc', 'aqi'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdin.on('error', () => undefined);
    child.stdin.end(`date,name,pm25,pm10,so2,no2,co,o3_8h\n${ROW.repeat(50_000)}`);
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect([code, said]).toEqual([0, '']);
  });

  test('a row comes out when the next one is in, not at the end of the input', async () => {
    const child = spawn(process.execPath, [program, 'calc', 'aqi'], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.write('date,pm25\n2024-01-01,36\n2024-01-02,36\n');
    let text = '';
    child.stdout.setEncoding('utf8');
    while (!text.includes('\n2024-01-01,36,52')) text += await new Promise<string>((resolve) => child.stdout.once('data', resolve));
    child.stdin.end();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });
});

describe('calc percentile', () => {
  const cases: readonly [string, string, string, string][] = [
    ['the worked example', '90', '3\n4\n8\n2\n5\n4\n', '6.5'],
    ['one value', '95', '7.25\n', '7.25'],
    ['a decimal percentage', '97.5', '1\r\n2\r\n', '1.975'],
    ['the ends', '0', '5\n1\n3', '1'],
    ['differences below zero', '50', '-3\n-2\n', '-2.5'],
    ['thirds exactly', '50', '0.1\n0.2\n', '0.15'],
  ];
  test.each(cases)('%s', async (_name, p, input, expected) => {
    expect(await calc(['percentile', '--p', p], input)).toEqual({ code: 0, stdout: `${expected}\n`, stderr: '' });
  });

  test('blank lines and marks are skipped and counted', async () => {
    expect(await calc(['percentile', '--p', '50'], '1\n\nNA\n3\n')).toEqual({
      code: 0,
      stdout: '2\n',
      stderr: '跳过空行和缺测标记 2 行。\n',
    });
    expect(JSON.parse((await calc(['percentile', '--p', '50', '--json'], '1\n3\n')).stdout)).toEqual({
      ok: true,
      value: { p: '50', count: 2, value: '2' },
    });
  });
});

test('the help of calc is Chinese and names every column', async () => {
  const { stdout, code } = await runCli(['calc', 'aqi', '--help']);
  expect(code).toBe(0);
  for (const name of ['date', ...NAMES, 'o3_1h', 'level', 'category', 'primary']) expect(stdout).toContain(name);
});
