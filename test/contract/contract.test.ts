import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnswerers } from '../../main/api/features.ts';
import { FEATURES } from '../../main/api/handlers/all.ts';
import { contract, type MethodInput, type MethodName } from '../../shared/contract/contract.ts';
import { EVERYWHERE } from '../../shared/contract/method.ts';
import { FAILURE_CODES } from '../../shared/domain/failure.ts';
import { TEMPLATES, testCore, type TestCore } from '../support/core.ts';
import { temporaryFolder } from '../support/folder.ts';
import { contractFiles } from './contract-files.ts';
import { eventCalls } from './event-calls.ts';
import { HEAD, leastInputs, REVISION } from './least-inputs.ts';
import { sourceCalls } from './source-calls.ts';
import { reportingCalls } from './reporting-calls.ts';
import { schemeRunCalls } from './scheme-run-calls.ts';
import { firstVersion, versionCalls } from './version-calls.ts';
import { schemeEditCalls } from './scheme-edit-calls.ts';

const YEAR = 2024;
const folder = temporaryFolder();
const returns = join(folder, 'returns');
const monitoring = join(folder, 'monitoring');
const work = join(folder, 'work.sqlite');
const names = Object.keys(contract) as MethodName[];
const { appliedScheme, outlineFile, ownScheme, scan, schemeSketch, stationTable, valueBook } = contractFiles(folder);

/** One valid call of each method, in an order in which each finds what it needs: calls of a new work first. */
type Calls = { readonly [Name in MethodName]: (made: TestCore) => MethodInput<Name> | Promise<MethodInput<Name>> };

const newestFile = async (made: TestCore): Promise<number> => (await made.call('monitoring.files', {})).files[0]?.number ?? 0;

