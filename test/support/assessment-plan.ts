import type { ScoringScheme } from '../../shared/domain/assessment/scheme.ts';
import type { ScoreInput } from '../../shared/domain/assessment/score.ts';
import type { Consent, StoredAnswer, StoredReturn, TownAir } from '../../shared/domain/assessment/types.ts';
import type { AdoptedTarget } from '../../shared/domain/plan/conflict-types.ts';
import { type Plan, planSchema } from '../../shared/domain/plan/schema.ts';
import { measuresOf } from '../../shared/domain/plan/statements.ts';
import { targetText } from '../../shared/domain/plan/target.ts';
import { yearPlanOf } from '../../shared/domain/plan/years/plan-for-year.ts';
import type { FindingCode } from '../../shared/domain/findings.ts';
import type { AnswerField, ParsedValue, TaskStatus } from '../../shared/domain/returns/types.ts';
import { fullPlan, type FullPlan } from './plan.ts';
import { scoringScheme } from './scheme-files.ts';

const amount = { unit: '家', kind: 'amount', decimals: 0 };
const rate = { unit: '%', kind: 'rate', decimals: 1, numerator: { name: '甲', unit: '个' }, denominator: { name: '乙', unit: '个' } };
const targets = (printed: string, operator: string, value: string) => ({ '2024': { printed, operator, value } });
const indicator = (id: string, name: string, leadUnits: string[], measures: unknown[]) => ({
  id,
  category: '类别',
  name,
  cumulative: false,
  printedTargets: {},
  leadUnitsPrinted: '单位',
  leadUnits,
  measures,
});
const item = (number: number, type: string, leadUnits: string[], extra: object) => ({
  id: `A3-1.${number}`,
  section: 1,
  number,
  text: `事项${number}`,
  type,
  leadUnitsPrinted: '单位',
  leadUnits,
  responsiblePrinted: '各镇街',
  ...extra,
});
const unit = (id: string, name: string) => ({
  id,
  kind: id.startsWith('town') ? 'town' : 'department',
  name,
  aliases: [],
  divisionCode: null,
});

/** A hand-made plan small enough to score by hand, with every kind of row the scoring knows. */
export function smallPlan(): FullPlan {
  return fullPlan(
    planSchema.parse({
      id: 'small',
      district: { name: '小区' },
      unitKinds: [
        { id: 'department', name: '部门', leads: true, asked: false, air: false },
        { id: 'town', name: '镇街', leads: false, asked: true, air: true, endings: ['镇'] },
      ],
      document: {
        title: '方案',
        noticeTitle: '通知',
        number: '号',
        issuer: '府办',
        date: '2024-08-31',
        datePrinted: '2024年8月31日',
        publicity: '公开',
        recipients: '各镇',
        noticeBody: '正文',
        preamble: '前言',
        chapters: [],
        attachmentsPrinted: [],
        copyTo: '',
        page: { printed: [], marginsMm: { top: 1, bottom: 1, left: 1, right: 1 }, titlePitchPt: 1, bodyPitchPt: 1 },
      },
      units: [unit('dept-a', '甲局'), unit('dept-b', '乙局'), unit('dept-c', '丙局'), unit('town-x', '子镇'), unit('town-y', '丑镇')],
      articles: [
        {
          number: 7,
          chapter: '三',
          heading: '（七）发展清洁能源',
          text: '（七）……',
          unitsPrinted: '甲局、丙局等',
          units: ['dept-a', 'dept-c'],
        },
      ],
      annex1: {
        label: '附件1',
        title: '清单',
        columns: [],
        years: [2024],
        notes: [],
        rows: [
          indicator(
            'A1-01',
            'PM2.5浓度',
            ['dept-a'],
            [
              {
                id: 'A1-01',
                name: 'PM2.5浓度',
                ...amount,
                unit: '微克/立方米',
                basis: 'level',
                subject: 'pm25',
                targets: targets('≤39', 'le', '39'),
              },
            ],
          ),
          indicator(
            'A1-02',
            '重污染天数比率',
            ['dept-a'],
            [{ id: 'A1-02', name: '重污染天数比率', ...rate, basis: 'level', subject: 'heavy', targets: targets('0', 'le', '0') }],
          ),
          indicator(
            'A1-03',
            '优良天数比率',
            ['dept-a', 'dept-b'],
            [{ id: 'A1-03', name: '优良天数比率', ...rate, basis: 'level', subject: 'good', targets: targets('≥81.3', 'ge', '81.3') }],
          ),
          indicator(
            'A1-04',
            '绿色工厂',
            ['dept-b'],
            [{ id: 'A1-04', name: '绿色工厂', ...amount, basis: 'cumulative', subject: 'plants', targets: targets('20', 'ge', '20') }],
          ),
          indicator(
            'A1-05',
            '电动化占比',
            ['dept-b'],
            [
              { id: 'A1-05a', name: '占比', ...rate, basis: 'level', subject: 'share', targets: targets('32', 'ge', '32') },
              {
                id: 'A1-05b',
                name: '新增占比',
                ...rate,
                basis: 'increment',
                zeroDenominator: 'complete',
                subject: 'new',
                targets: targets('100', 'ge', '100'),
              },
            ],
          ),
        ],
      },
      annex2: {
        label: '附件2',
        title: '清单',
        subtitle: '',
        columns: [],
        fromYear: 2024,
        toYear: 2027,
        groups: [],
        tasks: [
          {
            id: 'A2-项1',
            group: '项',
            number: 1,
            text: '任务1',
            leadUnitsPrinted: '甲局',
            leadUnits: ['dept-a'],
            measures: [
              {
                id: 'A2-项1-a',
                name: '减排量',
                ...amount,
                unit: '吨',
                basis: 'cumulative',
                subject: 'nox',
                targets: { '2027': { printed: '100', operator: 'ge', value: '100' } },
              },
            ],
          },
        ],
      },
      annex3: {
        label: '附件3',
        title: '清单',
        columns: [],
        year: 2024,
        sections: [],
        items: [
          item(1, 'numeric', ['dept-b'], {
            measures: [
              { id: 'A3-1.1-a', name: '新建工厂', ...amount, basis: 'increment', subject: 'plants', targets: targets('5', 'ge', '5') },
            ],
          }),
          item(2, 'dated', ['dept-a'], { deadline: { printed: '在9月前', before: '2024-09-01' } }),
          item(3, 'qualitative', ['dept-a', 'dept-b'], {}),
        ],
      },
      bodyTargets: [],
      subjects: {},
      reporting: {
        dueDates: { '2024': '2025-01-15' },
        townItems: [
          { item: 'A3-1.1', reason: '属地' },
          { item: 'A3-1.3', reason: '属地' },
        ],
        townAir: ['town-x'],
      },
    }),
  );
}

