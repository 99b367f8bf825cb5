import type { MonitoringSource, SourceRule } from '../../../../shared/contract/monitoring-sources.ts';
import { sourceTitles } from '../../../../shared/domain/monitoring/source-key.ts';
import type { DatedRule } from '../../../../shared/domain/monitoring/value-rules.ts';
import { VALUE_SETTING_KEYS } from '../../../../shared/domain/monitoring/value-rules.ts';
import { allowedValues, isChoice } from '../../../../shared/domain/settings/settings.ts';
import { type MonitoringFileRecord, selectMonitoringFiles } from '../../../db/queries/monitoring.ts';
import { selectMonitoringNumbers } from '../../../db/queries/register.ts';
import { selectSourceRules, type SourceRuleRecord } from '../../../db/queries/source-rules.ts';
import type { ServiceContext } from '../../context.ts';
import { ruleOn, rulesNow } from './source-rules.ts';

/** Every source of which a file was taken in or a rule said, the one of the newest file first. */
export function listSources({ work, now }: ServiceContext, date = now().slice(0, 10)): { date: string; sources: MonitoringSource[] } {
  const db = work.handle;
  const [numbers, current, said] = [selectMonitoringNumbers(db), rulesNow(db), selectSourceRules(db)];
  const files = selectMonitoringFiles(db).toReversed();
  const keys = new Set([...files.flatMap(({ sources }) => sources ?? []), ...said.map(({ source }) => source)]);
  const sources = [...keys].map((source) => {
    const own = files.filter((file) => file.sources?.includes(source));
    return {
      source,
      titles: sourceTitles(source),
      files: own.length,
      newest: newestOf(own, numbers),
      rules: VALUE_SETTING_KEYS.map((key) => ruleOf(key, source, { date, current, said })),
    };
  });
  return { date, sources };
}

function newestOf([file]: readonly MonitoringFileRecord[], numbers: ReadonlyMap<number, number>): MonitoringSource['newest'] {
  const number = file === undefined ? undefined : numbers.get(file.id);
  return file === undefined || number === undefined ? null : { number, file: file.fileName };
}

interface Said {
  readonly date: string;
  readonly current: readonly DatedRule[];
  readonly said: readonly SourceRuleRecord[];
}

const ruleOf = (key: SourceRule['key'], source: string, { date, current, said }: Said): SourceRule => ({
  key,
  ...ruleOn(current, { key, source, date }),
  allowed: [...allowedValues(key)],
  kind: isChoice(key) ? 'choice' : 'text',
  entries: said.filter((entry) => entry.source === source && entry.key === key).map((entry) => ({ ...entry, key })),
});
