import type { UnitStatus } from '../../../../shared/contract/returns.ts';
import type { Finding } from '../../../../shared/domain/findings.ts';
import { useWork } from '../../../work/work-context.tsx';
import { useCall } from '../../../client/context.tsx';

export interface StoredReturn {
  readonly loading: boolean;
  readonly failure: Error | null;
  readonly sha256: string | null;
  readonly findings: readonly Finding[];
}

/** The unit's current return: its findings, and the SHA-256 its original is kept under. */
export function useStoredReturn(unit: UnitStatus): StoredReturn {
  const { year } = useWork();
  const stored = unit.sha256 !== null;
  const current = useCall('returns.findings', { year }, { enabled: stored });
  const own = (current.data?.findings ?? []).filter((entry) => entry.unitId === unit.unitId);
  return { loading: stored && current.isPending, failure: current.error, sha256: unit.sha256, findings: own.map((entry) => entry.finding) };
}
