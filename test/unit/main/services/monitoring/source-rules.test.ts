import { beforeEach, expect, test } from 'vitest';
import type { TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { csvFile, emptyWork } from '../../../../support/monitoring-files.ts';
import { tamper } from '../../../../support/tamper.ts';

const folder = temporaryFolder();
let works = 0;
let made: TestCore & { readonly workPath: string };

beforeEach(async () => {
  made = await emptyWork(folder, `work-${(works += 1)}.sqlite`);
});

type Rule = { readonly source: string; readonly key: 'air.below-detection' | 'air.flags'; readonly value: string; readonly from: string };

/** Two days of one town with values below detection; `title` makes it a file of another source. */
const below = (name: string, month: string, title = '日期'): string =>
  csvFile(folder, name, [
    ['镇街', title, 'SO2', 'PM2.5'],
    ['清平镇', `${month}-01`, '3L', 30],
    ['清平镇', `${month}-02`, '3L', 31],
  ]);

async function take(path: string, rules: readonly Rule[] = []) {
  const report = await made.call('monitoring.import', { sources: [made.grant(path)], rules: [...rules] });
  const [file] = report.files;
  if (file === undefined) throw new Error('no file');
  return { ...file, codes: file.findings.map(({ code }) => code) };
}

const so2 = async (date: string) =>
  (await made.call('monitoring.day', { place: '清平镇', date })).steps.find(({ pollutant }) => pollutant === 'so2')?.exact ?? null;
const problems = async () => (await made.call('work.check', {})).problems;
const numberOf = async (name: string): Promise<number> =>
  (await made.call('monitoring.files', {})).files.find(({ file }) => file === name)?.number ?? 0;

test('what a file asks for is chosen in its import, remembered for its source from its first day on, and for no other source', async () => {
  const first = below('first.csv', '2024-07');
  const preview = await made.call('monitoring.preview', { sources: [made.grant(first)] });
  const [ask] = preview.files[0]?.asks ?? [];
  expect(ask).toMatchObject({
    titles: '镇街、日期、SO2、PM2.5',
    key: 'air.below-detection',
    value: 'held',
    said: 'preset',
    from: '2024-07-01',
    count: 2,
  });
  const source = ask?.source ?? '';
  const taken = await take(first, [{ source, key: 'air.below-detection', value: 'half', from: '2024-07-01' }]);
  expect(taken.codes).toContain('MONITOR_BELOW_COUNTED');
  expect(await so2('2024-07-02')).toBe('1.5');
  expect((await take(below('later.csv', '2025-01'))).asks[0]).toMatchObject({ value: 'half', said: 'source' });
  expect(await so2('2025-01-01')).toBe('1.5');
  expect((await take(below('earlier.csv', '2024-06'))).codes).toContain('MONITOR_BELOW_DETECTION');
  expect((await take(below('other.csv', '2025-02', '监测日期'))).codes).toContain('MONITOR_BELOW_DETECTION');
  const { sources } = await made.call('sources.list', { date: '2025-01-01' });
  expect(sources.map(({ titles, rules }) => [titles, rules[0]?.value, rules[0]?.said])).toEqual([
    ['镇街、监测日期、SO2、PM2.5', 'held', 'preset'],
    ['镇街、日期、SO2、PM2.5', 'half', 'source'],
  ]);
  expect(await problems()).toEqual([]);
});

test('a rule of a source goes before that of the work, and files keep what they were read by', async () => {
  await made.call('settings.set', { key: 'air.below-detection', value: 'limit', from: '2024-01-01', reason: '全区统一' });
  await take(below('one.csv', '2024-07'));
  expect(await so2('2024-07-01')).toBe('3');
  const number = await numberOf('one.csv');
  const rule = { source: number, key: 'air.below-detection' as const, value: 'half', from: '2024-07-02' };
  const effect = { files: [{ number, file: 'one.csv', days: 1 }] };
  expect(await made.call('sources.effect', rule)).toEqual(effect);
  const set = await made.call('sources.rule', { ...rule, reason: '按监测方案' });
  expect(set).toMatchObject({ ...effect, rules: [{ key: 'air.below-detection', value: 'half', reason: '按监测方案' }] });
  expect(await so2('2024-07-02')).toBe('3');
  const [listed] = (await made.call('monitoring.files', {})).files;
  expect(listed?.rules).toEqual([{ key: 'air.below-detection', value: 'limit', from: '2024-01-01', of: 'work' }]);
  expect(listed?.outdated).toEqual(['air.below-detection']);
  expect(await problems()).toEqual([]);
  expect((await take(below('one.csv', '2024-07'))).outcome).toBe('accepted');
  expect([await so2('2024-07-01'), await so2('2024-07-02')]).toEqual(['3', '1.5']);
  expect((await made.call('monitoring.files', {})).files.map(({ outdated }) => outdated)[0]).toEqual([]);
  expect((await take(below('one.csv', '2024-07'))).outcome).toBe('duplicate');
  expect(await problems()).toEqual([]);
});

test('a rule of another source does not make a file that is known a new one', async () => {
  await take(below('one.csv', '2024-07'));
  await take(below('other.csv', '2024-08', '监测日期'));
  const source = await numberOf('other.csv');
  await made.call('sources.rule', { source, key: 'air.below-detection', value: 'zero', from: '2024-01-01', reason: '试' });
  expect((await take(below('one.csv', '2024-07'))).outcome).toBe('duplicate');
  expect(await made.call('sources.effect', { source, key: 'air.below-detection', value: 'limit', from: '2024-01-01' })).toMatchObject({
    files: [{ file: 'other.csv', days: 2 }],
  });
});

test('letters that nobody has spoken of are asked, one after the other, and add up', async () => {
  const marked = (name: string, day: string, letter: string): string =>
    csvFile(folder, name, [
      ['镇街', '日期', 'PM2.5', 'PM2.5标识'],
      ['清平镇', day, 30, letter],
    ]);
  const first = marked('first.csv', '2024-07-01', 'XQ');
  const [ask] = (await made.call('monitoring.preview', { sources: [made.grant(first)] })).files[0]?.asks ?? [];
  expect(ask).toMatchObject({ key: 'air.flags', marks: ['XQ'], value: '' });
  const source = ask?.source ?? '';
  await take(first, [{ source, key: 'air.flags', value: 'XQ=有效', from: '2024-07-01' }]);
  const second = await take(marked('second.csv', '2024-07-02', 'ZZ'), [{ source, key: 'air.flags', value: 'ZZ=无效', from: '2024-07-02' }]);
  expect(second.codes).toContain('MONITOR_FLAGGED');
  const { sources } = await made.call('sources.list', { date: '2024-07-02' });
  expect(sources[0]?.rules.find(({ key }) => key === 'air.flags')?.value).toBe('XQ=有效;ZZ=无效');
  expect((await take(marked('third.csv', '2024-07-03', 'XQ'))).codes).not.toContain('MONITOR_FLAG_UNKNOWN');
  expect(await problems()).toEqual([]);
});

test('a value that no rule can have and a source that is none are refused', async () => {
  await take(below('one.csv', '2024-07'));
  const rule = { source: await numberOf('one.csv'), key: 'air.below-detection' as const, value: 'often', from: '2024-07-01', reason: '试' };
  expect((await made.fail('sources.rule', rule)).code).toBe('SETTING_VALUE');
  expect((await made.fail('sources.rule', { ...rule, value: 'half', source: 99 })).code).toBe('AIR_FILE_UNKNOWN');
  expect((await made.fail('sources.rule', { ...rule, value: 'half', source: 'long|x' })).code).toBe('SOURCE_UNKNOWN');
});

test('a rule, or a source, that was changed behind the program is noticed', async () => {
  await take(below('one.csv', '2024-07'));
  const source = await numberOf('one.csv');
  await made.call('sources.rule', { source, key: 'air.below-detection', value: 'half', from: '2024-01-01', reason: '按监测方案' });
  expect(await problems()).toEqual([]);
  tamper(made.workPath, "UPDATE source_rule SET value = 'zero'");
  expect((await problems()).map(({ kind }) => kind)).toEqual(['setting', 'setting']);
  tamper(made.workPath, "UPDATE source_rule SET value = 'half'");
  tamper(made.workPath, 'UPDATE monitoring_file SET sources = \'["long|x"]\'');
  expect(new Set((await problems()).map(({ kind }) => kind))).toEqual(new Set(['monitoring']));
});