const calls = {
  'work.create': (made) => ({ file: made.grant(work), planId: 'hechuan-2024' }),
  'work.open': (made) => ({ file: made.grant(work) }),
  'work.current': () => ({}),
  'work.actor': () => ({}),
  'plan.list': () => ({}),
  'plan.show': () => ({}),
  'plan.conflicts': () => ({ year: YEAR }),
  'plan.preview': async (made) => {
    const { conflicts } = await made.call('plan.conflicts', { year: YEAR });
    const conflict = conflicts.find((candidate) => (candidate.adopted?.losing.length ?? 0) > 0);
    return { year: YEAR, subject: conflict?.id ?? '', statement: conflict?.adopted?.losing[0] ?? '' };
  },
  'plan.decide': async (made) => {
    const { conflicts } = await made.call('plan.conflicts', { year: YEAR });
    const conflict = conflicts.find((candidate) => (candidate.adopted?.losing.length ?? 0) > 0);
    return { year: YEAR, subject: conflict?.id ?? '', statement: conflict?.adopted?.statement ?? '', reason: '按附件执行', by: '张三' };
  },
  'plan.documents': () => ({}),
  'plan.export': (made) => ({ file: made.grant(join(folder, '方案.xlsx')) }),
  'plan.compare': (made) => ({ source: made.grant(join(folder, '方案.xlsx')), passwords: ['甲'] }),
  'plan.import': (made) => ({ source: made.grant(join(folder, '方案.xlsx')), document: '甲', by: '乙' }),
  'samples.write': (made) => ({ year: YEAR, folder: made.grant(returns) }),
  'returns.templates': (made) => ({ year: YEAR, folder: made.grant(join(folder, 'blank')), units: ['区气象局', '清平镇'] }),
  'returns.preview': (made) => ({ year: YEAR, sources: [made.grant(returns)], passwords: ['甲'] }),
  'returns.import': (made) => ({ year: YEAR, sources: [made.grant(returns)] }),
  'returns.status': () => ({ year: YEAR }),
  'typed.rows': () => ({ year: YEAR, unit: '区公安局' }),
  'typed.forms': (made) => ({ year: YEAR, folder: made.grant(join(folder, 'typed')), units: ['区气象局', '清平镇'] }),
  'typed.preview': () => ({ year: YEAR, unit: '区气象局', way: 'phone', entries: [{ row: '填报人', text: '张三' }] }),
  'typed.import': (made) => ({
    year: YEAR,
    unit: '区气象局',
    way: 'paper',
    scan: made.grant(scan()),
    entries: [{ row: '填报人', text: '李四' }],
  }),
  'typed.scan': async (made) => ({
    number: (await made.call('returns.versions', { year: YEAR, unit: '区气象局' })).versions.at(-1)?.number ?? 0,
    folder: made.grant(join(folder, 'scans')),
  }),
  'returns.findings': () => ({ year: YEAR }),
  ...versionCalls,
  ...reportingCalls(YEAR, firstVersion),
  'returns.original': async (made) => ({ sha256: (await made.call('returns.findings', { year: YEAR })).findings[0]?.sha256 ?? '' }),
  'assessment.score': () => ({ year: YEAR }),
  'assessment.explain': () => ({ year: YEAR, unit: '合川区' }),
  'assessment.whatif': () => ({ year: YEAR, changes: ['区应急局/A3-5.9/完成状态=已完成', 'weight:A1-01=15', 'target:A1-01=≤31'] }),
  'assessment.sensitivity': () => ({ year: YEAR }),
  'ranking.show': () => ({ period: '2024-01..2024-07' }),
  'ranking.rank': () => ({ period: '2024-07' }),
  'run.make': () => ({ year: YEAR }),
  'year.blockers': () => ({ year: YEAR }),
  'year.final': () => ({ year: YEAR, run: 1, reason: '完成', despite: '仍有未报' }),
  'year.archive': () => ({ year: YEAR, reason: '办结' }),
  'year.reopen': () => ({ year: YEAR, reason: '更正' }),
  'run.list': () => ({}),
  'stations.list': () => ({}),
  'stations.set': () => ({ name: '试用微站', places: [{ place: '清平镇' }], reason: '试用' }),
  'stations.read': (made) => ({ source: made.grant(stationTable()) }),
  'stations.import': (made) => ({ source: made.grant(stationTable()), reason: '试用' }),
  'stations.assign': () => ({ name: '试用微站二', to: '试用微站', reason: '试用' }),
  ...eventCalls(folder),
  'outlines.show': () => ({}),
  'outlines.import': (made) => ({ file: made.grant(outlineFile()), source: '试用', sketch: true }),
  'outlines.remove': () => ({ reason: '试用' }),
  'settings.list': () => ({}),
  'settings.set': () => ({ key: 'dust.days', value: 'left-out', from: '2030-01-01', reason: '试用' }),
  'run.show': () => ({ id: 1 }),
  'run.diff': () => ({ before: 1, after: 1 }),
  'ranking.schemes': () => ({ year: YEAR }),
  'ranking.streaks': () => ({ year: YEAR }),
  'ranking.add': (made) => {
    const file = join(folder, 'scheme.yml');
    writeFileSync(file, readFileSync(join(TEMPLATES, 'schemes', 'ranking-2024.yml'), 'utf8').replace(/^title: /mu, 'title: 修订的'));
    return { file: made.grant(file) };
  },
  'schemes.list': () => ({}),
  'schemes.show': () => ({ id: 'default-2024' }),
  'schemes.export': () => ({ id: 'default-2024' }),
  'schemes.write': (made) => ({ id: 'default-2024', file: made.grant(join(folder, '办法.yml')) }),
  'schemes.copy': () => ({ id: 'default-2024', newId: 'own-2025' }),
  'schemes.add': async (made) => ({ file: made.grant(await ownScheme(made)) }),
  ...schemeEditCalls(YEAR),
  'schemes.approve': () => ({ id: 'own-2025', document: '文〔2025〕1号' }),
  'schemes.retire': () => ({ id: 'own-2025', reason: '不用了' }),
  'schemes.apply': (made) => ({ source: { file: made.grant(schemeSketch()) }, period: '2024-07' }),
  'schemes.account': async (made) => {
    await made.call('schemes.add', { file: made.grant(appliedScheme()) });
    return { source: { id: 'applied' }, year: YEAR };
  },
  'schemes.enter': () => ({
    id: 'applied',
    period: '2024-07',
    unit: '清平镇',
    kind: 'manual',
    name: '巡查',
    value: '5',
    document: '评审记录',
  }),
  'schemes.inputs': () => ({}),
  'schemes.clauses': () => ({ source: { id: 'default-2024' } }),
  'schemes.print': (made) => ({
    source: { file: made.grant(schemeSketch()) },
    format: 'xlsx',
    file: made.grant(join(folder, '办法.xlsx')),
  }),
  'schemes.check': (made) => ({ file: made.grant(schemeSketch()) }),
  'schemes.try': (made) => ({
    file: made.grant(schemeSketch()),
    header: ['pm25', 'pm25.target'],
    records: [{ line: 2, cells: ['54', '56'] }],
  }),
  'reports.list': () => ({ year: YEAR }),
  'reports.preview': () => ({ kind: 'ranking', year: YEAR, period: '2024-07' }),
  'reports.print': (made) => ({ kind: 'annex1', year: YEAR, format: 'xlsx', file: made.grant(join(folder, '附件1.xlsx')) }),
  'samples.list': (made) => ({ year: YEAR + 1, file: made.grant(join(folder, 'list.xlsx')) }),
  'samples.monitoring': (made) => ({ folder: made.grant(monitoring) }),
  'monitoring.preview': (made) => ({ sources: [made.grant(monitoring)] }),
  'monitoring.import': (made) => ({ sources: [made.grant(monitoring)] }),
  'monitoring.files': () => ({}),
  ...sourceCalls,
  'monitoring.findings': async (made) => ({ number: await newestFile(made) }),
  'monitoring.withdraw': async (made) => ({ number: await newestFile(made), reason: '发错的文件' }),
  'monitoring.restore': async (made) => ({ number: await newestFile(made), reason: '核对无误' }),
  'monitoring.places': () => ({ year: YEAR }),
  'monitoring.calendar': () => ({ place: '清平镇', year: YEAR }),
  'monitoring.calendars': () => ({ places: ['清平镇', '合阳城街道'], year: YEAR }),
  'monitoring.day': () => ({ place: '合阳城街道', date: '2024-07-10' }),
  'monitoring.months': () => ({ place: '合阳城街道', year: YEAR }),
  'monitoring.evaluate': () => ({ period: '2024-Q3' }),
  'monitoring.dust': () => ({ year: YEAR }),
  'monitoring.forecast': () => ({ period: '2024' }),
  'monitoring.trend': () => ({ place: '合阳城街道', from: YEAR - 1, to: YEAR }),
  'monitoring.causes': () => ({ period: '2024-Q3' }),
  'monitoring.statistics': () => ({ place: '合阳城街道', period: '2024-Q3' }),
  'monitoring.pattern': () => ({ places: ['合阳城街道', '清平镇'], period: '2024', pollutant: 'pm25' }),
  'monitoring.usual': () => ({ year: YEAR, asOf: '2024-09-30' }),
  'monitoring.levers': () => ({ year: YEAR, asOf: '2024-09-30' }),
  'monitoring.outlook': () => ({ year: YEAR, asOf: '2024-09-30' }),
  'consents.list': () => ({ year: YEAR }),
  'consents.preview': () => ({ year: YEAR, unit: '涞滩镇', row: 'A3-4.3' }),
  'consents.give': () => ({ year: YEAR, unit: '涞滩镇', row: 'A3-4.3', reason: '辖区没有重点监管企业' }),
  'year.list': () => ({}),
  'year.show': () => ({ year: 2026 }),
  'year.propose': () => ({ year: 2026, targets: 'carry' }),
  'year.open': () => ({ year: 2026, targets: 'carry', reason: '开启' }),
  'year.choices': () => ({ year: 2026 }),
  'year.preview': () => ({ year: 2026, change: { targets: { 'A1-01': 'none' } } }),
  'year.change': () => ({ year: 2026, change: { due: '2027-02-01' }, reason: '顺延' }),
  'targets.show': () => ({ year: 2026 }),
  'targets.preview': () => ({ ...REVISION, reason: '下达' }),
  'targets.revise': () => ({ ...REVISION, reason: '下达' }),
  'figures.preview': () => ({ figures: [{ measure: 'A1-01', year: 2026, value: '31' }] }),
  'figures.set': () => ({ figures: [{ measure: 'A1-01', year: 2026, value: '31' }], document: '市通报', reason: '认定' }),
  'figures.list': () => ({}),
  'year.compare': () => ({ span: { from: YEAR, to: 2027 } }),
  'year.export': (made) => ({ file: made.grant(join(folder, '多年对照.xlsx')) }),
  'targets.form': (made) => ({ file: made.grant(join(folder, '目标.xlsx')), year: 2026 }),
  'targets.read': async (made) => ({ source: made.grant(await valueBook('目标', '≤30')), from: '2026-04-01' }),
  'targets.import': async (made) => ({ source: made.grant(await valueBook('目标', '≤30')), ...HEAD, from: '2026-04-01' }),
  'figures.read': async (made) => ({ source: made.grant(await valueBook('数值', '30')) }),
  'figures.import': async (made) => ({ source: made.grant(await valueBook('数值', '30')), ...HEAD }),
  'pictures.write': (made) => ({
    file: made.grant(join(folder, '图.svg')),
    content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64'),
  }),
  'tables.write': (made) => ({ file: made.grant(join(folder, '表.xlsx')), tables: [SHOWN] }),
  'year.cancel': () => ({ year: 2026, reason: '弄错了' }),
  ...schemeRunCalls,
  'work.check': () => ({}),
} satisfies Calls;

