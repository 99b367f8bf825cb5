import { basename } from 'node:path';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { unitsOfYear } from '../../../shared/domain/plan/unit-schema.ts';
import type { workMethods } from '../../../shared/contract/plan.ts';
import type { OpenedWork, WorkDatabase } from '../../db/open.ts';
import { openWork } from '../../services/plan/open-work.ts';
import { readDocuments } from '../../services/plan/plan-documents.ts';
import { readWorkPlan } from '../../services/plan/work-plan.ts';
import { openYears } from '../../services/plan/year-plan.ts';
import type { Handlers, OpeningContext } from '../handler.ts';

type WorkSummary = MethodOutput<'work.open'>;

export const workHandlers: Handlers<typeof workMethods> = {
  'work.create': async (context, request) => {
    const { environment, grants, actor, tables } = context;
    const path = grants.pathOf(request.file);
    const { createWork, createWorkOf } = await import('../../services/plan/create-work.ts');
    if ('planId' in request) return adopt(context, createWork(environment, path, request.planId, actor));
    const { planOfBook } = await import('../../services/plan-book/plan-of-book.ts');
    const { readSource } = await import('../../services/plan-book/read-source.ts');
    const plan = planOfBook(environment, await readSource(tables, await grants.sources([request.workbook]), request.passwords));
    return adopt(context, createWorkOf(environment, path, plan, actor));
  },
  'work.current': (context) => (context.openWork === null ? null : summarise(context.openWork)),
  'work.actor': (context) => ({ name: context.actor.name }),
  'work.open': (context, { file, readOnly }) =>
    adopt(context, openWork(context.environment, context.grants.pathOf(file), context.actor, readOnly)),
};

function adopt(context: OpeningContext, work: OpenedWork): WorkSummary {
  const summary = summarise(work);
  context.setWork(work);
  return summary;
}

/** Units are counted as of the newest year that is open. */
function summarise(work: WorkDatabase): WorkSummary {
  const { plan, version } = readWorkPlan(work.handle);
  const year = openYears(work.handle).at(-1) ?? plan.annex1.years[0];
  const units = year === undefined ? plan.units : unitsOfYear(plan.units, year);
  return {
    name: basename(work.path),
    planId: plan.id,
    planVersion: version,
    madeAt: readDocuments(work.handle)[0]?.storedAt ?? '',
    title: plan.document.title,
    documentNumber: plan.document.number,
    district: { name: plan.district.name },
    kinds: plan.unitKinds.map(({ id, name: kindName, air }) => ({
      name: kindName,
      count: units.filter((unit) => unit.kind === id).length,
      air,
    })),
    targetYears: [...plan.annex1.years],
    readOnly: work.readOnly,
  };
}
