import { createDatabase, type OpenedWork } from '../../db/open.ts';
import { insertScheme } from '../../db/queries/schemes.ts';
import { insertDocument } from '../../db/queries/plan-documents.ts';
import { insertYearDecision } from '../../db/queries/years.ts';
import type { Plan } from '../../../shared/domain/plan/schema.ts';
import type { Opening } from '../../../shared/domain/plan/years/opening.ts';
import { documentOf } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { rmSync } from 'node:fs';
import type { Actor, ServiceEnvironment } from '../context.ts';
import { canonicalJson, contentHash, sourceHashOf } from '../files.ts';
import { loadSchemeTemplates, type SchemeTemplate } from '../schemes/scheme-templates.ts';
import { languageContent } from '../schemes/stored-schemes.ts';
import { unitsOfYear } from '../../../shared/domain/plan/unit-schema.ts';
import type { WriteHandle } from '../../db/handles.ts';
import { loadPlanTemplate } from './plan-templates.ts';

/**
 * Makes a work database: the plan and its schemes are read and validated first and stored whole, so that the work stays readable when
 * the program's templates have long changed. Nothing is left behind when any step fails.
 */
export const createWork = (environment: ServiceEnvironment, path: string, planId: string, actor: Actor): OpenedWork =>
  createWorkOf(environment, path, loadPlanTemplate(environment.templatesFolder, planId), actor);

/** The same of a plan that is already read; schemes of the product go with the plan that they were made for. */
export function createWorkOf(environment: ServiceEnvironment, path: string, plan: Plan, actor: Actor): OpenedWork {
  const schemes = loadSchemeTemplates(environment.templatesFolder, plan.id);
  const work = createDatabase(path);
  try {
    const storedAt = environment.now();
    const version = contentHash(plan);
    const opening = firstOpening(plan, schemes);
    const brought = schemes.map(({ id, kind, year, content, source }) => {
      const sourceHash = sourceHashOf(source);
      return { id, kind, year, version: contentHash(content), sourceHash };
    });
    const detail = { planId: plan.id, planVersion: version, by: CREATED, opening, schemes: brought };
    const db = work.writing({ kind: 'work.create', actor: actor.name, now: () => storedAt, input: detail });
    db.transaction(() => {
      const head = documentOf(plan, { version, actor: CREATED, reason: CREATED, storedAt });
      insertDocument(db, { ...head, content: canonicalJson(plan) });
      if (opening !== null) openFirstYear(db, opening, storedAt);
      for (const scheme of schemes)
        insertScheme(
          db,
          { ...scheme, version: contentHash(scheme.content), content: languageContent(scheme.content) },
          { reason: CREATED, actor: CREATED, at: storedAt },
        );
    });
    return work;
  } catch (error) {
    work.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    throw error;
  }
}

/** Who opens the first year of a new work: nobody decided it yet, it follows from the plan that was chosen. */
const CREATED = '新建';

/** The plan's first year with what the plan prints for it: its targets, its list, the shipped scheme, the due date. */
function firstOpening(plan: Plan, schemes: readonly SchemeTemplate[]): { readonly year: number; readonly content: Opening } | null {
  const [year] = plan.annex1.years;
  if (year === undefined) return null;
  const scheme = schemes.find((candidate) => candidate.kind === 'scoring' && candidate.year <= year);
  const content: Opening = {
    list: plan.annex3?.year === year ? 1 : null,
    targets: [],
    scheme: scheme?.id ?? null,
    schemeVersion: scheme === undefined ? null : contentHash(scheme.content),
    due: plan.reporting.dueDates[String(year)] ?? null,
    rounds: ['year'],
    roundsDue: {},
    units: unitsOfYear(plan.units, year).map((unit) => unit.id),
  };
  return { year, content };
}

const openFirstYear = (db: WriteHandle, { year, content }: { readonly year: number; readonly content: Opening }, at: string): number =>
  insertYearDecision(db, { year, act: 'open', content: canonicalJson(content), reason: CREATED, actor: CREATED, at });
