import type { YearRecord } from '../../../shared/domain/plan/years/opening.ts';
import { schemeTitleText } from '../../../shared/text/report-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { isRecord } from '../../../shared/domain/schemes/base/records.ts';
import { type SchemeAct, selectSchemeActs, selectSchemes, type StoredScheme } from '../../db/queries/schemes.ts';

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

/** One version of a scheme, whatever its kind; null where the work does not hold it. */
export const schemeOfVersion = (db: ReadHandle, id: string, version: string | null): StoredScheme | null =>
  selectSchemes(db).findLast((stored) => stored.id === id && (version === null || stored.version === version)) ?? null;

/** The version of the scheme that counts for a year, annual or written as rules; null where none was chosen. */
export const schemeOfYear = (db: ReadHandle, { opening }: Pick<YearRecord, 'opening'>): StoredScheme | null =>
  opening.scheme === null ? null : schemeOfVersion(db, opening.scheme, opening.schemeVersion);

/** By these a year can be opened: schemes of points or money, whether of the annual shape or written as rules. */
export const isForYears = ({ kind, content }: Pick<StoredScheme, 'kind' | 'content'>): boolean =>
  kind === 'scoring' || (kind === 'rules' && /^(?:points|万元)/u.test(outOf(content)));

/** points/100, 万元, notice; blank where a file holds several schemes. */
function outOf(content: string): string {
  const data: unknown = JSON.parse(content);
  const rules = isRecord(data) ? data['rules'] : undefined;
  const out = isRecord(rules) ? rules['out'] : undefined;
  return typeof out === 'string' ? out : '';
}
