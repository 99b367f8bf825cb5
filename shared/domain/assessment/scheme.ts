import { z } from 'zod';
import { exact, isDecimalText } from '../numbers/decimal.ts';
import { freeId } from '../plan/unit-schema.ts';

/**
 * 考核评分方案 as data. The plan names no formula ((二十六) 量化优化考核指标设置…进行综合评价), so points, shares and grades are the
 * scheme's, printed with every result.
 */

const points = z.string().refine((text) => isDecimalText(text) && exact(text).gte(0), { error: '应为不小于0的十进制数' });
const share = z
  .string()
  .refine((text) => isDecimalText(text) && exact(text).gte(0) && exact(text).lte(1), { error: '应为0到1之间的十进制数' });
const weighted = z.strictObject({ title: z.string().min(1), max: points });

/** Share of a row's points by 完成状态; 不涉及 has none, because such a row does not count. */
const statusSharesSchema = z.strictObject({ done: share, onTrack: share, behind: share, notStarted: share });
export type StatusShares = z.infer<typeof statusSharesSchema>;

/** Town points for one air measure, judged by the adopted target of an annex 1 measure. */
const townMeasure = z.strictObject({ measure: z.string().min(1), max: points });

export const scoringSchemeSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    kind: z.literal('scoring'),
    /** Id of the plan it was made for. */
    plan: z.string().min(1),
    year: z.int(),
    title: z.string().min(1),
    /** 示范方案: not decided by anyone, only proposed. */
    demonstration: z.boolean(),
    /** Short sentences on method, printed with the scores. */
    notes: z.array(z.string().min(1)),
    decimals: z.strictObject({ points: z.int().min(0).max(4), total: z.int().min(0).max(4) }),
    /** Highest first; `from` belongs to the grade. The last one starts at 0. */
    grades: z.array(z.strictObject({ name: z.string().min(1), from: points })).min(1),
    /** Grade of a unit none of whose rows counts. */
    ungraded: z.string().min(1),
    statusShares: z.strictObject({ annual: statusSharesSchema, multiYear: statusSharesSchema, finalYear: statusSharesSchema }),
    /** Share for a dated item that is finished after its deadline; an unfinished one gets its status share times this. */
    lateShare: share,
    /** Points taken off the total when the return is dated after the due date. */
    lateReturnPenalty: points,
    // Parts of the district, of units that lead (department), of units that are asked or watched (town), whatever their kinds are called.
    district: z.strictObject({
      name: z.string().min(1),
      /** Points of every annex 1 row; a department gets its own rows in the same proportion. */
      annex1: weighted.extend({ rows: z.record(freeId, points) }),
      annex3: weighted,
    }),
    department: z.strictObject({ annex1: weighted, tasks: weighted }),
    town: z.strictObject({ air: weighted.extend({ pm25: townMeasure, goodDays: townMeasure }), items: weighted }),
  })
  .superRefine((scheme, context) => {
    const check = (path: string[], ok: boolean, message: string): void => {
      if (!ok) context.addIssue({ code: 'custom', path, message });
    };
    check(['grades'], exact(scheme.grades.at(-1)?.from ?? 1).isZero(), '最后一个等级应从0分起');
    check(
      ['grades'],
      scheme.grades.every((grade, index) => index === 0 || exact(grade.from).lt(scheme.grades[index - 1]?.from ?? 0)),
      '等级应由高到低',
    );
    check(
      ['district', 'annex1', 'rows'],
      sum(Object.values(scheme.district.annex1.rows)).eq(scheme.district.annex1.max),
      '各行分值之和应等于本部分满分',
    );
    check(
      ['town', 'air'],
      sum([scheme.town.air.pm25.max, scheme.town.air.goodDays.max]).eq(scheme.town.air.max),
      '各项分值之和应等于本部分满分',
    );
  });

export type ScoringScheme = z.infer<typeof scoringSchemeSchema>;

const sum = (values: readonly string[]) => values.reduce((total, value) => total.plus(value), exact(0));
