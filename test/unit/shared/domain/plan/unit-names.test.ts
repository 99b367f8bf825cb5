import { assert, constantFrom, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ambiguousNames, matchUnit, splitUnitList, unitsOfList } from '../../../../../shared/domain/plan/unit-names.ts';
import { loadTestPlan } from '../../../../support/plan.ts';

const plan = loadTestPlan();
const { units, annex1, annex2, annex3, articles } = plan;

describe('matchUnit', () => {
  it.each([
    ['区应急局', 'dept-emergency'],
    ['区应急管理局', 'dept-emergency'],
    ['合川区应急管理局', 'dept-emergency'],
    ['应急局', 'dept-emergency'],
    ['区经济和信息化委员会', 'dept-economy-information'],
    ['重庆市合川区经济和信息化委员会', 'dept-economy-information'],
    ['经信委', 'dept-economy-information'],
    ['生态环境局', 'dept-ecology'],
    ['　区生态 环境局　', 'dept-ecology'],
    ['区生态环境局（盖章）', 'dept-ecology'],
    ['【区财政局】', 'dept-finance'],
    ['(合川区)水利局', 'dept-water'],
    ['国家税务总局重庆市合川区税务局', 'dept-tax'],
    ['重庆市公安局合川区分局', 'dept-public-security'],
    ['南津街街道', 'town-500117003'],
    ['南津街', 'town-500117003'],
    ['南津街道', 'town-500117003'],
    ['合川区南津街街道办事处', 'town-500117003'],
    ['合阳城', 'town-500117001'],
    ['三汇镇人民政府', 'town-500117117'],
    ['三　汇', 'town-500117117'],
    ['重庆市合川区涞滩镇', 'town-500117102'],
    ['高新区', 'town-hitech'],
    ['合川高新区管委会', 'town-hitech'],
    ['重庆合川高新技术产业开发区管理委员会', 'town-hitech'],
  ])('knows %s', (text, id) => {
    expect(matchUnit(plan, text)?.id).toBe(id);
  });

  it.each([
    '',
    '　',
    '区',
    '合川区',
    '各镇街',
    '区级有关部门',
    '区政府',
    '重庆市公安局',
    '重庆市生态环境局',
    '三汇街道',
    '永川区生态环境局',
    '未知镇',
    '镇',
    '街道',
  ])('does not take %j for a unit', (text) => {
    expect(matchUnit(plan, text)).toBeNull();
  });

  it('finds every unit by its name and each alias, with and without 区, 合川区 and 重庆市合川区', () => {
    for (const unit of units) {
      for (const name of [unit.name, ...unit.aliases]) {
        expect(matchUnit(plan, name)?.id, name).toBe(unit.id);
        const bare = name.replace(/^区/u, '');
        if (/合川/u.test(bare)) continue;
        for (const prefix of ['', '合川区', '重庆市合川区']) expect(matchUnit(plan, prefix + bare)?.id, prefix + bare).toBe(unit.id);
      }
    }
  });

  it('is not disturbed by spaces of any width', () => {
    assert(
      property(constantFrom(...units), constantFrom(' ', '　', '\u00A0', '\t'), nat({ max: 12 }), (unit, space, position) => {
        const characters = [...unit.name];
        expect(matchUnit(plan, characters.toSpliced(position % characters.length, 0, space).join(''))?.id).toBe(unit.id);
      }),
    );
  });
});

describe('ambiguousNames', () => {
  it('finds none in the plan', () => {
    expect(ambiguousNames(plan)).toEqual([]);
  });

  it('finds an alias that is also the name of another unit', () => {
    const spoiled = units.map((unit) => (unit.id === 'dept-water' ? { ...unit, aliases: ['合川区财政局'] } : unit));
    expect(ambiguousNames({ ...plan, units: spoiled })).toEqual([{ name: '财政局', unitIds: ['dept-finance', 'dept-water'] }]);
  });
});

describe('splitUnitList', () => {
  it('divides at the printed comma, line ends and spaces', () => {
    expect(splitUnitList('区生态环境局、区经济信息委')).toEqual(['区生态环境局', '区经济信息委']);
    expect(splitUnitList('区城市管理局、\n区农业农村委')).toEqual(['区城市管理局', '区农业农村委']);
    expect(splitUnitList('区生态环境局\n\n区农业农村委　区城市管理局 ')).toEqual(['区生态环境局', '区农业农村委', '区城市管理局']);
    expect(splitUnitList('  ')).toEqual([]);
  });

  it('drops the words about the division of duties', () => {
    expect(splitUnitList('区生态环境局、区气象局按职责分工负责')).toEqual(['区生态环境局', '区气象局']);
    expect(splitUnitList('区经济信息委、区发展改革委、区生态环境局等按职责分工负责')).toEqual([
      '区经济信息委',
      '区发展改革委',
      '区生态环境局',
    ]);
  });

  it('leads from every printed list of the plan to known units', () => {
    const printed = [...annex1.rows, ...annex2.tasks, ...annex3.items].map((row) => row.leadUnitsPrinted);
    const named = articles.filter((article) => article.units.length > 0).map((article) => article.unitsPrinted);
    for (const list of [...printed, ...named]) expect(unitsOfList(plan, list).unknown, list).toEqual([]);
    expect(named.length).toBe(23);
  });

  it('keeps the names that mean no unit', () => {
    const { units: found, unknown } = unitsOfList(plan, '各镇街、高新区管委会');
    expect(found.map((unit) => unit.id)).toEqual(['town-hitech']);
    expect(unknown).toEqual(['各镇街']);
  });
});
