import { describe, expect, it } from 'vitest';
import { leadingMeasure, rankingSchemeSchema } from '../../../../../../shared/domain/air/ranking/ranking-scheme.ts';
import { schemeProblem } from '../../../../../../shared/domain/air/ranking/scheme-problems.ts';
import { rankPlaces } from '../../../../../../shared/domain/air/ranking/rank-places.ts';
import { entry, schemeWith, template } from './entries.ts';

/** As works of version 10 hold it. */
const OLD = {
  id: 'ranking-2024',
  kind: 'ranking',
  plan: 'hechuan-2024',
  year: 2024,
  title: '合川区镇街空气质量排名办法（示范方案）',
  demonstration: true,
  notes: ['说明'],
  keys: [
    { measure: 'pm25Mean', order: 'ascending' },
    { measure: 'goodDayRatio', order: 'descending' },
  ],
  decimals: { pm25Mean: 1, goodDayRatio: 1 },
};

const TEMPLATES = ['ranking-2024', 'ranking-composite', 'ranking-change', 'ranking-good-days', 'ranking-mix', 'ranking-recent'];

describe('a ranking scheme', () => {
  it('of the older form still parses, and ranks as the present default does', () => {
    const old = rankingSchemeSchema.parse(OLD);
    expect(old).toMatchObject({
      method: 'keys',
      groups: [],
      incomplete: 'ranked',
      streaks: [],
      evaluation: { standard: 'byDate', index: { rounding: 'stages' } },
    });
    const entries = [
      entry('a', { pm25Mean: '30.04', goodDayRatio: '80' }),
      entry('b', { pm25Mean: '30', goodDayRatio: '90' }),
      entry('c', { pm25Mean: '29', goodDayRatio: '70' }, { pollutants: ['pm25'] }),
    ];
    expect(rankPlaces(entries, old)).toEqual(rankPlaces(entries, schemeWith()));
  });

  it.each(TEMPLATES)('among the templates is whole, a demonstration, and says so: %s', (id) => {
    const scheme = rankingSchemeSchema.parse(template(id));
    expect(scheme).toMatchObject({ id, year: 2024, demonstration: true });
    expect(scheme.title).toContain('示范方案');
    expect(schemeProblem(scheme)).toBeNull();
  });

  it('is preferred in one template alone', () => {
    expect(TEMPLATES.filter((id) => rankingSchemeSchema.parse(template(id)).preferred)).toEqual(['ranking-2024']);
  });

  it('leads with its first key or the first part of its mix', () => {
    expect(TEMPLATES.map((id) => leadingMeasure(rankingSchemeSchema.parse(template(id))))).toEqual([
      'pm25Mean',
      'compositeIndex',
      'pm25Change',
      'goodDayRatio',
      'pm25Mean',
      'pm25Recent',
    ]);
  });

  it('refuses what it does not know', () => {
    expect(rankingSchemeSchema.safeParse({ ...OLD, colour: 'red' }).success).toBe(false);
    expect(rankingSchemeSchema.safeParse({ ...OLD, keys: [{ measure: 'ozone', order: 'ascending' }] }).success).toBe(false);
  });

  const part = (measure: string, weight: string) => ({ measure, order: 'ascending', weight });
  it.each([
    ['NO_KEY', { keys: [] }],
    ['NO_MIX', { method: 'mix' }],
    ['MIX_UNUSED', { mix: { by: 'places', parts: [part('pm25Mean', '0.5'), part('pm10Mean', '0.5')] } }],
    [
      'KEY_TWICE',
      {
        keys: [
          { measure: 'pm25Mean', order: 'ascending' },
          { measure: 'pm25Mean', order: 'descending' },
        ],
      },
    ],
    ['WEIGHT_SUM', { method: 'mix', mix: { by: 'places', parts: [part('pm25Mean', '0.5'), part('pm10Mean', '0.4')] } }],
    [
      'GROUP_TWICE',
      {
        groups: [
          { id: 'a', name: '甲' },
          { id: 'a', name: '乙' },
        ],
      },
    ],
    [
      'REST_NOT_LAST',
      {
        groups: [
          { id: 'default', name: '甲' },
          { id: 'a', name: '乙' },
        ],
      },
    ],
    ['REST_NAMES_UNITS', { groups: [{ id: 'default', name: '甲', units: ['x'] }] }],
    [
      'UNIT_TWICE',
      {
        groups: [
          { id: 'a', name: '甲', units: ['x'] },
          { id: 'b', name: '乙', units: ['x'] },
        ],
      },
    ],
  ])('with a fault between its values is found out: %s', (code, changes) => {
    expect(schemeProblem(schemeWith(changes))?.code).toBe(code);
  });

  it('may have weights that only add up to 1 exactly', () => {
    const parts = Array.from({ length: 3 }, (_, index) =>
      part(['pm25Mean', 'pm10Mean', 'heavyDays'][index] ?? '', index === 0 ? '0.1' : index === 1 ? '0.2' : '0.7'),
    );
    expect(schemeProblem(schemeWith({ method: 'mix', mix: { by: 'scores', parts } }))).toBeNull();
  });
});
