import type { MonitoringAsk } from '../../../../shared/contract/monitoring-import.ts';
import { sourceTitles } from '../../../../shared/domain/monitoring/source-key.ts';
import type { DatedRule } from '../../../../shared/domain/monitoring/value-rules.ts';
import type { ExaminedMonitoring } from '../receiving/examine-file.ts';
import { ruleOn } from './source-rules.ts';

/** The rules that a file leaves to be chosen, with what holds of its sources on its first day. */
export function asksOf({ asked, content }: Pick<ExaminedMonitoring, 'asked' | 'content'>, rules: readonly DatedRule[]): MonitoringAsk[] {
  if (content?.kind !== 'monitoring') return [];
  const from = content.days.reduce((first, { date }) => (first === '' || date < first ? date : first), '');
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
