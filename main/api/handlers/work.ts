import { basename } from 'node:path';
import type { MethodOutput } from '../../../shared/contract/contract.ts';
import type { workMethods } from '../../../shared/contract/plan.ts';
import type { OpenedWork, WorkDatabase } from '../../db/open.ts';
import { createWork, openWork } from '../../services/plan/create-work.ts';
import { readDocuments } from '../../services/plan/plan-documents.ts';
import { readWorkPlan } from '../../services/plan/work-plan.ts';
import type { Handlers, OpeningContext } from '../handler.ts';

type WorkSummary = MethodOutput<'work.open'>;

export const workHandlers: Handlers<typeof workMethods> = {
  'work.create': (context, { file, planId }) =>
    adopt(context, createWork(context.environment, context.grants.pathOf(file), planId, context.actor)),
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

function summarise(work: WorkDatabase): WorkSummary {
  const { plan, version } = readWorkPlan(work.handle);
  return {
    name: basename(work.path),
    planId: plan.id,
    planVersion: version,
    madeAt: readDocuments(work.handle)[0]?.storedAt ?? '',
    title: plan.document.title,
    documentNumber: plan.document.number,
    kinds: plan.unitKinds.map(({ id, name: kindName }) => ({
      name: kindName,
      count: plan.units.filter((unit) => unit.kind === id && unit.until === undefined).length,
    })),
    targetYears: [...plan.annex1.years],
    readOnly: work.readOnly,
  };
}
