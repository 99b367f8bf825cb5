import { openDatabase } from '../../../main/db/open.ts';
import { readWorkPlan } from '../../../main/services/plan/work-plan.ts';
import { gatherYears } from '../../../main/services/monitoring/gathering/gather-places.ts';
import { DATES } from './made-hours.ts';
import { townId } from './made-plan.ts';

/** Processor time. */
export interface OnePage {
  readonly pageMilliseconds: number;
  readonly allMilliseconds: number;
}

/** What the first town alone costs in a work just opened, and then all places with the district. */
export function onePage(path: string): OnePage {
  const work = openDatabase(path);
  const { plan } = readWorkPlan(work.handle);
  const [from, to] = [DATES[0] ?? '', DATES.at(-1) ?? ''];
  const pageMilliseconds = processor(() => gatherYears({ work }, plan, from, to, new Set([townId(1)])));
  const allMilliseconds = processor(() => gatherYears({ work }, plan, from, to));
  work.close();
  return { pageMilliseconds, allMilliseconds };
}

function processor(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
