import type { MonitoringAsk } from '../../../../shared/contract/monitoring-import.ts';
import { sourceTitles } from '../../../../shared/domain/monitoring/source-key.ts';
import type { DatedRule } from '../../../../shared/domain/monitoring/value-rules.ts';
import type { AskedRule } from '../../../../shared/domain/monitoring/asked-rules.ts';
import { ruleOn } from './source-rules.ts';

/** The rules that a file leaves to be chosen, with what holds of its sources on its first day. */
export function asksOf(
  { asked, days }: { readonly asked: readonly AskedRule[]; readonly days: readonly { readonly date: string }[] },
  rules: readonly DatedRule[],
): MonitoringAsk[] {
  const from = days.reduce((first, { date }) => (first === '' || date < first ? date : first), '');
  if (from === '') return [];
  return asked.map(({ source, key, count, marks }) => ({
    source,
    titles: sourceTitles(source),
    key,
    ...ruleOn(rules, { key, source, date: from }),
    from,
    count,
    marks: [...marks],
  }));
}
