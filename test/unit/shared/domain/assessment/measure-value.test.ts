import { describe, expect, it } from 'vitest';
import { createScoreContext } from '../../../../../shared/domain/assessment/context.ts';
import { readMeasure } from '../../../../../shared/domain/assessment/measure-value.ts';
import { toText } from '../../../../../shared/domain/numbers/decimal.ts';
import type { Measure } from '../../../../../shared/domain/plan/schema.ts';
import { type AnswerTexts, makeReturns, smallInput } from '../../../../support/assessment-plan.ts';

const amount: Measure = {
  id: 'M',
  name: '量',
  unit: '家',
  kind: 'amount',
  basis: 'cumulative',
  decimals: 0,
  zeroDenominator: 'error',
  subject: 's',
  targets: {},
};
const rate: Measure = { ...amount, unit: '%', kind: 'rate', basis: 'level', decimals: 1 };
const rareRate: Measure = { ...rate, zeroDenominator: 'complete' };

/** What is read for a measure led by dept-a and dept-b, shortened: value and who gave it, or the reason. */
function read(measure: Measure, answers: AnswerTexts, overrides: Parameters<typeof smallInput>[1] = {}): string {
  const reading = readMeasure(measure, { id: 'row', leadUnits: ['dept-a', 'dept-b'] }, createScoreContext(smallInput(answers, overrides)));
  const cells = reading.sources.map((source) => source.cell).join(' ');
  const what = reading.kind === 'value' ? toText(reading.value) : reading.kind === 'missing' ? reading.reason : 'noOccurrence';
  return [what, reading.unitId, cells].join(' ').trimEnd();
}

describe('the value of an amount', () => {
  it('is the cumulative figure, not the increment beside it', () => {
    expect(read(amount, { 'dept-a M increment': '5', 'dept-a M value': '20' })).toBe('20 dept-a M!value');
  });

  it('is the increment where the plan counts what is new, wherever the return asks for it', () => {
    const increment: Measure = { ...amount, basis: 'increment' };
    expect(read(increment, { 'dept-a M increment': '5', 'dept-a M value': '20' })).toBe('5 dept-a M!increment');
    expect(read(increment, { 'dept-a M value': '4' })).toBe('4 dept-a M!value');
  });

  it('comes from the first-named lead, or from the next one that has it', () => {
    expect(read(amount, { 'dept-a M value': '1', 'dept-b M value': '2' })).toBe('1 dept-a M!value');
    expect(read(amount, { 'dept-b M value': '2' })).toBe('2 dept-b M!value');
    expect(read(amount, { 'dept-a M value': '-', 'dept-b M value': '2' })).toBe('2 dept-b M!value');
  });

  it('is missing with its reason', () => {
    expect(read(amount, {})).toBe('noAnswer dept-a');
    expect(read(amount, {}, { returns: [] })).toBe('noReturn dept-a');
    expect(read(amount, {}, { returns: makeReturns({ 'dept-b': null }) })).toBe('noReturn dept-a');
    expect(read(amount, { 'dept-a M value': '-' })).toBe('notApplicable dept-a M!value');
  });
});

describe('the value of a rate', () => {
  it('is made exactly from numerator and denominator, before a typed percentage', () => {
    expect(read(rate, { 'dept-a M numerator': '297', 'dept-a M denominator': '366', 'dept-a M value': '81.3' })).toBe(
      '81.14754098360655737704918032786885245902 dept-a M!numerator M!denominator',
    );
    expect(read(rate, { 'dept-a M value': '81.3' })).toBe('81.3 dept-a M!value');
    expect(read(rate, { 'dept-a M numerator': '297', 'dept-a M value': '81.3' })).toBe('81.3 dept-a M!value');
  });

  it('is missing when only one part is there', () => {
    expect(read(rate, { 'dept-a M numerator': '297' })).toBe('partMissing dept-a M!numerator');
    expect(read(rate, { 'dept-a M denominator': '366' })).toBe('partMissing dept-a M!denominator');
  });

  it('over 0 counts as nothing occurred only where the plan says so and nothing is above it', () => {
    expect(read(rareRate, { 'dept-a M numerator': '0', 'dept-a M denominator': '0' })).toBe(
      'noOccurrence dept-a M!numerator M!denominator',
    );
    expect(read(rareRate, { 'dept-a M denominator': '0' })).toBe('noOccurrence dept-a M!denominator');
    expect(read(rareRate, { 'dept-a M numerator': '2', 'dept-a M denominator': '0' })).toBe(
      'zeroDenominator dept-a M!numerator M!denominator',
    );
    expect(read(rate, { 'dept-a M numerator': '0', 'dept-a M denominator': '0' })).toBe('zeroDenominator dept-a M!numerator M!denominator');
  });

  it('with 无 or 不涉及 means nothing occurred only where the plan says so', () => {
    expect(read(rareRate, { 'dept-a M numerator': '-', 'dept-a M denominator': '-' })).toBe(
      'noOccurrence dept-a M!numerator M!denominator',
    );
    expect(read(rareRate, { 'dept-a M value': '-' })).toBe('noOccurrence dept-a M!value');
    expect(read(rate, { 'dept-a M numerator': '-', 'dept-a M denominator': '-' })).toBe('notApplicable dept-a M!numerator M!denominator');
    expect(read(rareRate, { 'dept-a M numerator': '3', 'dept-a M denominator': '-' })).toBe('partMissing dept-a M!numerator M!denominator');
  });

  it("falls to the next lead when the first one's cannot be used", () => {
    expect(read(rate, { 'dept-a M numerator': '1', 'dept-a M denominator': '0', 'dept-b M value': '90' })).toBe('90 dept-b M!value');
  });
});
