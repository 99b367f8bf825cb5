import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appliedText, inputsText } from '../../../../../main/hosts/cli/render/scheme-apply.ts';
import { commandHint } from '../../../../../shared/text/failure-command-text.ts';
import { failureText } from '../../../../../shared/text/failure-text.ts';
import { schemeRemedyText } from '../../../../../shared/text/scheme/remedies.ts';
import { schemeLackText } from '../../../../../shared/text/scheme-text.ts';
import type { Applied } from '../../../../support/applied-scheme.ts';
import { importedWork, type SampleWork, TEMPLATES } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

/** Every published scheme on the sample work: added, its inputs entered as its own lacks say, applied to the year and to a period of its own. */
const folder = temporaryFolder();
const PUBLISHED = join(TEMPLATES, 'schemes', 'published');
const files = readdirSync(PUBLISHED).toSorted();
let made: SampleWork;

/** Two towns with data of both years, one with those of this year alone, one without any. */
const TOWNS = '合阳城街道、钓鱼城街道、盐井街道、香龙镇';

beforeAll(async () => {
  made = await importedWork(folder);
  const samples = join(folder, 'monitoring');
  await made.call('samples.monitoring', { folder: made.grant(samples) });
  await made.call('monitoring.import', { sources: [made.grant(samples)] });
});
afterAll(() => made.core.close());

const PERIODS = { week: '2024-07-01..2024-07-07', month: '2024-07', quarter: '2024-Q3', half: '2024-H2', year: '2024' } as const;

/** Commands, options, files and signs that a clerk types or knows, words that a narrow column cuts off; any other Latin word is one of the program's own. */
const KNOWN =
  /[A-Za-z][A-Za-z0-9 .]*…|\.(?:xlsx|csv)|schemes (?:enter|add|apply|account)|--(?:period|kind|name|subjects|year) ?(?:manual|param|event|20\d\d-Q\d|20\d\d-H\d)?|(?:air )?import|figures set|targets revise|targets|year open WORK\.sqlite|params: \{ baseYear: 年份 \}|PM2\.5|PM10|SO[₂2]|NO[₂2]|CO|O[₃3]|evaluation|groups|units|20\d\d-[QH]\d|[mk](?![A-Za-z])/gu;

function expectChinese(text: string): void {
  const plain = stripVTControlCharacters(text).replaceAll(KNOWN, '');
  expect(plain.match(/[A-Za-z_]{2,}/gu) ?? []).toEqual([]);
}

interface Asked {
  readonly unit: string;
  readonly period: string;
  readonly kind: 'manual' | 'param';
  readonly name: string;
}

/** What the remedies of an answer say is to be entered, as they say it. */
function askedFor({ rows }: Applied): Asked[] {
  return rows.flatMap(({ subject, lacks, open }) =>
    [...lacks, ...open.flatMap((one) => one.lacks)].flatMap(({ code, params }): Asked[] => {
      const said = /schemes enter --period (\S+) --kind (manual|param) --name (\S+) 录入/u.exec(schemeRemedyText(code, params));
      const [, period = '', kind = '', name = ''] = said ?? [];
      return said === null ? [] : [{ unit: subject, period, kind: kind === 'manual' ? 'manual' : 'param', name }];
    }),
  );
}

function expectAnswered({ rows }: Applied): void {
  expect(rows.length).toBeGreaterThan(0);
  for (const { subject, points, money, place, notApplicable, lacks } of rows) {
    const result = points ?? money ?? place;
    expect(result !== null || notApplicable || lacks.length > 0, subject).toBe(true);
    for (const { code, params } of lacks) {
      expectChinese(`${schemeLackText(code, params)} ${schemeRemedyText(code, params)}`);
      expect(schemeRemedyText(code, params), code).not.toBe('');
    }
  }
}

async function enterAll(id: string, applied: Applied): Promise<number> {
  const asked = new Map(askedFor(applied).map((one) => [JSON.stringify(one), one]));
  let value = 30;
  for (const one of asked.values()) await made.call('schemes.enter', { id, ...one, value: String((value += 1)), document: '试算用数' });
  return asked.size;
}

describe.each(files)('%s on the sample work', (file) => {
  let id = '';
  let per: keyof typeof PERIODS | null = null;
  const apply = (period: string, subjects = '镇街') => made.call('schemes.apply', { source: { id }, period, subjects });

  it('is added, and says in Chinese what it reads', async () => {
    id = (await made.call('schemes.add', { file: made.grant(join(PUBLISHED, file)) })).id;
    const inputs = await made.call('schemes.inputs', { id });
    expect(inputs.reads.length).toBeGreaterThan(0);
    expectChinese(inputsText(inputs));
  });

  it('is for subjects of the work, or says for whom it would have to be', async () => {
    const answer = await made.core.call('schemes.apply', { source: { id }, period: '2024' });
    if (answer.ok) return;
    const { code, params } = answer.error;
    expect(code).toBe('SCHEME_SUBJECTS');
    expect(`${failureText(code, params)}${commandHint(code, params)}`).toMatch(/合川区、部门、镇街.*--subjects/u);
  });

  it('gives each town a result for the year and its own period, or says what is missing, of whom and what to do', async () => {
    const year = await apply('2024');
    ({ per } = year.scheme);
    for (const applied of per === null || per === 'year' ? [year] : [year, await apply(PERIODS[per])]) {
      expectAnswered(applied);
      expectChinese(appliedText(applied, { explain: false, unit: null }));
    }
  });

  it('gives all of them a result once everything is entered that it asks for, and explains it in Chinese', async () => {
    for (const period of new Set(['2024', ...(per === null ? [] : [PERIODS[per]])])) {
      let applied = await apply(period, TOWNS);
      for (let round = 0; round < 6 && (await enterAll(id, applied)) > 0; round += 1) applied = await apply(period, TOWNS);
      expect(applied.rows.map(({ subject, lacks }) => [subject, ...lacks.map(({ code, params }) => schemeLackText(code, params))])).toEqual(
        TOWNS.split('、').map((town) => [town]),
      );
      for (const { points, money, place } of applied.rows) expect(points ?? money ?? place).not.toBeNull();
      expectChinese(appliedText(applied, { explain: true, unit: null }));
    }
  });

  it('has an account of the year, or says why there is none', async () => {
    const answer = await made.core.call('schemes.account', { source: { id }, year: 2024, subjects: TOWNS });
    if (answer.ok) expect(answer.value).toMatchObject({ scheme: { id } });
    else expect(['SCHEME_ACCOUNT_PER', 'SCHEME_ACCOUNT_NOTHING']).toContain(answer.error.code);
  });
});

it('all of them are thirty', () => expect(files).toHaveLength(30));
