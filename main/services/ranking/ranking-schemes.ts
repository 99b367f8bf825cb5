import type { RankingSchemeSummary } from '../../../shared/contract/ranking.ts';
import { leadingMeasure, REST_GROUP, type RankingScheme } from '../../../shared/domain/air/ranking/ranking-scheme.ts';
import type { DustSwitches } from '../../../shared/domain/air/types.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import { storedRanking } from '../../../shared/domain/schemes/translate/recognise.ts';
import { planWords } from '../../../shared/text/plan-words.ts';
import { schemeInState } from '../../../shared/text/report-text.ts';
import { groupOfRest, rankingMethodText, schemeProblemText } from '../../../shared/text/ranking-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { dustSaidIn } from '../../db/migrations/0210-dust-setting.ts';
import { selectRankingSchemes, type StoredScheme } from '../../db/queries/schemes.ts';
import { isApproved, retiredSchemes } from '../schemes/scheme-acts.ts';
import { AS_MEASURED } from '../settings/dust.ts';
import { requireRanking } from '../schemes/stored-schemes.ts';
import type { ServiceContext } from '../context.ts';
import { contentHash } from '../files.ts';
import { townIdOf } from '../plan/town-names.ts';
import { readWorkPlan } from '../plan/work-plan.ts';

/** A stored scheme, ready to rank by: groups hold ids of units, the group of the rest is named. */
export interface UsedScheme {
  readonly scheme: RankingScheme;
  readonly version: string;
  /** 第几版 of the scheme. */
  readonly number: number;
  /** What this version took out while rankings said so themselves; nothing where it said nothing. */
  readonly dustSaid: DustSwitches;
}

/**
 * Schemes that hold for a year, of each id the newest: the one whose first year is the latest not after it, of these the one stored last. The
 * default stands first: what calls itself preferred, and where nothing does the first that was stored.
 */
export function schemesOf(db: ReadHandle, plan: Plan, year: number): readonly UsedScheme[] {
  const newest = new Map<string, StoredScheme>();
  const retired = retiredSchemes(db);
  for (const stored of selectRankingSchemes(db).filter(({ id }) => !retired.has(id))) {
    const known = newest.get(stored.id);
    if (stored.year <= year && (known === undefined || known.year <= stored.year)) newest.set(stored.id, stored);
  }
  const used = [...newest.values()].map((stored) => usedScheme(db, stored, plan));
  const preferred = used.findLast(({ scheme }) => scheme.preferred) ?? used[0];
  return preferred === undefined ? [] : [preferred, ...used.filter((other) => other !== preferred)];
}

/** The scheme of that id, or the default of the year. */
export function requireScheme(db: ReadHandle, plan: Plan, year: number, id?: string): UsedScheme {
  const [preferred, ...others] = schemesOf(db, plan, year);
  if (preferred === undefined) throw new Failure('YEAR_NO_SCHEME', { year, kind: 'ranking' });
  if (id === undefined) return preferred;
  const known = [preferred, ...others];
  const found = known.find(({ scheme }) => scheme.id === id);
  if (found === undefined)
    throw new Failure('SCHEME_UNKNOWN', { scheme: id, year, known: known.map(({ scheme }) => scheme.id).join('、') });
  return found;
}

/** The version that a stored run names; null when it is gone. */
export function schemeOfVersion(db: ReadHandle, plan: Plan, version: string): UsedScheme | null {
  const stored = selectRankingSchemes(db).find((candidate) => candidate.version === version);
  return stored === undefined ? null : usedScheme(db, stored, plan);
}

function usedScheme(db: ReadHandle, stored: StoredScheme, plan: Plan): UsedScheme {
  const { id, version, number, content, origin } = stored;
  const scheme = withUnitIds(requireRanking(JSON.parse(content), id), plan, id);
  return {
    scheme: schemeInState(scheme, scheme.demonstration && !isApproved(db, stored)),
    version,
    number,
    dustSaid: origin === null ? AS_MEASURED : dustSaidIn(JSON.parse(origin)),
  };
}

/** Schemes name units as their authors do; ranking needs their ids. */
export function withUnitIds(scheme: RankingScheme, plan: Plan, file: string): RankingScheme {
  if (scheme.groups.length === 0) return scheme;
  const groups = scheme.groups.map((group, index) => ({
    ...group,
    units: group.units.map((unit) => {
      const unitId = townIdOf(plan, unit);
      if (unitId === null)
        throw new Failure('SCHEME_INVALID', { file, path: `groups.${index}.units`, detail: schemeProblemText('UNIT_UNKNOWN', { unit }) });
      return unitId;
    }),
  }));
  const rest = groups.some(({ id }) => id === REST_GROUP) ? [] : [{ id: REST_GROUP, name: groupOfRest(planWords(plan).towns), units: [] }];
  return { ...scheme, groups: [...groups, ...rest] };
}

/** With the dust of a period in its method where there is one. */
export function schemeSummary(
  { scheme, version, number }: Omit<UsedScheme, 'dustSaid'>,
  plan: Plan,
  dust?: DustSwitches,
): RankingSchemeSummary {
  const { id, title, year, demonstration, notes, groups } = scheme;
  const method = rankingMethodText(scheme, planWords(plan).towns, dust);
  return {
    id,
    title,
    version,
    number,
    year,
    demonstration,
    method,
    notes: notesBeside(notes, method),
    groups: groups.map((group) => ({ id: group.id, name: group.name })),
    leading: leadingMeasure(scheme),
  };
}

/** Schemes stored before the method was made from their data say it among their notes; it is not said twice. */
export const notesBeside = (notes: readonly string[], method: string): string[] => notes.filter((note) => !method.includes(note));

/** Schemes of the work that hold for the year, and templates of which the work has not the present version. */
export async function listSchemes(
  context: ServiceContext,
  year: number,
): Promise<{ schemes: RankingSchemeSummary[]; offered: { id: string; title: string }[] }> {
  const { loadSchemeTemplates } = await import('../schemes/scheme-templates.ts');
  const db = context.work.handle;
  const { plan } = readWorkPlan(db);
  const known = knownContents(db);
  const offered = loadSchemeTemplates(context.templatesFolder, plan.id).flatMap(({ kind, id, content }) => {
    const scheme = kind === 'ranking' ? requireRanking(content, id) : null;
    return scheme === null || known.has(contentHash(scheme)) ? [] : [{ id, title: scheme.title }];
  });
  return { schemes: schemesOf(db, plan, year).map((used) => schemeSummary(used, plan)), offered };
}

/** Hashes of all stored versions, and of what each means: a scheme of the older form, or with fewer words, is the same scheme. */
export function knownContents(db: ReadHandle): ReadonlySet<string> {
  return new Set(
    selectRankingSchemes(db).flatMap(({ version, content }) => {
      const { scheme } = storedRanking(JSON.parse(content));
      return scheme === null ? [version] : [version, contentHash(scheme)];
    }),
  );
}
