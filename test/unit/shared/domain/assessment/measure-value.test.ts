import { describe, expect, it } from 'vitest';
import { createScoreContext } from '../../../../../shared/domain/assessment/context.ts';
import { readMeasure } from '../../../../../shared/domain/assessment/measure-value.ts';
import { toText } from '../../../../../shared/domain/numbers/decimal.ts';
import type { Measure } from '../../../../../shared/domain/plan/schema.ts';
import { type AnswerTexts, makeConsents, makeReturns, smallInput } from '../../../../support/assessment-plan.ts';

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

/** What is read for a measure of the task T led by dept-a and dept-b, shortened: value and who gave it, or the reason. */
function read(measure: Measure, answers: AnswerTexts, overrides: Parameters<typeof smallInput>[1] = {}): string {
  const row = { id: 'T', leadUnits: ['dept-a', 'dept-b'] };
  const reading = readMeasure(measure, row, createScoreContext(smallInput(answers, overrides)));
  const cells = reading.sources.map((source) => source.cell).join(' ');
  const what = reading.kind === 'value' ? toText(reading.value) : reading.kind === 'missing' ? reading.reason : reading.kind;
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
  });

  it('is missing with its reason', () => {
    expect(read(amount, {})).toBe('noAnswer dept-a');
    expect(read(amount, {}, { returns: [] })).toBe('noReturn dept-a');
    expect(read(amount, {}, { returns: makeReturns({ 'dept-b': null }) })).toBe('noReturn dept-a');
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

  it("falls to the next lead when the first one's cannot be used", () => {
    expect(read(rate, { 'dept-a M numerator': '1', 'dept-a M denominator': '0', 'dept-b M value': '90' })).toBe('90 dept-b M!value');
  });
});

describe('a cell in error', () => {
  it('leaves the row unsettled, whatever else the row says', () => {
    const parts = { 'dept-a M denominator': '366', 'dept-a M value': '82' };
    expect(read(rate, { ...parts, 'dept-a M numerator': '!NUMBER_NONE' })).toBe('erroneous dept-a M!numerator');
    expect(read(rate, { ...parts, 'dept-a M numerator': '300', 'dept-a M value': '!NUMBER_VAGUE' })).toBe('erroneous dept-a M!value');
    expect(read(amount, { 'dept-a M increment': '!NUMBER_VAGUE', 'dept-a M value': '20' })).toBe('erroneous dept-a M!increment');
    const increment: Measure = { ...amount, basis: 'increment' };
    expect(read(increment, { 'dept-a M increment': '!NUMBER_VAGUE', 'dept-a M value': '20' })).toBe('erroneous dept-a M!increment');
  });

  it('of a rate may be that a part is not there, or is 0', () => {
    expect(read(rate, { 'dept-a M numerator': '300', 'dept-a M denominator': '!RATE_PART_MISSING', 'dept-a M value': '82' })).toBe(
      'partMissing dept-a M!denominator',
    );
    expect(read(rate, { 'dept-a M numerator': '3', 'dept-a M denominator': '!RATE_DENOMINATOR_ZERO', 'dept-a M value': '82' })).toBe(
      'zeroDenominator dept-a M!denominator',
    );
  });

  it("of the first lead is not made good by the next lead's value, one of a later lead hides nobody's", () => {
    expect(read(amount, { 'dept-a M value': '!NUMBER_VAGUE', 'dept-b M value': '2' })).toBe('erroneous dept-a M!value');
    expect(read(amount, { 'dept-a M value': '1', 'dept-b M value': '!NUMBER_VAGUE' })).toBe('1 dept-a M!value');
    expect(read(amount, { 'dept-b M value': '!NUMBER_VAGUE' })).toBe('erroneous dept-b M!value');
  });
});

