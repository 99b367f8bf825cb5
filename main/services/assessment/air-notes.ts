import { scoredDustText } from '../../../shared/text/event-text.ts';
import { planWords } from '../../../shared/text/plan-words.ts';
import type { ServiceContext } from '../context.ts';
import { eventSentencesOf } from '../monitoring/evaluation/period-events.ts';
import { gatherYears } from '../monitoring/gathering/gather-places.ts';
import { requirePeriodOf } from '../monitoring/gathering/places.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { dustOn } from '../settings/dust.ts';

/** How the points for the towns' air take dust days and other 例外事件 of the year; nothing where there are none of them on days with data. */
export function airNotes(context: ServiceContext, year: number): string[] {
  const { plan } = readWorkPlan(context.work.handle);
  const period = requirePeriodOf(String(year));
  const dust = dustOn(context, period.to, 'scores');
  const towns = gatherYears(context, plan, period.from, period.to).filter(({ kind }) => kind === 'town');
  const dusty = new Set(towns.flatMap(({ days, dustDates }) => days.flatMap(({ date }) => (dustDates.has(date) ? [date] : []))));
  return [
    ...(dusty.size === 0 ? [] : [scoredDustText(planWords(plan).towns, dusty.size, dust)]),
    ...eventSentencesOf(context.work.handle, towns, period, dust),
  ];
}
