import { openDatabase } from '../../main/db/open.ts';
import { insertYearDecision } from '../../main/db/queries/years.ts';
import type { Opening } from '../../shared/domain/plan/years/opening.ts';
import { loadTestPlan } from './plan.ts';

/** Opens a year of a work that lies at `path`, with every unit of the real plan and no list, unless `opening` says otherwise. */
export function openYear(path: string, year: number, opening: Partial<Opening> = {}): void {
  const content: Opening = {
    list: null,
    targets: [],
    scheme: null,
    schemeVersion: null,
    due: null,
    rounds: ['year'],
    roundsDue: {},
    units: loadTestPlan().units.map((unit) => unit.id),
    ...opening,
  };
  const work = openDatabase(path);
  const at = '2025-02-01T09:00:00+08:00';
  const db = work.writing({ kind: 'year.open', actor: '测试', now: () => at, input: {} });
  db.transaction(() => insertYearDecision(db, { year, act: 'open', content: JSON.stringify(content), reason: '测试', actor: '测试', at }));
  work.close();
}