describe('不涉及', () => {
  const consents = makeConsents('dept-a M');

  it('is missing until the office consents, and does not hand the row to the next lead', () => {
    expect(read(amount, { 'dept-a M value': '-' })).toBe('exemptionAsked dept-a M!value');
    expect(read(amount, { 'dept-a M value': '-', 'dept-b M value': '2' })).toBe('exemptionAsked dept-a M!value');
    expect(read(amount, { 'dept-a M increment': '-', 'dept-b M value': '2' })).toBe('exemptionAsked dept-a M!increment');
    expect(read(rareRate, { 'dept-a M numerator': '-', 'dept-a M denominator': '-' })).toBe(
      'exemptionAsked dept-a M!numerator M!denominator',
    );
    expect(read(rareRate, { 'dept-a M value': '-' })).toBe('exemptionAsked dept-a M!value');
  });

  it('with consent takes the row out, also where a later lead has a value', () => {
    expect(read(amount, { 'dept-a M value': '-' }, { consents })).toBe('exempt dept-a M!value');
    expect(read(amount, { 'dept-a M value': '-', 'dept-b M value': '2' }, { consents })).toBe('exempt dept-a M!value');
    expect(read(rareRate, { 'dept-a M numerator': '-', 'dept-a M denominator': '-' }, { consents })).toBe(
      'exempt dept-a M!numerator M!denominator',
    );
  });

  it('needs the request: a consent to a row with a number does nothing', () => {
    expect(read(amount, { 'dept-a M value': '1' }, { consents })).toBe('1 dept-a M!value');
    expect(read(amount, {}, { consents })).toBe('noAnswer dept-a');
    expect(read(amount, { 'dept-a M value': '!NUMBER_NONE' }, { consents })).toBe('erroneous dept-a M!value');
  });

  it('of a later lead leaves it to those who have a value', () => {
    expect(read(amount, { 'dept-b M value': '-' })).toBe('exemptionAsked dept-b M!value');
    expect(read(amount, { 'dept-a M value': '1', 'dept-b M value': '-' }, { consents: makeConsents('dept-b M') })).toBe('1 dept-a M!value');
  });

  it('said of the whole task is said of a figure that is left blank, and of no other', () => {
    const task = { 'dept-a T status': '=notApplicable' };
    expect(read(amount, { ...task, 'dept-b M value': '2' })).toBe('exemptionAsked dept-a T!status');
    expect(read(amount, task, { consents: makeConsents('dept-a T') })).toBe('exempt dept-a T!status');
    expect(read(amount, { ...task, 'dept-a M value': '-' }, { consents: makeConsents('dept-a T') })).toBe('exempt dept-a M!value');
    expect(read(amount, { ...task, 'dept-a M value': '1' }, { consents: makeConsents('dept-a T') })).toBe('1 dept-a M!value');
    expect(read(amount, { 'dept-a T status': '=done' }, { consents: makeConsents('dept-a T') })).toBe('noAnswer dept-a');
  });

  it('that counted before consents were asked for counts as it counted then', () => {
    const before = { consents: makeConsents('dept-a M*', 'dept-a T*') };
    expect(read(rareRate, { 'dept-a M numerator': '-', 'dept-a M denominator': '-' }, before)).toBe(
      'noOccurrence dept-a M!numerator M!denominator',
    );
    expect(read(rareRate, { 'dept-a M numerator': '0', 'dept-a M denominator': '-' }, before)).toBe(
      'noOccurrence dept-a M!numerator M!denominator',
    );
    expect(read(rareRate, { 'dept-a M numerator': '3', 'dept-a M denominator': '-' }, before)).toBe(
      'partMissing dept-a M!numerator M!denominator',
    );
    expect(read(amount, { 'dept-a M value': '-', 'dept-b M value': '2' }, before)).toBe('2 dept-b M!value');
    expect(read(amount, { 'dept-a M value': '-' }, before)).toBe('exemptionAsked dept-a M!value');
    expect(read(amount, { 'dept-a T status': '=notApplicable', 'dept-b M value': '2' }, before)).toBe('2 dept-b M!value');
  });
});
