import type { RawValue } from '../tables/raw-workbook.ts';

/** What is reckoned of a value alone, once for each: equal values of a sheet are one object (grid.ts), and a year of hours has few. */
export function ofValue<Reckoned>(reckon: (value: RawValue) => Reckoned): (value: RawValue) => Reckoned {
  const known = new Map<RawValue, Reckoned>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    const reckoned = reckon(value);
    known.set(value, reckoned);
    return reckoned;
  };
}
