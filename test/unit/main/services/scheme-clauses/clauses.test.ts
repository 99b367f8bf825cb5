import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchemeClausesView } from '../../../../../shared/contract/scheme-clauses.ts';
import { TEMPLATES, testCore, type TestCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const folder = temporaryFolder();
const published = join(TEMPLATES, 'schemes', 'published');
let made: TestCore;

beforeAll(async () => {
  made = testCore(folder);
  await made.call('work.create', { file: made.grant(join(folder, 'work.sqlite')), planId: 'hechuan-2024' });
});
afterAll(() => made.core.close());

const ofFile = (path: string): Promise<SchemeClausesView> => made.call('schemes.clauses', { source: { file: made.grant(path) } });
const ofText = (name: string, text: string): Promise<SchemeClausesView> => {
  writeFileSync(join(folder, name), text);
  return ofFile(join(folder, name));
};
const said = ({ lines }: SchemeClausesView['withoutClause'][number]): string => lines.map(({ text }) => text).join('\n');

describe.each(readdirSync(published).filter((name) => name.endsWith('.yml')))('the published %s', (name) => {
  it('has beside every clause what the check pairs with it, in words, and lists the rest', async () => {
    const path = join(published, name);
    const view = await ofFile(path);
    const checked = (await made.call('schemes.check', { file: made.grant(path) })).schemes[0]?.clauses;
    for (const { id, rules } of view.clauses) expect(rules.length, id).toBe(checked?.pairs.filter(({ clause }) => clause === id).length);
    expect(view.withoutRule).toEqual(checked?.withoutRule);
    expect(view.withoutClause).toHaveLength(checked?.withoutClause.length ?? -1);
    const rules = [...view.clauses.flatMap((clause) => clause.rules), ...view.composition];
    expect(rules.filter((rule) => /未填|undefined|[a-z]{4,}/u.test(said(rule)))).toEqual([]);
  });

  it('stands under its heading as 示范', async () => {
    const view = await ofFile(join(published, name));
    expect(view).toMatchObject({ textHead: '原文未见，据报道整理', state: 'demonstration', number: null });
    expect(view.title).toContain('示范');
    expect([...view.known, ...view.assumed, ...view.notes, ...view.basics].filter((told) => /[a-z_]{3,}/u.test(told))).toEqual([]);
  });
});

describe('clauses and rules', () => {
  it('stand side by side with measures, units and the most a rule gives', async () => {
    const view = await ofFile(join(published, '成都.yml'));
    expect(view.clauses[0]).toEqual({
      id: '一',
      text: 'PM2.5 达到基本目标奖100万元，每低1微克再奖20万元，每高1微克缴40万元',
      rules: [
        {
          path: 'sum.0',
          group: null,
          lines: [{ depth: 0, text: 'PM2.5不高于目标的奖100万元，高于目标的为0万元' }],
          measures: [{ name: 'PM2.5', unit: 'μg/m³' }],
          full: '100万元',
        },
        {
          path: 'sum.1',
          group: null,
          lines: [{ depth: 0, text: 'PM2.5比目标每低1 μg/m³奖20万元，每高1 μg/m³缴40万元' }],
          measures: [{ name: 'PM2.5', unit: 'μg/m³' }],
          full: null,
        },
      ],
    });
    expect(view.composition.map(said)).toEqual(['“一”、“二”、“三”的结果相加']);
    expect(view.basics).toEqual(['给出奖惩金额，单位万元，正数为奖，负数为缴', '每年计算一次']);
  });

  it('that have no counterpart are listed on either side', async () => {
    const view = await ofText(
      '缺.yml',
      `id: a
title: 甲
kind: scoring
from: 2026
source: 乙
text: [{ id: 第一条, text: 空气 }, { id: 第二条, text: 备案 }]
rules: { out: points/100, sum: [{ of: pm25, share: 60, clause: 第一条 }, { manual: 巡查, cap: 40 }] }`,
    );
    expect(view.withoutRule).toEqual(['第二条']);
    expect(view.clauses[1]?.rules).toEqual([]);
    expect(view.withoutClause.map(said)).toEqual(['人工评分“巡查”（最高40分）']);
    expect(view).toMatchObject({ title: '甲', state: 'plain', from: '2026' });
  });

  it('of a scheme without a text are all rules without a clause, vetoes and grades as well', async () => {
    const view = await ofText(
      '无文.yml',
      '甲: { out: points/100, manual: 总分, grades: { 好: 60, 差: 0 }, veto: [{ if: { event: 事故 }, bar: 好 }] }',
    );
    expect(view.clauses).toEqual([]);
    expect(view.withoutClause.map(said)).toEqual([
      '人工评分“总分”',
      '得分不低于60为好，不低于0为差',
      '一票否决：\n（1）发生“事故”的，不得评为好',
    ]);
  });

  it('inherit what measures are held against, in groups and in conditions as well', async () => {
    const view = await ofText(
      '组.yml',
      `id: g
title: 组
kind: money
from: 2026
source: 乙
text: [{ id: 一, text: a }, { id: 二, text: b }, { id: 三, text: c }]
rules:
  out: 万元
  vs: lastYear
  in: pct
  of: pm25
  rate: 1
  clause: 一
  groups: { 重点: { rate: 2, clause: 二 } }
  notices: [{ if: { of: pm10, le: -20 }, do: 约谈, clause: 三 }]`,
    );
    expect(view.clauses.flatMap(({ rules }) => rules.map((rule) => [rule.group, said(rule)]))).toEqual([
      [null, 'PM2.5比上年同期每下降1%奖1万元，每上升1%缴1万元'],
      ['重点', 'PM2.5比上年同期每下降1%奖2万元，每上升1%缴2万元'],
      [null, 'PM10比上年同期上升20%以上（含）的，约谈'],
    ]);
  });

  it('of a file with several schemes have to be told apart', async () => {
    const path = join(folder, '两个.yml');
    writeFileSync(path, '甲: { out: 万元, of: pm25, vs: 40, met: 1 }\n乙: { out: 万元, of: pm25, vs: 40, met: 2 }');
    const file = made.grant(path);
    expect(await made.fail('schemes.clauses', { source: { file } })).toMatchObject({ code: 'SCHEME_RULE_CHOICE' });
    expect((await made.call('schemes.clauses', { source: { file, rule: '乙' } })).title).toBe('乙');
  });
});

describe('a scheme of a work', () => {
  it('names rows of the lists, groups and kinds of units by the plan', async () => {
    const view = await made.call('schemes.clauses', { source: { id: 'default-2024' } });
    const rules = view.clauses.flatMap((clause) => clause.rules);
    expect(new Set(rules.map(({ group }) => group))).toEqual(new Set([null, '合川区', '部门', '镇街']));
    expect(rules.map(said).join('')).toContain('细颗粒物（PM2.5）浓度 12分');
    expect(rules.map(said).join('')).not.toMatch(/A\d-\d/u);
    expect(rules.find(({ path }) => path === 'groups.district.sum.0')).toMatchObject({ full: '60分' });
  });

  it('tells a rule of several clauses once', async () => {
    const view = await made.call('schemes.clauses', { source: { id: 'default-2024' } });
    expect(view.clauses.find(({ id }) => id === '七')?.rules.map(said)).toEqual(['同“六”']);
  });

  it('of the older form is told as what it means in the language, all of it without a clause', async () => {
    const older = readFileSync(join(import.meta.dirname, '../../../../fixtures/older-schemes/default-2024.yml'), 'utf8');
    const path = join(folder, 'older.yml');
    writeFileSync(path, older.replace('id: default-2024', 'id: older').replace("lateShare: '0.6'", "lateShare: '0.55'"));
    await made.call('schemes.add', { file: made.grant(path) });
    const view = await made.call('schemes.clauses', { source: { id: 'older' } });
    expect([view.clauses, view.withoutRule, view.from]).toEqual([[], [], '2024']);
    const told = view.withoutClause.map(said).join('\n');
    expect(told).toContain('逾期完成的，得满分的55%');
    expect(told).toContain('得分不低于90为优秀，不低于70为良好');
    expect(view.withoutClause.map(({ group }) => group)).toEqual(expect.arrayContaining(['部门', '镇街']));
  });

  it('says by whom and by what document a version was approved, and then nothing of 示范方案 in its notes', async () => {
    expect((await made.call('schemes.clauses', { source: { id: 'default-2024' } })).notes.join('')).toContain('示范方案');
    await made.call('schemes.copy', { id: 'default-2024', newId: 'own' });
    await made.call('schemes.approve', { id: 'own', document: '文〔2024〕1号' });
    const view = await made.call('schemes.clauses', { source: { id: 'own' } });
    expect(view).toMatchObject({ state: 'approved', number: 1, approved: { document: '文〔2024〕1号', by: '测试员' } });
    expect([...view.notes, ...view.source].filter((note) => note.includes('示范方案'))).toEqual([]);
  });
});
