import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MethodInput } from '../../shared/contract/contract.ts';
import { emptyWork } from './monitoring-files.ts';
import type { TestCore } from './core.ts';

export const MONITORING_CASES = join(import.meta.dirname, '..', 'fixtures', 'cases', 'monitoring');

const SEVERITY = { error: 'E', warning: 'W', info: 'N' } as const;

export interface MonitoringCase {
  readonly made: TestCore & { readonly workPath: string };
  /** Takes a file of the cases, or one by its path, in: its outcome, kind and findings ('E 30-巡查!C1 DUST_COLUMN_UNKNOWN'). */
  take(file: string, options?: Omit<MethodInput<'monitoring.import'>, 'sources'>): Promise<Taken>;
  /** Daily values of a place as evaluated: 'pm25 10 24' with the valid hours, for those that have one. */
  day(place: string, date: string): Promise<Readonly<Record<string, string>>>;
  /** Figures of a period: means and percentiles as printed, valid and good days. */
  figures(period: string, place: string): Promise<Readonly<Record<string, string>>>;
  check(): Promise<readonly unknown[]>;
}

export interface Taken {
  readonly outcome: string;
  readonly kind: string | null;
  readonly findings: readonly string[];
}

let works = 0;

/** A new work for a case. */
export async function monitoringCase(folder: string): Promise<MonitoringCase> {
  const own = join(folder, `case-${(works += 1)}`);
  mkdirSync(own);
  const made = await emptyWork(own);
  return {
    made,
    async take(file, options = {}) {
      const path = file.startsWith('/') ? file : join(MONITORING_CASES, file);
      const { files } = await made.call('monitoring.import', { sources: [made.grant(path)], ...options });
      const [one] = files;
      if (one === undefined) throw new Error('no file came back');
      return {
        outcome: one.outcome,
        kind: one.kind,
        findings: one.findings.map(({ severity, sheet, cell, code }) => {
          const place = [sheet, cell].filter((part) => part !== null).join('!');
          return [SEVERITY[severity], place, code].filter((part) => part !== '').join(' ');
        }),
      };
    },
    async day(place, date) {
      const { steps } = await made.call('monitoring.day', { place, date });
      return Object.fromEntries(
        steps.flatMap(({ pollutant, exact, validHours }) =>
          exact === null ? [] : [[pollutant, validHours === null ? exact : `${exact} (${validHours})`]],
        ),
      );
    },
    async figures(period, place) {
      const { rows } = await made.call('monitoring.evaluate', { period, places: [place] });
      const evaluation = rows[0]?.evaluation;
      if (evaluation === undefined) return {};
      const values = Object.entries(evaluation.concentrations).flatMap(([key, one]) => (one === null ? [] : [[key, one.value.published]]));
      return { ...Object.fromEntries(values), days: `${evaluation.days.good}/${evaluation.days.valid}` };
    },
    check: async () => (await made.call('work.check', {})).problems,
  };
}
