import { z } from 'zod';
import { indicatorListSchema, itemListSchema, planSchema, taskListSchema } from '../schema.ts';
import { targetSchema } from '../target-schema.ts';
import { freeId, unitKindSchema, unitSchema } from '../unit-schema.ts';

/**
 * 目标调整: what a document sets for one measure in one year: the target that binds (约束目标), or with `kind` the harder one that is striven
 * for (奋斗目标); of the whole district, or with `unit` of one town or other unit.
 */
export const targetRevisionSchema = z.strictObject({
  measure: freeId,
  year: z.int(),
  target: targetSchema,
  kind: z.literal('stretch').optional(),
  unit: freeId.optional(),
});
export type TargetRevision = z.infer<typeof targetRevisionSchema>;

/** Items of a year's list on which units report their own part, with the reason. */
const askedItemSchema = z.strictObject({ item: freeId, reason: z.string().min(1) });
export type AskedItem = z.infer<typeof askedItemSchema>;

/**
 * What a later document changes of the plan: whole parts that it replaces (附件1, 附件2, a year's 年度事项清单, units), or single targets.
 * `subjects` adds 目标主题 that new rows speak of.
 */
export const amendmentSchema = z.strictObject({
  annex1: indicatorListSchema.optional(),
  annex2: taskListSchema.nullable().optional(),
  list: itemListSchema.optional(),
  asked: z.array(askedItemSchema).optional(),
  unitKinds: z.array(unitKindSchema).optional(),
  units: z.array(unitSchema).optional(),
  subjects: z.record(z.string(), z.string()).optional(),
  targets: z.array(targetRevisionSchema).optional(),
});
export type Amendment = z.infer<typeof amendmentSchema>;

/** plan 方案, list 年度事项清单, adjustment 目标调整, units 机构变动, amendment 方案修订 of several parts. */
export const DOCUMENT_KINDS = ['plan', 'list', 'adjustment', 'units', 'amendment'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

interface DocumentHead {
  readonly id: number;
  /** 文号, or the name under which the document is kept. */
  readonly number: string;
  readonly title: string;
  readonly issuedOn: string;
  /** From when it holds. */
  readonly effectiveOn: string;
  /** Hash of its content; stands in the forms that are made from it. */
  readonly version: string;
  /** Who took it into the work, when, why. */
  readonly actor: string;
  readonly reason: string;
  readonly storedAt: string;
}

/** 方案文件: one document by which the work goes, as it was taken in; never changed, only followed by others. */
export type PlanDocument = DocumentHead &
  (
    | { readonly kind: 'plan'; readonly content: z.infer<typeof planSchema> }
    | { readonly kind: Exclude<DocumentKind, 'plan'>; readonly content: Amendment }
  );

/** What a list may leave out: the reporting year it belongs to is the amendment's own. */
export const contentSchemaOf = (kind: DocumentKind): typeof planSchema | typeof amendmentSchema =>
  kind === 'plan' ? planSchema : amendmentSchema;
