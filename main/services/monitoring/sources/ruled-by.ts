import type { MonitoringFileRow } from '../../../../shared/contract/monitoring-files.ts';
import { asksFor } from '../../../../shared/domain/monitoring/asked-rules.ts';
import {
  type DatedRule,
  rulesOf,
  VALUE_SETTING_KEYS,
  type ValueRules,
  type ValueSetting,
} from '../../../../shared/domain/monitoring/value-rules.ts';
import type { ReadHandle } from '../../../db/handles.ts';
import { type MonitoringFileRecord, selectMonitoringFindings } from '../../../db/queries/monitoring.ts';
import { isValueSetting, rulesFor } from './source-rules.ts';

interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

/** The rules for values by which a stored file was read, and those of them that are others today and concern values of it. */
export function ruledBy(
  db: ReadHandle,
  file: MonitoringFileRecord,
  { from, to }: Span,
  current: readonly DatedRule[],
): Pick<MonitoringFileRow, 'rules' | 'outdated'> {
  const { rules: kept = [] } = file.options;
  if (file.kind !== 'monitoring' || from === null || to === null) return { rules: [], outdated: [] };
  const own = rulesFor(kept, file.sources ?? []).filter((rule) => rule.from <= to);
  const rules = own.flatMap(({ key, value, from: since, source }) =>
    isValueSetting(key) ? [{ key, value, from: since, of: source === undefined ? ('work' as const) : ('source' as const) }] : [],
  );
  const changed = changedRules([kept, current], file.sources ?? [], { from, to });
  if (changed.length === 0) return { rules, outdated: [] };
  const findings = selectMonitoringFindings(db, file);
  return { rules, outdated: changed.filter((key) => findings.some((finding) => asksFor(finding, key))) };
}

/** Settings that differ on some day of a span. */
function changedRules(
  [before, after]: readonly [readonly DatedRule[], readonly DatedRule[]],
  sources: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): ValueSetting[] {
  const concerned = rulesFor([...before, ...after], sources);
  const days = new Set([from, ...concerned.flatMap((rule) => (from < rule.from && rule.from <= to ? [rule.from] : []))]);
  const changed = new Set<ValueSetting>();
  for (const source of sources.length === 0 ? [null] : sources) {
    const [then, now] = [rulesOf(before, source), rulesOf(after, source)];
    for (const day of days) for (const key of VALUE_SETTING_KEYS) if (saidIn(then(day), key) !== saidIn(now(day), key)) changed.add(key);
  }
  return [...changed];
}

const saidIn = (rules: ValueRules, key: ValueSetting): string => {
  const value = rules[FIELDS[key]];
  return typeof value === 'string' ? value : JSON.stringify([...value].toSorted());
};

const FIELDS = {
  'air.below-detection': 'below',
  'air.negative': 'negative',
  'air.zero-row': 'zeroRow',
  'air.zero-particle': 'zeroParticle',
  'air.zero-gas': 'zeroGas',
  'air.flags': 'flags',
} as const satisfies Record<ValueSetting, keyof ValueRules>;