const SHOWN = {
  title: '得分',
  about: [],
  columns: [{ title: '总分', numbers: true, width: null }],
  rows: [{ kind: 'data' as const, cells: ['88.07'] }],
};

describe('the contract', () => {
  test('has a handler for every method and none beside', async () => {
    expect(FEATURES.flatMap((feature) => feature.names).toSorted()).toEqual(names.toSorted());
    for (const { names: own, load } of FEATURES) expect(Object.keys((await load()).handlers).toSorted()).toEqual(own.toSorted());
    const answerers = createAnswerers();
    for (const name of names) expect((await answerers.of(name)).method, name).toBe(contract[name]);
    expect(Object.keys(calls).toSorted()).toEqual(names.toSorted());
  });

  test.each(names)('%s declares its kind, codes that exist, each once, and none that every method may give', (name) => {
    const { kind, errors } = contract[name];
    expect(name).toMatch(/^[a-z]+\.[a-z]+$/);
    expect(['query', 'command', 'job']).toContain(kind);
    expect(errors.filter((code) => !FAILURE_CODES.includes(code))).toEqual([]);
    expect(new Set(errors).size).toBe(errors.length);
    expect(errors.filter((code) => (EVERYWHERE as readonly string[]).includes(code))).toEqual([]);
  });

  test.each(names)('%s can be cancelled if it is a job, and only then', (name) => {
    expect((contract[name].errors as readonly string[]).includes('CANCELLED')).toBe(contract[name].kind === 'job');
  });
});

