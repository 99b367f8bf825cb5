import { describe, expect, it } from 'vitest';
import { isRecord } from '../../../../../../shared/domain/schemes/base/records.ts';
import type { Explained } from '../../../../../../shared/domain/schemes/base/explain.ts';
import { sumOf } from '../../../../../../shared/domain/numbers/rational.ts';
import { totalBounds } from '../../../../../../shared/domain/schemes/runs/bounds.ts';
import { partsOf } from '../../../../../../shared/domain/schemes/runs/parts.ts';
import { rawRules, type RawOf } from '../../../../../../shared/domain/schemes/runs/raw-rules.ts';
import { parseSchemeText } from '../../../../../../main/services/schemes/language/read-scheme-file.ts';
import { type Figures, schemeOf, trialOf } from '../../../../../support/scheme-trial.ts';

const HEAD = 'id: x\ntitle: x\nkind: scoring\nfrom: 2024\nsource: x\ntext: [{ id: 一, text: x }]\n';

function explained(rules: string, figures: Figures): { readonly total: Explained; readonly rawOf: RawOf } {
  const text = `${HEAD}rules:\n  out: points/100\n  ${rules.replaceAll('\n', '\n  ')}\n`;
  const { data } = parseSchemeText(text);
  const raw = isRecord(data) && isRecord(data['rules']) ? data['rules'] : {};
  const [row] = trialOf(schemeOf(text), [figures]).rows;
  if (row?.result === undefined || row.result === null) throw new Error('no result');
  return { total: row.result.explanation, rawOf: rawRules(raw) };
}

const shownParts = (rules: string, figures: Figures): string[] => {
  const { total, rawOf } = explained(rules, figures);
  return partsOf(total, rawOf).map(({ kind, code, points, max }) => `${kind} ${code} ${points?.text() ?? '—'}/${max?.text() ?? '—'}`);
};

const bounds = (rules: string, figures: Figures): readonly [string | null, string | null] => {
  const { total, rawOf } = explained(rules, figures);
  const { low, high } = totalBounds(total, rawOf);
  return [low?.text() ?? null, high?.text() ?? null];
};

describe('分项', () => {
  it('are the addends of a sum, with their full marks', () => {
    expect(shownParts('sum: [{ manual: a, cap: 60 }, { manual: b, cap: 40 }]', { 'manual:a': 50, 'manual:b': 30 })).toEqual([
      'part manual 50/60',
      'part manual 30/40',
    ]);
  });

  it('what is done to the sum is one of them: cap, rounding, folding', () => {
    expect(shownParts('sum: [90, { manual: a }]\ncap: 100', { 'manual:a': 20 })).toEqual([
      'part number 90/90',
      'part manual 20/—',
      'change cap -10/—',
    ]);
    expect(
      shownParts('sum: [{ manual: a, cap: 60 }, { manual: b, cap: 40 }]\nfold: true', { 'manual:a': 30, 'manual:b': '不涉及' }),
    ).toEqual(['part manual 30/60', 'part manualNotApplicable —/40', 'change sumFolded 20/—']);
  });

  it('of a weighted mean are its terms times their weights', () => {
    expect(shownParts('weighted: [[0.4, { manual: a }], [0.6, { manual: b }]]', { 'manual:a': 90, 'manual:b': 80 })).toEqual([
      'part manual 36/—',
      'part manual 48/—',
    ]);
  });

  it.each([
    ['sum: [3, { manual: a, round: 1 }, { each: [pm25, pm10], vs: lastYear, rate: 0.7 }]\nround: 1\nfloor: 0', 1.26],
    ['weighted: [[0.3, { manual: a }], [0.7, { of: pm25 }]]\nround: 2', 77.777],
    ['min: [{ manual: a }, { of: pm25 }]', 12],
  ])('always add up to the total: %s', (rules, manual) => {
    const figures = { 'manual:a': manual, pm25: 31, 'pm25.lastYear': 35.5, pm10: 60, 'pm10.lastYear': 55.3 };
    const { total, rawOf } = explained(rules, figures);
    const sum = sumOf(partsOf(total, rawOf).flatMap(({ points }) => points ?? []));
    expect(total.outcome.state === 'value' ? total.outcome.value.fractionText() : null).toBe(sum.fractionText());
  });
});

describe('区间', () => {
  it('of a missing part is from nothing to its full marks', () => {
    expect(bounds('sum: [{ of: pm25, share: 60 }, { manual: b }]', { 'pm25.target': 30, 'manual:b': 35 })).toEqual(['35', '95']);
  });

  it('has no end where the rules set none, and the total’s own limits hold all the same', () => {
    expect(bounds('sum: [{ manual: a }, { manual: b, cap: 40 }]', { 'manual:b': 35 })).toEqual([null, null]);
    expect(bounds('sum: [{ manual: a, cap: 60 }, { manual: b }]', { 'manual:b': 35 })).toEqual([null, '95']);
    expect(bounds('sum: [{ manual: a }, { manual: b }]\nfloor: 0\ncap: 100', { 'manual:b': 35 })).toEqual(['0', '100']);
  });

  it('of folded parts never goes beyond nothing and everything', () => {
    const rules = 'sum: [{ of: pm25, share: 60 }, { of: pm10, share: 40 }]\nfold: true';
    expect(bounds(rules, { 'pm25.target': 30, pm10: 50, 'pm10.target': 50 })).toEqual(['40', '100']);
  });

  it('of the worse of two is not above the one that is known', () => {
    expect(bounds('min: [{ manual: a, floor: 0, cap: 100 }, { manual: b }]', { 'manual:b': 74 })).toEqual(['0', '74']);
  });

  it('the final total lies within it, whatever comes in', () => {
    const rules =
      'sum: [{ of: pm25, share: 24 }, { status: { 已完成: 10, 按序推进: 8, 未启动: 0 }, row: r }, { manual: b, floor: -10, cap: 5 }]\nround: 1';
    const open = { 'pm25.target': 30 };
    const [low, high] = bounds(rules, open);
    expect([low, high]).toEqual(['-10', '39']);
    for (const pm25 of [1, 30, 31.7, 400, '不涉及'])
      for (const status of ['已完成', '未启动', '不涉及'])
        for (const manual of [-40, 0, 4.44, 90]) {
          const { total } = explained(rules, { ...open, pm25, 'status:r': status, 'manual:b': manual });
          if (total.outcome.state !== 'value') continue;
          const value = Number(total.outcome.value.text());
          expect(value).toBeGreaterThanOrEqual(Number(low));
          expect(value).toBeLessThanOrEqual(Number(high));
        }
  });
});
