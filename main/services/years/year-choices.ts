import type { YearChoices } from '../../../shared/contract/years.ts';
import { measuresWithoutTarget } from '../../../shared/domain/plan/years/choose-targets.ts';
import { listIn } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSchemes, type StoredScheme } from '../../db/queries/plan.ts';
import { readDocuments } from '../plan/plan-documents.ts';
import { readYearPlan } from '../plan/year-plan.ts';
import { describeQuestion, schemeTitle, unitsByKind } from './describe-proposal.ts';
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

/** The newest version of each scoring scheme that holds for the year. */
function schemesFor(db: ReadHandle, year: number): YearChoices['schemes'] {
  const fitting = selectSchemes(db).filter((scheme) => scheme.kind === 'scoring' && scheme.year <= year);
  return [...Map.groupBy(fitting, (scheme) => scheme.id).values()].flatMap((versions) => versions.at(-1) ?? []).map(described);
}

function described({ id, year, content }: StoredScheme): YearChoices['schemes'][number] {
  const data: unknown = JSON.parse(content);
  const demonstration = typeof data === 'object' && data !== null && 'demonstration' in data && data.demonstration === true;
  return { id, title: schemeTitle(content), fromYear: year, demonstration };
}
