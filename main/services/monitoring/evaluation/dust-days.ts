import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { wholeText } from '../../../../shared/text/plan-words.ts';
import { selectDustDays } from '../../../db/queries/dust-forecast.ts';
import type { ServiceContext } from '../../context.ts';
import { readWorkPlan } from '../../plan/work-plan.ts';
import { districtNameOf } from '../gathering/district.ts';

/** 扣沙日清单 of a year as it counts now: places of one line of a list together. */
export function dustDays(context: ServiceContext, year: number): MethodOutput<'monitoring.dust'> {
  const db = context.work.handle;
  const names = new Map(readWorkPlan(db).plan.units.map((unit) => [unit.id, unit.name]));
  const district = districtNameOf(db);
  const nameOf = (placeId: string): string => (placeId === 'all' ? wholeText(district) : (names.get(placeId) ?? district));
  const lines = Map.groupBy(selectDustDays(db, `${year}-01-01`, `${year}-12-31`), (day) =>
    JSON.stringify([day.date, day.fileName, day.sheet, day.cell]),
  );
  return {
    days: [...lines.values()].flatMap((line) => {
      const [first] = line;
      return first === undefined
        ? []
        : [
            {
              date: first.date,
              places: line.map((day) => nameOf(day.placeId)),
              note: first.note,
              file: first.fileName,
              sheet: first.sheet,
              cell: first.cell,
            },
          ];
    }),
  };
}
