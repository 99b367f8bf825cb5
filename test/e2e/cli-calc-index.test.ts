import { describe, expect, test } from 'vitest';
import { type CliResult, runCli } from '../support/run-cli.ts';

const calc = (args: readonly string[], input: string): Promise<CliResult> => runCli(['calc', ...args], undefined, input);
const lines = (result: CliResult): string[] => result.stdout.split('\n').slice(1, -1);

describe('calc index', () => {
  const HEADER = 'name,pm25,pm10,so2,no2,co_p95,o3_8h_p90\n';

  test('the limits of each standard; rounded in stages, each single index first, or the sum alone', async () => {
    const row = 'A,35,70,60,40,4,160\n';
    expect(lines(await calc(['index', '--standard', '2012'], HEADER + row))).toEqual([
      'A,35,70,60,40,4,160,1.00,1.00,1.00,1.00,1.00,1.00,6.00,pm25;pm10;so2;no2;co_p95;o3_8h_p90',
    ]);
    // 35/30 + 70/60 + 1 + 1 + 1 + 1 = 6.3333…; 1.17 + 1.17 + 4
    expect(lines(await calc(['index', '--standard', '2026', '--rounding', 'sum'], HEADER + row))).toEqual([
      'A,35,70,60,40,4,160,1.17,1.17,1.00,1.00,1.00,1.00,6.33,pm25;pm10',
    ]);
    for (const rounding of [[], ['--rounding', 'stages'], ['--rounding', 'each']]) {
      expect(lines(await calc(['index', '--standard', '2026', ...rounding], HEADER + row))).toEqual([
        'A,35,70,60,40,4,160,1.17,1.17,1.00,1.00,1.00,1.00,6.34,pm25;pm10',
      ]);
    }
    // 1.40 + 1.40 + 3.00 + 1.33 + 1 + 1
    expect(lines(await calc(['index', '--standard', '2031'], HEADER + row))).toEqual([
      'A,35,70,60,40,4,160,1.40,1.40,3.00,1.33,1.00,1.00,9.13,so2',
    ]);
  });

  test('a table that prints concentrations with decimals is rounded as the published ones are', async () => {
    // 34.5 → 34, 70.5 → 70, 9.5 → 10, 30.5 → 30, 0.85 → 0.8, 150.5 → 150: 0.97 + 1.00 + 0.17 + 0.75 + 0.20 + 0.94
    const row = 'A,34.5,70.5,9.5,30.5,0.85,150.5\n';
    expect(lines(await calc(['index', '--standard', '2012'], HEADER + row))).toEqual([
      'A,34.5,70.5,9.5,30.5,0.85,150.5,0.97,1.00,0.17,0.75,0.20,0.94,4.03,pm10',
    ]);
    // 34.5/35 = 0.985714…
    expect(lines(await calc(['index', '--standard', '2012', '--pm25-decimals', '1'], HEADER + row))).toEqual([
      'A,34.5,70.5,9.5,30.5,0.85,150.5,0.99,1.00,0.17,0.75,0.20,0.94,4.05,pm10',
    ]);
  });

  test('weights count in the sum, not in the choice of the main pollutant', async () => {
    expect(lines(await calc(['index', '--standard', '2012', '--weights', 'pm25=3,o3_8h=0.5'], `${HEADER}A,17.5,70,60,40,4,160\n`))).toEqual(
      // 17.5 → 18, 18/35 → 0.51: 3 × 0.51 + 1 + 1 + 1 + 1 + 0.5 × 1
      ['A,17.5,70,60,40,4,160,0.51,1.00,1.00,1.00,1.00,1.00,6.03,pm10;so2;no2;co_p95;o3_8h_p90'],
    );
  });

  test('without all six there is no index, and it is said; a mean of CO is not taken for its percentile', async () => {
    const blank = await calc(['index', '--standard', '2012'], `${HEADER}A,35,,60,40,4,160\n`);
    expect(lines(blank)).toEqual(['A,35,,60,40,4,160,1.00,,1.00,1.00,1.00,1.00,,']);
    expect(blank).toMatchObject({ code: 0, stderr: '第 2 行：缺 pm10，综合指数须六项齐全，留空。\n' });
    const absent = await calc(['index', '--standard', '2012'], 'pm25,pm10,so2,no2,co,o3_8h\n35,70,60,40,4,160\n');
    expect(absent.stderr).toContain('没有 co_p95、o3_8h_p90 列');
    expect(lines(absent)).toEqual(['35,70,60,40,4,160,1.00,1.00,1.00,1.00,,,,']);
  });

  test('names of percentiles as tables print them', async () => {
    const result = await calc(['index', '--standard', '2012'], 'PM2.5,PM10,SO2,NO2,CO-95per,O3-8h第90百分位数\n35,70,60,40,4,160\n');
    expect(result.stderr).toBe('');
    expect(lines(result)[0]).toContain(',6.00,');
  });
});
