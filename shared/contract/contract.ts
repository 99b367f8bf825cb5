import type { z } from 'zod';
import { assessmentMethods } from './assessment.ts';
import { checkMethods, samplesMethods } from './check.ts';
import { monitoringMethods } from './monitoring.ts';
import { planMethods, workMethods } from './plan.ts';
import { rankingMethods } from './ranking.ts';
import { reportsMethods } from './reports.ts';
import { returnsMethods } from './returns.ts';
import { runDiffMethods, whatIfMethods } from './whatif.ts';

/** THE api. Handlers, clients, channel lists and the command line's JSON all follow from this record. */
export const contract = {
  ...workMethods,
  ...planMethods,
  ...returnsMethods,
  ...assessmentMethods,
  ...whatIfMethods,
  ...runDiffMethods,
  ...monitoringMethods,
  ...rankingMethods,
  ...reportsMethods,
  ...checkMethods,
  ...samplesMethods,
};

export type Contract = typeof contract;
export type MethodName = keyof Contract;
export type MethodInput<Name extends MethodName> = z.input<Contract[Name]['input']>;
export type MethodOutput<Name extends MethodName> = z.output<Contract[Name]['output']>;
