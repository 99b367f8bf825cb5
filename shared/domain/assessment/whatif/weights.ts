import { type DecimalText, exact, toText } from '../../numbers/decimal.ts';
import type { ScoringScheme } from '../scheme.ts';

/** A row whose points the scheme sets by itself. Rows that share a part equally have none of their own. */
export interface WeightedRow {
  /** The table it stands in: 附件1 of the district, or the air of towns. */
  readonly table: 'annex1' | 'air';
  readonly rowId: string;
  readonly points: DecimalText;
}

export const weightedRows = ({ district, town }: ScoringScheme): WeightedRow[] => [
  ...Object.entries(district.annex1.rows).map(([rowId, points]): WeightedRow => ({ table: 'annex1', rowId, points })),
  { table: 'air', rowId: town.air.pm25.measure, points: town.air.pm25.max },
  { table: 'air', rowId: town.air.goodDays.measure, points: town.air.goodDays.max },
];

interface Wanted {
  readonly row: WeightedRow;
  readonly points: DecimalText;
}

/**
 * The scheme in which these rows are worth so many points: a table keeps its full marks, the other rows share what is left in their present
 * proportion, so that what comes out is a scheme again. Null where the points asked for exceed the table, or fall short of it with no row left.
 */
export function withWeights(scheme: ScoringScheme, wanted: readonly Wanted[]): ScoringScheme | null {
  const annex1 = spread(scheme.district.annex1.max, Object.entries(scheme.district.annex1.rows), ofTable(wanted, 'annex1'));
  const { pm25, goodDays } = scheme.town.air;
  const air = spread(
    scheme.town.air.max,
    [
      [pm25.measure, pm25.max],
      [goodDays.measure, goodDays.max],
    ],
    ofTable(wanted, 'air'),
  );
  if (annex1 === null || air === null) return null;
  const { district, town } = scheme;
  return {
    ...scheme,
    district: { ...district, annex1: { ...district.annex1, rows: Object.fromEntries(annex1) } },
    town: {
      ...town,
      air: {
        ...town.air,
        pm25: { ...pm25, max: air.get(pm25.measure) ?? pm25.max },
        goodDays: { ...goodDays, max: air.get(goodDays.measure) ?? goodDays.max },
      },
    },
  };
}

const ofTable = (wanted: readonly Wanted[], table: WeightedRow['table']): ReadonlyMap<string, DecimalText> =>
  new Map(wanted.flatMap(({ row, points }) => (row.table === table ? [[row.rowId, points] as const] : [])));

function spread(
  max: DecimalText,
  rows: readonly (readonly [string, DecimalText])[],
  wanted: ReadonlyMap<string, DecimalText>,
): ReadonlyMap<string, DecimalText> | null {
  if (rows.every(([rowId, points]) => exact(wanted.get(rowId) ?? points).eq(points))) return new Map(rows);
  const left = rows.reduce((rest, [rowId]) => rest.minus(wanted.get(rowId) ?? 0), exact(max));
  const others = rows.reduce((sum, [rowId, points]) => (wanted.has(rowId) ? sum : sum.plus(points)), exact(0));
  if (left.isNegative() || (others.isZero() && !left.isZero())) return null;
  return new Map(
    rows.map(([rowId, points]) => [rowId, wanted.get(rowId) ?? (others.isZero() ? '0' : toText(exact(points).times(left).div(others)))]),
  );
}
