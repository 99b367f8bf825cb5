import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../../../shared/domain/plan/schema.ts';
import { parseReturn } from '../../../../../shared/domain/returns/parse-return.ts';
import type { ReturnLayout } from '../../../../../shared/domain/returns/types.ts';
import type { RawValue } from '../../../../../shared/domain/tables/raw-workbook.ts';
import { layoutFor, unitNamed } from '../../../../support/layouts.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { rawReturn, type TypedAnswers } from '../../../../support/raw-return.ts';
import { atOnce } from '../../../../support/at-once.ts';

const plan: Plan = loadTestPlan();
const layoutOf = (name: string): ReturnLayout => layoutFor(plan, unitNamed(plan, name), { air: false });
const number = (digits: string): RawValue => ({ type: 'number', digits, format: 'general' });

/** What is stored of one row and what is said at its cells: 'numerator=notApplicable', 'EXEMPTION_ASKED@numerator'. */
function read(unit: string, rowId: string, typed: Readonly<Record<string, RawValue | string>>): string[] {
  const layout = layoutOf(unit);
  const answers: TypedAnswers = Object.fromEntries(
    Object.entries(typed).map(([field, value]) => [field.includes('|') ? field : `${rowId}|${field}`, value]),
  );
  const parsed = atOnce(parseReturn(rawReturn(layout, answers), layout, 'x.xlsx'));
  const stored = parsed.answers
    .filter((answer) => answer.rowId === rowId)
    .map(
      ({ field, value }) =>
        `${field}=${value.kind === 'notApplicable' ? value.kind : `${value.kind === 'rejected' ? '!' : ''}${value.value}`}`,
    );
  const titles = new Map(layout.sheets.flatMap((sheet) => sheet.columns).map((column) => [column.title, column.answer]));
  const found = parsed.findings
    .filter((finding) => finding.params['row'] === rowId)
    .map((finding) => `${finding.code}@${titles.get(String(finding.params['column'])) ?? ''}`);
  return [...stored, ...found];
}

describe('a rate', () => {
  const ECO = '区生态环境局';

  it.each(['无', '没有', '—', '——', '-', '－', '/', '／', '//'])('with “%s” beside a number is in error at that cell', (word) => {
    expect(read(ECO, 'A1-02', { numerator: word, denominator: number('366') })).toEqual([
      'numerator=!NUMBER_NONE',
      'denominator=366',
      'NUMBER_NONE@numerator',
    ]);
    expect(read(ECO, 'A1-02', { numerator: number('3'), denominator: word, value: number('0.82') })).toContain('denominator=!NUMBER_NONE');
  });

  it('with 不涉及 beside a number cannot be both', () => {
    expect(read(ECO, 'A1-02', { numerator: '不涉及', denominator: number('366') })).toEqual([
      'numerator=!EXEMPTION_MIXED',
      'denominator=366',
      'EXEMPTION_MIXED@numerator',
    ]);
  });

  it('with one such word and nothing else asks for exemption only by 不涉及', () => {
    expect(read(ECO, 'A1-02', { numerator: '不涉及' })).toEqual(['numerator=notApplicable', 'EXEMPTION_ASKED@numerator']);
    expect(read(ECO, 'A1-02', { value: '不适用' })).toEqual(['value=notApplicable', 'EXEMPTION_ASKED@value']);
    expect(read(ECO, 'A1-02', { numerator: '无' })).toEqual(['numerator=!NUMBER_NONE', 'NUMBER_NONE@numerator']);
  });

  it.each(['无', '—', '/', '不涉及'])('with “%s” in the whole row asks for exemption', (word) => {
    const asked = ['numerator=notApplicable', 'denominator=notApplicable'];
    expect(read(ECO, 'A1-02', { numerator: word, denominator: word })).toEqual([...asked, 'EXEMPTION_ASKED@numerator']);
    expect(read(ECO, 'A1-02', { numerator: word, denominator: word, value: word })).toEqual([
      ...asked,
      'value=notApplicable',
      'EXEMPTION_ASKED@numerator',
    ]);
  });

  it('typed beside — for its parts is a rate without its parts, beside 无 for them it is in error', () => {
    expect(read(ECO, 'A1-02', { numerator: '—', denominator: '/', value: number('2') })).toEqual(['value=2', 'RATE_WITHOUT_PARTS@value']);
    expect(read(ECO, 'A1-02', { numerator: '无', denominator: '无', value: number('2') })).toEqual([
      'numerator=!NUMBER_NONE',
      'denominator=!NUMBER_NONE',
      'value=2',
      'NUMBER_NONE@numerator',
      'NUMBER_NONE@denominator',
    ]);
  });

  it.each(['0', '〇', '零', '“0”'])('with “%s” above means that nothing occurred', (zero) => {
    expect(read(ECO, 'A1-02', { numerator: zero, denominator: number('366') })).toEqual(['numerator=0', 'denominator=366']);
  });

  it('of whose parts one cannot be read keeps that, beside the parts that can', () => {
    expect(read(ECO, 'A1-02', { numerator: '约3', denominator: number('366'), value: number('2') })).toEqual([
      'numerator=!NUMBER_VAGUE',
      'denominator=366',
      'value=2',
      'NUMBER_VAGUE@numerator',
    ]);
    expect(read(ECO, 'A1-02', { denominator: number('366'), value: number('2') })).toEqual([
      'numerator=!RATE_PART_MISSING',
      'denominator=366',
      'value=2',
      'RATE_PART_MISSING@numerator',
    ]);
  });

  it('beside an unreadable cell is no whole row', () => {
    expect(read(ECO, 'A1-02', { numerator: '不涉及', denominator: '约3' })).toEqual([
      'numerator=!EXEMPTION_MIXED',
      'denominator=!NUMBER_VAGUE',
      'EXEMPTION_MIXED@numerator',
      'NUMBER_VAGUE@denominator',
    ]);
  });
});