/** Adopts every measure's own target of the year, as a plan without contradictions does. */
export function ownTargets(plan: Plan, year: number): ReadonlyMap<string, AdoptedTarget> {
  const adopted = new Map<string, AdoptedTarget>();
  for (const measure of measuresOf(plan)) {
    const target = measure.targets[String(year)];
    if (target === undefined) continue;
    adopted.set(measure.id, {
      measureId: measure.id,
      target,
      printed: targetText(target),
      unit: measure.unit,
      displaced: null,
      from: measure.id,
      place: '',
      rule: 'only',
      conflict: null,
    });
  }
  return adopted;
}

export function loadDefaultScheme(): ScoringScheme {
  return scoringScheme('default-2024');
}

/** The default scheme with annex 1 points for the small plan: 20, 10, 10, 10, 10. */
export function smallScheme(): ScoringScheme {
  const scheme = loadDefaultScheme();
  return {
    ...scheme,
    district: {
      ...scheme.district,
      annex1: { ...scheme.district.annex1, rows: { 'A1-01': '20', 'A1-02': '10', 'A1-03': '10', 'A1-04': '10', 'A1-05': '10' } },
    },
  };
}

/** Answers as 'dept-a A1-01 value' → '39' (quantity), '=done' (status), '@2024-08-20' (date), '-' (不涉及), '!NUMBER_VAGUE' (in error). */
export type AnswerTexts = Readonly<Record<string, string>>;

export function makeAnswers(texts: AnswerTexts): StoredAnswer[] {
  return Object.entries(texts).map(([key, text]) => {
    const [unitId = '', rowId = '', field = 'value'] = key.split(' ');
    const source = {
      file: `${unitId}.xlsx`,
      sha256: 'a'.repeat(64),
      sheet: '填报',
      cell: `${rowId}!${field}`,
      raw: text,
      unitId,
      field: field as AnswerField,
    };
    return { unitId, rowId, field: field as AnswerField, value: parsed(text), source };
  });
}

function parsed(text: string): ParsedValue {
  if (text === '-') return { kind: 'notApplicable' };
  if (text.startsWith('!')) return { kind: 'rejected', value: text.slice(1) as FindingCode };
  if (text.startsWith('=')) return { kind: 'status', value: text.slice(1) as TaskStatus };
  return text.startsWith('@') ? { kind: 'date', value: text.slice(1) } : { kind: 'quantity', value: text };
}

export function makeReturns(reportedOn: Readonly<Record<string, string | null>>): StoredReturn[] {
  return Object.entries(reportedOn).map(([unitId, date]) => ({
    unitId,
    file: `${unitId}.xlsx`,
    sha256: 'a'.repeat(64),
    reportedOn: date,
    reportedOnSource:
      date === null
        ? null
        : { file: `${unitId}.xlsx`, sha256: 'a'.repeat(64), sheet: '填报说明', cell: 'B9', raw: date, unitId, field: 'reportedOn' },
  }));
}

/** Consents as 'dept-a A1-04'; with * behind it one that was taken over from before. */
export const makeConsents = (...rows: readonly string[]): Consent[] =>
  rows.map((row) => {
    const [unitId = '', rowId = ''] = row.replace('*', '').split(' ');
    return { unitId, rowId, reason: '辖区没有', by: '张三', asBefore: row.endsWith('*') };
  });

export const goodAir = (unitId: string, pm25Mean: string, goodDays: number, validDays: number): TownAir => ({
  unitId,
  pm25Mean,
  goodDays,
  validDays,
  insufficient: null,
  sources: [],
});

/** Input on the small plan with every unit's return in time. */
export function smallInput(answers: AnswerTexts, overrides: Partial<ScoreInput> = {}): ScoreInput {
  const plan = yearPlanOf(smallPlan(), 2024);
  return {
    plan,
    scheme: smallScheme(),
    year: 2024,
    adopted: ownTargets(plan, 2024),
    answers: makeAnswers(answers),
    returns: makeReturns(Object.fromEntries(plan.units.map(({ id }) => [id, '2025-01-10']))),
    consents: [],
    townAir: [],
    ...overrides,
  };
}
