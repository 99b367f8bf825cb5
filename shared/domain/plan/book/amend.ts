import type { Amendment, DocumentKind } from '../years/plan-document.ts';
import type { Plan } from '../schema.ts';
import type { BookDifference } from './compare.ts';
import type { SheetKey } from './types.ts';

/** What a document that carries the differences holds, and what kind of document it is. */
export interface MadeAmendment {
  readonly kind: Exclude<DocumentKind, 'plan' | 'adjustment'>;
  readonly parts: readonly SheetKey[];
  readonly content: Amendment;
}

/** The parts of the plan that differ, whole, as a document takes them in; null where nothing differs. */
export function amendmentOf(before: Plan, after: Plan, differences: readonly BookDifference[]): MadeAmendment | null {
  const parts: SheetKey[] = [...new Set(differences.map((difference) => difference.part))].filter((part) => part !== 'head');
  if (parts.length === 0) return null;
  const has = (part: SheetKey): boolean => parts.includes(part);
  const subjects = Object.entries(after.subjects).filter(([key, name]) => before.subjects[key] !== name);
  return {
    parts,
    kind: kindOf(parts),
    content: {
      ...(has('annex1') ? { annex1: after.annex1 } : {}),
      ...(has('annex2') ? { annex2: after.annex2 } : {}),
      // What is asked of towns belongs to a list: it is stored with it, also where only the one of them changed.
      ...(has('list') && after.annex3 !== null ? { list: after.annex3, asked: after.reporting.townItems } : {}),
      ...(has('unitKinds') ? { unitKinds: after.unitKinds } : {}),
      ...(has('units') ? { units: after.units } : {}),
      ...(subjects.length > 0 ? { subjects: Object.fromEntries(subjects) } : {}),
    },
  };
}

function kindOf(parts: readonly string[]): MadeAmendment['kind'] {
  const others = (own: readonly string[]): boolean => parts.some((part) => !own.includes(part));
  if (parts.includes('list') && !others(['list', 'subjects'])) return 'list';
  return others(['units', 'unitKinds']) ? 'amendment' : 'units';
}
