import type { Measure, Plan } from '../../../shared/domain/plan/schema.ts';
import type { PlanNames } from '../../../shared/domain/schemes/language/facts.ts';

/** 指标、任务、事项 of a plan by their ids, as a scheme speaks of them: people know rows by their words. */
export function planNames({ annex1, annex2, annex3, unitKinds }: Pick<Plan, 'annex1' | 'annex2' | 'annex3' | 'unitKinds'>): PlanNames {
  const measures = [...annex1.rows, ...(annex2?.tasks ?? []), ...(annex3?.items ?? [])].flatMap((row): readonly Measure[] => row.measures);
  const titles = new Map([
    ...[...(annex2?.tasks ?? []), ...(annex3?.items ?? [])].map(({ id, text }) => [id, text] as const),
    ...measures.map(({ id, name }) => [id, name] as const),
    ...annex1.rows.map(({ id, name }) => [id, withoutUnit(name)] as const),
  ]);
  const units = new Map(measures.map(({ id, unit }) => [id, unit]));
  const kinds = new Map(unitKinds.map(({ id, name }) => [id, name]));
  return { kind: (id) => kinds.get(id) ?? null, title: (id) => titles.get(id) ?? null, unit: (id) => units.get(id) ?? null };
}

/** The printed name of an indicator ends in its unit, and may go on in a second line. */
const withoutUnit = (name: string): string => (name.split('\n')[0] ?? '').replace(/（[^（）]{1,8}）$/u, '');
