import type { YearRecord } from '../../../shared/domain/plan/years/opening.ts';
import { schemeTitleText } from '../../../shared/text/report-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { type SchemeAct, selectScheme, selectSchemeActs, type StoredScheme } from '../../db/queries/schemes.ts';

/** 停用: ids of schemes that are not offered any more; years that were opened with one go on by it. */
export function retiredSchemes(db: ReadHandle): ReadonlySet<string> {
  const last = new Map<string, SchemeAct['act']>();
  for (const { id, act } of selectSchemeActs(db)) if (act !== 'approve') last.set(id, act);
  return new Set([...last].filter(([, act]) => act === 'retire').map(([id]) => id));
}

/** 审定: the act by which this very version was approved; null for one that is still 示范. */
export const approvalOf = (db: ReadHandle, { id, version }: Pick<StoredScheme, 'id' | 'version'>): SchemeAct | null =>
  selectSchemeActs(db).findLast((act) => act.act === 'approve' && act.id === id && act.version === version) ?? null;

export const isApproved = (db: ReadHandle, scheme: Pick<StoredScheme, 'id' | 'version'>): boolean => approvalOf(db, scheme) !== null;

/** 示范: its text says so and nobody has approved it. */
export const isDemonstration = (db: ReadHandle, stored: Stored): boolean =>
  fieldOf(stored, 'demonstration') === true && !isApproved(db, stored);

/** Its title as its state has it: an approved version is no 示范 any more, whatever stands in its text. */
export function shownTitle(db: ReadHandle, stored: Stored): string {
  const title = fieldOf(stored, 'title');
  return typeof title === 'string' ? schemeTitleText(title, isDemonstration(db, stored)) : '';
}

type Stored = Pick<StoredScheme, 'id' | 'version' | 'content'>;

const fieldOf = ({ content }: Stored, key: string): unknown => (JSON.parse(content) as Readonly<Record<string, unknown>>)[key];

/** The version of the scoring scheme that counts for a year; null where none was chosen. */
export const schemeOfYear = (db: ReadHandle, { opening }: Pick<YearRecord, 'opening'>): StoredScheme | null =>
  opening.scheme === null ? null : selectScheme(db, 'scoring', opening.scheme, opening.schemeVersion);
