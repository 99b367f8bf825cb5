import type { TableKeys } from './table-keys.ts';
import { headerText } from './pollutant-text.ts';
import type { FoundTable } from './find-tables.ts';

/** Time zone that the heading or the title states for all times of a table (时区): as it is written, and the hours to add to come to 北京时间. */
export interface TableZone {
  readonly text: string;
  readonly hours: number;
}

const ZONE = /(?:utc|gmt)(?:([+-])(\d{1,2})(?::?00)?)?(?![a-z\d])|世界时|格林尼治|格林威治|零时区/u;
const BEIJING = 8;

/** Null where none is stated, or Beijing's own. */
export function zoneOfTable({ date, hour }: Pick<TableKeys, 'date' | 'hour'>, { titles }: Pick<FoundTable, 'titles'>): TableZone | null {
  for (const text of [hour?.title ?? '', date?.title ?? '', ...titles]) {
    const match = ZONE.exec(headerText(text));
    if (match === null) continue;
    const ahead = match[2] === undefined ? 0 : Number(match[2]) * (match[1] === '-' ? -1 : 1);
    return ahead === BEIJING ? null : { text: match[0].toUpperCase(), hours: BEIJING - ahead };
  }
  return null;
}