describe('what a method may change', () => {
  test.each(names)('%s is read, or has a name under which its changes are kept', (name) => {
    const { kind, permission, audit } = contract[name];
    expect(['read', 'edit', 'decide', 'sign']).toContain(permission);
    if (kind === 'query') expect([permission, audit]).toEqual(['read', null]);
    if (audit === null) expect(permission).toBe('read');
    else expect(audit).toMatch(/^[a-z]+\.[a-z]+$/);
  });

  test('every command has a name for its event, but those that only open another work', () => {
    const unnamed = names.filter((name) => contract[name].kind === 'command' && contract[name].audit === null);
    expect(unnamed.toSorted()).toEqual(['work.create', 'work.open']);
  });
});

describe('without an open work', () => {
  const made = testCore(folder);
  const inputs = leastInputs(YEAR);
  const sources = () => [made.grant(folder)];
  const inputOf = (name: MethodName): unknown => {
    if (name in inputs) return inputs[name];
    if (name === 'returns.preview' || name === 'returns.import') return { year: YEAR, sources: sources() };
    if (name === 'monitoring.preview' || name === 'monitoring.import') return { sources: sources() };
    if (name === 'samples.list') return { year: YEAR, file: made.grant(join(folder, 'list.xlsx')) };
    if (name === 'samples.monitoring') return { folder: made.grant(folder) };
    if (name === 'returns.templates' || name === 'samples.write') return { year: YEAR, folder: made.grant(folder) };
    if (name === 'typed.forms') return { year: YEAR, folder: made.grant(folder), units: ['a'] };
    if (name === 'events.evidence') return { event: 1, folder: made.grant(folder) };
    if (name === 'typed.scan') return { number: 1, folder: made.grant(folder) };
    if (name === 'schemes.add' || name === 'year.export') return { file: made.grant(join(folder, 'x.xlsx')) };
    if (name === 'reports.print') return { kind: 'annex1', year: YEAR, format: 'pdf', file: made.grant(join(folder, 'x.pdf')) };
    return 'shape' in contract[name].input && 'year' in contract[name].input.shape ? { year: YEAR } : {};
  };

  test.each(names.filter((name) => (contract[name].errors as readonly string[]).includes('WORK_NONE')))(
    '%s says that there is none',
    async (name) => {
      expect(await made.fail(name, inputOf(name))).toEqual({ code: 'WORK_NONE', params: {} });
    },
  );
});

describe('every method answers by the contract on the sample work', () => {
  let made: TestCore;
  beforeAll(() => {
    made = testCore(folder);
  });
  afterAll(() => made.core.close());

  test.each(Object.keys(calls) as MethodName[])('%s', async (name) => {
    const input = await calls[name](made);
    expect(contract[name].input.safeParse(input).success).toBe(true);
    const answer = await made.core.dispatch(`call-${name}`, name, input);
    expect(answer, made.logged.join('\n')).toMatchObject({ ok: true });
    const value = answer.ok ? answer.value : undefined;
    // Parsed and unparsed alike: nothing goes out that the contract does not name.
    expect(contract[name].output.parse(value)).toEqual(value);
    // It goes over a wire.
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
  });

  test('and left nothing half-written behind', () => {
    expect(readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([]);
  });
});

describe('every job of the contract', () => {
  test.each(names.filter((name) => contract[name].kind === 'job'))('%s stops when it is cancelled', async (name) => {
    const made = testCore(folder);
    await made.call('work.open', { file: made.grant(work) });
    const running = made.core.dispatch('cancelled', name, await calls[name](made));
    made.core.cancel('cancelled');
    expect(await running).toEqual({ ok: false, error: { code: 'CANCELLED', params: {} } });
    made.core.close();
  });
});
