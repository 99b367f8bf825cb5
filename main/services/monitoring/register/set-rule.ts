import type { MethodInput, MethodOutput } from '../../../../shared/contract/contract.ts';
import type { RuleEffect } from '../../../../shared/contract/monitoring-sources.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { type DatedRule, VALUE_SETTINGS, type ValueSetting } from '../../../../shared/domain/monitoring/value-rules.ts';
import { allowedValues } from '../../../../shared/domain/settings/settings.ts';
import { selectMonitoringFiles } from '../../../db/queries/monitoring.ts';
import { selectMonitoringId } from '../../../db/queries/register.ts';
import { selectSourceRules } from '../../../db/queries/source-rules.ts';
import type { JobContext } from '../../../jobs/progress.ts';
import type { WritingContext } from '../../context.ts';
import type { ReadingContext } from '../receiving/file-reader.ts';
import { readStored } from './read-stored.ts';
import { effectOfRules } from './rule-effect.ts';
import { draftRules, rulesNow, storeRules } from '../sources/source-rules.ts';

/** Sets a rule for the values of a source from a day on. What was taken in stays as it was read. */
export async function setSourceRule(
  context: WritingContext & ReadingContext,
  request: MethodInput<'sources.rule'>,
  job: JobContext,
): Promise<MethodOutput<'sources.rule'>> {
  const { source: asked, key, value, from, document = null, reason } = request;
  const sources = await sourcesNamed(context, asked, job);
  const chosen = sources.map((source) => ({ source, key, value, from }));
  const before = rulesNow(context.work.handle);
  const { files } = await effectOfRules(context, { key, from, sources, rules: [...before, ...draftRules(before, chosen)] }, job);
  const { writer: db, actor, now } = context;
  return db.transaction(() => {
    const ground = { document, reason, actor: actor.name, storedAt: now() };
    const rules = storeRules(db, draftRules(rulesNow(db), chosen), ground);
    if (rules.length > 0) db.note({ subject: key, reason, detail: { rules } });
    return { files, rules: rules.map((rule) => ({ ...rule, key })) };
  });
}

/** What a rule would change in files that were taken in. */
export async function effectOfRule(
  context: ReadingContext,
  { source: asked, key, value, from }: MethodInput<'sources.effect'>,
  job: JobContext,
): Promise<RuleEffect> {
  const before = rulesNow(context.work.handle);
  if (asked === undefined) {
    const ofWork = before.filter(({ source }) => source === undefined);
    const rules = [...ofWork, { key, value: allowed(key, value), from }, ...before.filter(({ source }) => source !== undefined)];
    return effectOfRules(context, { key, from, sources: null, rules }, job);
  }
  const sources = await sourcesNamed(context, asked, job);
  const rules: DatedRule[] = [
    ...before,
    ...draftRules(
      before,
      sources.map((source) => ({ source, key, value, from })),
    ),
  ];
  return effectOfRules(context, { key, from, sources, rules }, job);
}

function allowed(key: ValueSetting, value: string): string {
  const known = VALUE_SETTINGS[key].schema.safeParse(value).data;
  if (known === undefined) throw new Failure('SETTING_VALUE', { key, value, allowed: allowedValues(key).join('、') });
  return known;
}

/** By its key, or all of a file: one of before they were kept is read again. */
async function sourcesNamed(context: ReadingContext, asked: number | string, job: JobContext): Promise<readonly string[]> {
  const db = context.work.handle;
  const files = selectMonitoringFiles(db);
  if (typeof asked === 'string') {
    const known = files.some(({ sources }) => sources?.includes(asked)) || selectSourceRules(db).some(({ source }) => source === asked);
    if (!known) throw new Failure('SOURCE_UNKNOWN', { source: asked });
    return [asked];
  }
  const id = selectMonitoringId(db, asked);
  const file = files.find((record) => record.id === id);
  if (file === undefined) throw new Failure('AIR_FILE_UNKNOWN', { number: asked });
  const sources = file.sources ?? (await readStored(context, file, job))?.sources;
  if (sources === undefined) throw new Failure('AIR_FILE_UNREADABLE', { file: file.fileName });
  if (sources.length === 0) throw new Failure('SOURCE_UNKNOWN', { source: file.fileName });
  return sources;
}
