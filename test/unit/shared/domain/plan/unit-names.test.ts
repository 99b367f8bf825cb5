import { assert, constantFrom, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ambiguousNames, isDistrictName, matchUnit, splitUnitList, unitsOfList } from '../../../../../shared/domain/plan/unit-names.ts';
import type { District, NamedUnits, Unit } from '../../../../../shared/domain/plan/unit-schema.ts';
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

/** Units of another district: a department, a town, a park, an enterprise. */
function unitsOf(district: Partial<District> & Pick<District, 'name'>, level: string): NamedUnits {
  const unit = (id: string, kind: string, name: string): Unit => ({ id, kind, name, aliases: [], divisionCode: null });
  return {
    district: { aliases: [], city: null, ...district },
    unitKinds: [
      { id: 'bureau', name: '局办', leads: true, asked: false, air: false, endings: [] },
      { id: 'township', name: '乡镇', leads: false, asked: true, air: true, endings: ['镇', '乡'] },
      { id: 'park', name: '园区', leads: true, asked: true, air: true, endings: ['工业园', '园'] },
    ],
    units: [
      unit('ecology', 'bureau', `${level}生态环境局`),
      unit('dragon', 'township', '龙潭镇'),
      unit('south', 'township', '南乡'),
      unit('park', 'park', '东部工业园'),
    ],
  };
}

describe('the names of another district', () => {
  const idsOf = (other: NamedUnits, ...names: readonly string[]): (string | null)[] =>
    names.map((name) => matchUnit(other, name)?.id ?? null);

  it('of a county (县) with its city', () => {
    const county = unitsOf({ name: '青山县', city: '江北市' }, '县');
    expect(idsOf(county, '县生态环境局', '青山县生态环境局', '江北市青山县生态环境局', '青山生态环境局', '江北青山县生态环境局')).toEqual(
      Array.from({ length: 5 }, () => 'ecology'),
    );
    expect(idsOf(county, '江北市生态环境局', '区生态环境局', '合川区生态环境局')).toEqual([null, null, null]);
    expect(idsOf(county, '青山县龙潭镇人民政府', '江北市青山县龙潭')).toEqual(['dragon', 'dragon']);
  });

  it('of an autonomous county (自治县), by its short name, too', () => {
    const county = unitsOf({ name: '石柱土家族自治县', aliases: ['石柱县'], city: '重庆市' }, '县');
    const names = [
      '石柱土家族自治县生态环境局',
      '重庆市石柱土家族自治县生态环境局',
      '石柱县生态环境局',
      '石柱土家族生态环境局',
      '县生态环境局',
    ];
    expect(idsOf(county, ...names)).toEqual(names.map(() => 'ecology'));
  });

  it('of a city (市) that has none above it', () => {
    const city = unitsOf({ name: '江北市' }, '市');
    expect(idsOf(city, '市生态环境局', '江北市生态环境局', '江北生态环境局', '生态环境局')).toEqual(
      Array.from({ length: 4 }, () => 'ecology'),
    );
    expect(idsOf(city, '省生态环境局', '重庆市生态环境局')).toEqual([null, null]);
  });

  it('may be written without the endings of their kind, and only those', () => {
    const county = unitsOf({ name: '青山县' }, '县');
    expect(idsOf(county, '龙潭', '东部', '东部工业', '龙潭镇人民政府')).toEqual(['dragon', 'park', null, 'dragon']);
    expect(idsOf(county, '南', '龙潭乡', '龙潭街道')).toEqual(['south', null, null]);
  });

  it('are told from the district itself', () => {
    const district = { name: '青山县', aliases: ['青山'], city: '江北市' };
    expect(['青山县', ' 青山 ', '江北市青山县', '全县', '全区', '县级'].filter((name) => isDistrictName(district, name))).toHaveLength(6);
    expect(['江北市', '合川区', '青山县龙潭镇', ''].filter((name) => isDistrictName(district, name))).toEqual([]);
    expect(isDistrictName({ ...district, city: null }, '江北市青山县')).toBe(false);
  });
});

describe('one name for two units', () => {
  const named = unitsOf({ name: '青山县' }, '县');
  const twice = (first: Partial<Unit>, second: Partial<Unit>): NamedUnits => {
    const town = { kind: 'township', name: '龙潭镇', aliases: [], divisionCode: null };
    return {
      ...named,
      units: [
        { id: 'old', ...town, ...first },
        { id: 'new', ...town, ...second },
      ],
    };
  };
  const ambiguous = (other: NamedUnits): string[] => ambiguousNames(other).map(({ name }) => name);

  it('is ambiguous while both exist, the name without its ending, too', () => {
    expect(ambiguous(twice({}, {}))).toEqual(['龙潭镇', '龙潭']);
    expect(ambiguous(twice({ until: '2025-07-01' }, { from: '2025-07-01' }))).toEqual(['龙潭镇', '龙潭']);
    expect(ambiguous(twice({ name: '龙潭乡' }, {}))).toEqual(['龙潭']);
  });

  it('is not where one follows the other, and means the later then', () => {
    const succeeding = twice({ until: '2025-06-30' }, { from: '2025-07-01' });
    expect(ambiguous(succeeding)).toEqual([]);
    expect(matchUnit(succeeding, '龙潭')?.id).toBe('new');
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
