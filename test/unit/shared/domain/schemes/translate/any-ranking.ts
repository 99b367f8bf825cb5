import * as fc from 'fast-check';
import { isOfSum, MEASURES } from '../../../../../../shared/domain/air/ranking/measures.ts';
import { rankingSchemeSchema } from '../../../../../../shared/domain/air/ranking/ranking-scheme.ts';

export const word = fc.constantFrom('甲等', '乙', '指标（附件1）', '60', 'a: b');
export const note = fc.constantFrom('一', '二：三', '#四');
/** 抬头 of any scheme. */
export const head = { plan: fc.constantFrom('a', 'b-2'), year: fc.integer({ min: 2000, max: 2099 }), title: word };

const key = fc.record({ measure: fc.constantFrom(...MEASURES), order: fc.constantFrom('ascending', 'descending') });
const keys = (least: number) => fc.uniqueArray(key, { minLength: least, maxLength: 3, selector: ({ measure }) => measure });
const decimals = fc.integer({ min: 0, max: 4 });
/** Every ranking that can be written. */
export const anyRanking = fc
  .record({
    ...head,
    preferred: fc.boolean(),
    demonstration: fc.boolean(),
    notes: fc.array(note, { maxLength: 2 }),
    method: fc.constantFrom('keys', 'mix'),
    keys: keys(1),
    parts: keys(2),
    by: fc.constantFrom('places', 'scores'),
    base: fc.constantFrom(0, 40, 60, 99),
    sum: fc.constantFrom(
      { weighted: false, parts: [{ of: 'pm10' }, { of: 'so2' }] },
      {
        weighted: true,
        parts: [
          { of: 'pm25', weight: '0.6' },
          { of: 'pm10', weight: '0.4' },
        ],
      },
      { weighted: true, parts: [{ of: 'o3', weight: '2' }] },
    ),
    ofGroup: fc.option(keys(1), { nil: undefined }),
    incomplete: fc.constantFrom('ranked', 'unranked'),
    least: fc.constantFrom(undefined, 2, 6, 30),
    movement: fc.constantFrom(undefined, 'sameSet', 'always'),
    unrankedMonth: fc.constantFrom('breaks', 'skips'),
    groups: fc.constantFrom(
      [],
      [{ id: 'key', name: '重点', units: ['甲镇', '123'] }],
      [
        { id: 'a', name: '甲组', units: ['甲镇'] },
        { id: 'b', name: '乙组', units: [] },
        { id: 'default', name: '其他' },
      ],
    ),
    streaks: fc.array(
      fc.record({
        bottom: fc.integer({ min: 1, max: 5 }),
        months: fc.integer({ min: 1, max: 4 }),
        action: fc.constantFrom('预警', '约谈'),
      }),
      {
        maxLength: 3,
      },
    ),
    evaluation: fc.record({
      standard: fc.constantFrom('byDate', '2012', '2026'),
      index: fc.record({ rounding: fc.constantFrom('stages', 'sum', 'each'), weights: fc.record({ so2: fc.constantFrom('1', '0.5') }) }),
    }),
    decimals: fc.record(
      Object.fromEntries([...MEASURES.filter((measure) => !isOfSum(measure)), 'score'].map((measure) => [measure, decimals])),
    ),
  })
  .map(({ parts: all, by, base, evaluation, sum, ofGroup, groups, ...rest }) => {
    const parts = all.filter(({ measure }) => !isOfSum(measure));
    const weights = [['1'], ['0.3', '0.7'], ['0.3', '0.3', '0.4']][parts.length - 1];
    const mix =
      rest.method === 'mix' && parts.length > 1
        ? { by, base, parts: parts.map((one, index) => ({ ...one, weight: weights?.[index] })) }
        : null;
    const summed = (used: typeof rest.keys) => (used.some(({ measure }) => isOfSum(measure)) ? { sum } : {});
    const rule = ofGroup === undefined ? {} : { rule: { keys: ofGroup, ...summed(ofGroup) } };
    const made = {
      id: 'x',
      kind: 'ranking',
      ...rest,
      method: mix === null ? 'keys' : 'mix',
      mix,
      ...summed(rest.keys),
      groups: groups.map((group, index) => (index === 0 ? { ...group, ...rule } : group)),
    };
    const read = rankingSchemeSchema.safeParse({ ...made, evaluation });
    return read.success ? read.data : rankingSchemeSchema.parse({ ...made, evaluation: { ...evaluation, standard: 'byDate' } });
  });
