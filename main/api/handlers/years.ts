import type { YearProposal, yearsMethods } from '../../../shared/contract/years.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { readWorkPlan } from '../../services/plan/work-plan.ts';
import { measuresOf } from '../../../shared/domain/plan/statements.ts';
import { archiveYear, cancelYear, changeYear, openYear, reopenYear } from '../../services/years/decide-year.ts';
import { describeProposal } from '../../services/years/describe-proposal.ts';
import { reviseTargets } from '../../services/years/revise-targets.ts';
import { figuresEffect, listFigures, settleFigures } from '../../services/years/settle-figures.ts';
import { listYears, showYear, targetRows, unitTargetRows } from '../../services/years/show-year.ts';
import { requireShownYear } from '../../services/years/plan-span.ts';
import { yearChoices } from '../../services/years/year-choices.ts';
import { readYearRecord } from '../../services/plan/year-plan.ts';
import type { OpeningRequest } from '../../services/years/propose-year.ts';
import { readYearList } from '../../services/years/year-list.ts';
import { readSource } from '../../services/plan-book/read-source.ts';
import type { HandlerContext, Handlers } from '../handler.ts';

export const yearsHandlers: Handlers<typeof yearsMethods> = {
  'year.list': (context) => ({ years: listYears(context.work()) }),
  'year.show': (context, { year }) => {
    const work = context.work();
    requireShownYear(work.work.handle, year);
    return showYear(work, year);
  },
  'year.propose': async (context, request): Promise<YearProposal> => {
    const { work } = context.work();
    if (readYearRecord(work.handle, request.year) !== null) throw new Failure('YEAR_OPEN_ALREADY', { year: request.year });
    return describeProposal(work.handle, await withList(context, request));
  },
  'year.choices': (context, { year }) => yearChoices(context.work().work.handle, year),
  'year.open': async (context, request) => {
    const work = context.work();
    openYear(work, { ...(await withList(context, request)), reason: request.reason });
    return showYear(work, request.year);
  },
  'year.change': (context, { year, change, reason }) => {
    const work = context.work();
    changeYear(work, year, change, { reason });
    return showYear(work, year);
  },
  'year.preview': async (context, { year, change }) => {
    const { changeEffect } = await import('../../services/years/change-effect.ts');
    return changeEffect(context.work(), year, change);
  },
  'year.cancel': (context, { year, reason }) => {
    const work = context.work();
    cancelYear(work, year, { reason });
    return showYear(work, year);
  },
  'year.blockers': async (context, { year }) => {
    const [{ rowBlockers }, { signingState }] = await signing();
    const work = context.work();
    const { inputHash, blockers, warnings } = signingState(work, year);
    return { inputHash, blockers: [...rowBlockers(work.work.handle), ...blockers], warnings };
  },
  'year.final': async (context, { year, ...request }) => {
    const [{ rowBlockers }, { finishYear }] = await signing();
    const work = context.work();
    finishYear(work, year, request, rowBlockers(work.work.handle));
    return showYear(work, year);
  },
  'year.reopen': (context, { year, reason }) => {
    const work = context.work();
    reopenYear(work, year, { reason });
    return showYear(work, year);
  },
  'targets.show': (context, { year }) => {
    const { handle } = context.work().work;
    requireShownYear(handle, year);
    return { year, targets: targetRows(handle, year), units: unitTargetRows(handle, year) };
  },
  'year.archive': (context, { year, reason }) => {
    const work = context.work();
    archiveYear(work, year, { reason });
    return showYear(work, year);
  },
  'targets.preview': async (context, request) => {
    const { revisionEffect } = await import('../../services/years/revision-effect.ts');
    return revisionEffect(context.work(), request);
  },
  'targets.revise': async (context, request) => {
    const { revisionEffect } = await import('../../services/years/revision-effect.ts');
    const work = context.work();
    const effect = revisionEffect(work, request);
    reviseTargets(work, request);
    return effect;
  },
  'figures.list': (context) => {
    const work = context.work();
    const { plan } = readWorkPlan(work.work.handle);
    const measures = new Map(measuresOf(plan).map((measure) => [measure.id, measure.name]));
    const units = new Map(plan.units.map((unit) => [unit.id, unit.name]));
    return {
      figures: listFigures(work).map(({ measureId, year, unitId, value, document, reason, actor, storedAt }) => ({
        measure: measureId,
        name: measures.get(measureId) ?? measureId,
        year,
        unitName: unitId === null ? null : (units.get(unitId) ?? unitId),
        value,
        document,
        reason,
        by: actor,
        at: storedAt,
      })),
    };
  },
  'figures.preview': (context, { figures }) => figuresEffect(context.work(), { figures, document: '' }),
  'figures.set': (context, request) => settleFigures(context.work(), request),
};

/** What signing takes, which is most of the program: it is loaded for signing alone. */
const signing = () => Promise.all([import('../../services/check/row-blockers.ts'), import('../../services/years/finish-year.ts')]);

/** The request with the list that its workbook holds. */
async function withList(
  context: Pick<HandlerContext, 'grants' | 'environment' | 'work' | 'tables'>,
  { listSource, passwords, listDocument, listDate, ...request }: Parameters<Handlers<typeof yearsMethods>['year.propose']>[1],
): Promise<OpeningRequest> {
  if (listSource === undefined) return request;
  const source = await readSource(context.tables, await context.grants.sources([listSource]), passwords);
  const { work, now } = context.work();
  return {
    ...request,
    newList: readYearList(work.handle, source, { year: request.year, number: listDocument, day: listDate ?? now().slice(0, 10) }),
  };
}
