import type { YearChoices } from '../../../shared/contract/years.ts';
import { measuresWithoutTarget } from '../../../shared/domain/plan/years/choose-targets.ts';
import { listIn } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSchemes } from '../../db/queries/schemes.ts';
import { readDocuments } from '../plan/plan-documents.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import { isApproved, isForYears, retiredSchemes, shownTitle } from '../schemes/scheme-acts.ts';
import { describeQuestion, unitsByKind } from './describe-proposal.ts';
import { questionOf } from './propose-year.ts';
import { adoptedByYear, knownTargets, yearsWithTargets } from './targets-by-year.ts';

/** What can be chosen for a year, open or not: lists, schemes, units, and the targets that nothing printed sets. */
export function yearChoices(db: ReadHandle, year: number): YearChoices {
  const { plan } = readYearPlan(db, year);
  const adopted = adoptedByYear(db, yearsWithTargets(db));
  return {
    year,
    lists: readDocuments(db).flatMap((document) => {
      const list = listIn(document);
      return list?.year === year ? [{ id: document.id, document: document.number, title: list.title, items: list.items.length }] : [];
    }),
    schemes: schemesFor(db, year),
    units: unitsByKind(plan, plan.units),
    targets: measuresWithoutTarget(plan).map((measure) =>
      describeQuestion(questionOf(measure, year, knownTargets(adopted, measure.id, year))),
    ),
  };
}

/** The newest version of each scoring scheme that holds for the year and is still offered. */
function schemesFor(db: ReadHandle, year: number): YearChoices['schemes'] {
  const retired = retiredSchemes(db);
  const fitting = selectSchemes(db).filter((scheme) => isForYears(scheme) && scheme.year <= year && !retired.has(scheme.id));
  const newest = [...Map.groupBy(fitting, (scheme) => scheme.id).values()].flatMap((versions) => versions.at(-1) ?? []);
  return newest.map((scheme) => ({
    id: scheme.id,
    title: shownTitle(db, scheme),
    number: scheme.number,
    fromYear: scheme.year,
    demonstration: !isApproved(db, scheme),
  }));
}
