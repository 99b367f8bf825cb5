import type { Plan } from '../../shared/domain/plan/schema.ts';
import type { Opening } from '../../shared/domain/plan/years/opening.ts';
import type { Amendment, DocumentKind, PlanDocument } from '../../shared/domain/plan/years/plan-document.ts';
import { documentOf } from '../../shared/domain/plan/years/plan-for-year.ts';

/** A document that follows the plan; its number is 〔id〕号, and it was taken in on the day on which it takes effect. */
export const laterDocument = (
  id: number,
  effectiveOn: string,
  content: Amendment,
  kind: Exclude<DocumentKind, 'plan'> = 'amendment',
): PlanDocument => ({
  id,
  kind,
  number: `〔${id}〕号`,
  title: `文件${id}`,
  issuedOn: effectiveOn,
  effectiveOn,
  version: `v${id}`,
  actor: '甲',
  reason: '调整',
  storedAt: `${effectiveOn}T09:00:00+08:00`,
  content,
});

/** The plan with what followed it, as a work holds them. */
export const documentsOf = (plan: Plan, ...later: readonly PlanDocument[]): readonly PlanDocument[] => [
  documentOf(plan, { version: 'v1', storedAt: '2024-09-01T09:00:00+08:00' }),
  ...later,
];

export const openingOf = (opening: Partial<Opening> = {}): Opening => ({
  list: null,
  targets: [],
  scheme: null,
  schemeVersion: null,
  due: null,
  rounds: ['year'],
  roundsDue: {},
  units: [],
  ...opening,
});