describe('an amount', () => {
  it('of one cell asks for exemption, and by 无 leaves open whether that is meant: an error, and a request until it is clear', () => {
    expect(read('区公安局', 'A3-3.3-a', { value: '不涉及' })).toEqual(['value=notApplicable', 'EXEMPTION_ASKED@value']);
    expect(read('区公安局', 'A3-3.3-a', { value: '无' })).toEqual(['value=notApplicable', 'EXEMPTION_UNCLEAR@value']);
    expect(read('区生态环境局', 'A1-01', { value: '—' })).toEqual(['value=notApplicable', 'EXEMPTION_UNCLEAR@value']);
  });

  it('with its increment is a whole row of two', () => {
    expect(read('区生态环境局', 'A1-10', { increment: '无', value: '无' })).toEqual([
      'increment=notApplicable',
      'value=notApplicable',
      'EXEMPTION_ASKED@increment',
    ]);
    expect(read('区生态环境局', 'A1-10', { increment: '无', value: number('3') })).toEqual([
      'increment=!NUMBER_NONE',
      'value=3',
      'NUMBER_NONE@increment',
    ]);
  });

  it('that is not whole is not adopted', () => {
    expect(read('区公安局', 'A3-3.3-a', { value: number('1349.5') })).toEqual(['value=!NUMBER_NOT_WHOLE', 'NUMBER_NOT_WHOLE@value']);
  });

  it('below a task that says 不涉及 may say so in any word', () => {
    const task = { 'A3-3.3|status': '不涉及' };
    expect(read('区公安局', 'A3-3.3-a', { ...task, value: '—' })).toEqual(['value=notApplicable']);
    expect(read('区公安局', 'A3-3.3-a', task)).toEqual([]);
    expect(read('区公安局', 'A3-3.3', task)).toEqual(['status=notApplicable', 'EXEMPTION_ASKED@status']);
  });

  it('below a task that says 不涉及 contradicts it: one error, at the status, and neither is adopted', () => {
    const typed = { 'A3-3.3|status': '不涉及', 'A3-3.3-a|value': number('1350') };
    expect(read('区公安局', 'A3-3.3-a', typed)).toEqual(['value=!EXEMPTION_WITH_FIGURES']);
    expect(read('区公安局', 'A3-3.3', typed)).toEqual(['status=!EXEMPTION_WITH_FIGURES', 'EXEMPTION_WITH_FIGURES@status']);
  });
});

describe('a task', () => {
  it.each(['不涉及', '无', '/', '—'])('with “%s” for its status and no date asks for exemption', (word) => {
    expect(read('区生态环境局', 'A3-5.7', { status: word })).toEqual(['status=notApplicable', 'EXEMPTION_ASKED@status']);
    expect(read('区生态环境局', 'A3-5.7', { status: word, date: '/' })).toEqual([
      'status=notApplicable',
      'date=notApplicable',
      'EXEMPTION_ASKED@status',
    ]);
  });

  it.each(['不涉及', '无', '/'])('with “%s” for its status beside a date is in error', (word) => {
    expect(read('区生态环境局', 'A3-5.7', { status: word, date: '2024-08-31' })).toEqual([
      'status=!EXEMPTION_MIXED',
      'date=2024-08-31',
      'EXEMPTION_MIXED@status',
    ]);
  });

  it('that is done with / for its date has none, and owes it where there is a deadline', () => {
    expect(read('区生态环境局', 'A3-5.7', { status: '已完成', date: '/' })).toEqual(['status=done', 'DATE_MISSING@date']);
    expect(read('区生态环境局', 'A3-6.1', { status: '已完成', date: '无' })).toEqual(['status=done']);
  });

  it('that is done with 不涉及 for its date cannot be both', () => {
    expect(read('区生态环境局', 'A3-5.7', { status: '已完成', date: '不涉及' })).toEqual([
      'status=done',
      'date=!EXEMPTION_MIXED',
      'EXEMPTION_MIXED@date',
    ]);
  });

  it('whose date cannot be read is one without a date, not an unsettled one', () => {
    expect(read('区生态环境局', 'A3-5.7', { status: '已完成', date: '8月份' })).toEqual(['status=done', 'DATE_UNREADABLE@date']);
  });
});

describe('the cover', () => {
  it('has no row that does not concern the unit', () => {
    expect(read('区公安局', 'reportedOn', { 'reportedOn|reportedOn': '/' })).toEqual(['VALUE_MISSING@']);
  });
});
