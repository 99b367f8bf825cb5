import type { DustSwitches, DustThen } from '../../../shared/domain/air/types.ts';
import { dustSaidIn } from '../../db/migrations/0210-dust-setting.ts';
import type { ReadHandle } from '../../db/handles.ts';
import type { RunRecord } from '../../db/queries/runs.ts';
import { selectRankingSchemes } from '../../db/queries/schemes.ts';
import { selectDustCarried, selectSettingsBefore } from '../../db/queries/settings.ts';
import { AS_MEASURED, dustBy } from '../settings/dust.ts';

/**
 * 沙尘口径 as a stored result was computed with it: by the settings that the log had told of before the run, and for runs from before it was a
 * setting of the work as each of them had it then. What is set later, also for earlier dates, does not make a stored result wrong.
 *
 * `event`: that of the run; null where it is from before runs were logged.
 */
export function dustOfRun(db: ReadHandle, run: RunRecord, event: number | null): DustThen {
  const carried = selectDustCarried(db);
  if (carried !== null && (event ?? 0) < carried) {
    const said = dustBefore(db, run);
    return { figures: () => said, scores: () => AS_MEASURED };
  }
  const on = dustBy(selectSettingsBefore(db, event ?? 0));
  return { figures: on, scores: on };
}

/** Each ranking said it itself, a run of a scheme written as rules kept it, and the annual scores took every day as it was measured. */
function dustBefore(db: ReadHandle, { kind, schemeVersion, basis }: RunRecord): DustSwitches {
  if (kind === 'assessment') return AS_MEASURED;
  // The settings of a run are shaped as the evaluation of a scheme was.
  if (kind === 'scheme') return dustSaidIn({ evaluation: settingsIn(JSON.parse(basis ?? 'null')) });
  const stored = selectRankingSchemes(db).find(({ version }) => version === schemeVersion);
  const origin = stored?.origin ?? null;
  return origin === null ? AS_MEASURED : dustSaidIn(JSON.parse(origin));
}

const settingsIn = (basis: unknown): unknown =>
  typeof basis === 'object' && basis !== null && 'settings' in basis ? basis.settings : undefined;
