import type { MethodInput } from '../../../../shared/contract/contract.ts';
import { pollutantOf } from '../../../../shared/domain/air/index-weights.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { headerWord } from '../../../../shared/domain/monitoring/header-words.ts';
import { headerText } from '../../../../shared/domain/monitoring/pollutant-text.ts';
import { readStamp } from '../../../../shared/domain/monitoring/stamps.ts';
import { STATION_KINDS } from '../../../../shared/domain/monitoring/stations/types.ts';
import { isBlank, plainText, typedText } from '../../../../shared/domain/returns/cell-text.ts';
import { rowsOf, type SheetRows } from '../../../../shared/domain/returns/sheet-rows.ts';
import type { RawCell, RawWorkbook } from '../../../../shared/domain/tables/raw-workbook.ts';
import { stationKindOf } from '../../../../shared/text/station-text.ts';

export type RegisterRequest = Omit<MethodInput<'stations.set'>, 'reason' | 'document'>;

/** A row of a table of stations (站点表): what it says of its station, or why that is not understood. */
export interface RegisterRow {
  readonly sheet: string;
  readonly cell: string;
  readonly name: string;
  readonly request: RegisterRequest | Failure;
}

type Role = 'name' | 'code' | 'alias' | 'kind' | 'town' | 'weight' | 'items' | 'from' | 'until';

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['alias', /别名|曾用名|其他名称|又名/u],
  ['code', /编号|编码|代码|^code$/u],
  ['weight', /权重/u],
  ['items', /^监测(?:项目|因子|指标|参数)$/u],
  ['kind', /^(?:站点|点位|测点)?(?:类型|类别|级别|性质)$/u],
  ['from', /^(?:起|自|启用|投运|生效|起始|开始)(?:用|运)?(?:日期|时间|日|于)?$/u],
  ['until', /^(?:止|至|停用|停运|终止|截止|结束)(?:日期|时间|日|于)?$/u],
];

function roleOf(text: string): Role | null {
  const plain = headerText(text).replaceAll(/[()*:]/gu, '');
  const found = ROLES.find(([, words]) => words.test(plain));
  if (found !== undefined) return found[0];
  const word = headerWord(text);
  return word === 'station' || /^(?:站点|点位)?名称$/u.test(plain) ? 'name' : word === 'place' ? 'town' : null;
}

/** Rows of all sheets that have a column of names of stations and one of towns or codes; blank columns say nothing. */
export const readRegisterRows = ({ sheets, date1904 }: RawWorkbook): RegisterRow[] =>
  sheets.flatMap((raw) => {
    if (raw.visibility !== 'visible') return [];
    const rows = rowsOf(raw);
    const header = headerOf(rows, date1904);
    if (header === null) return [];
    return [...rows].flatMap(([number, cells]): RegisterRow[] => {
      const at = cells.get(header.columns.get('name') ?? 0);
      if (number <= header.row || at === undefined || isBlank(at.value)) return [];
      const name = plainText(typedText(at.value, date1904));
      return [{ sheet: raw.name, cell: at.address, name, request: requestOf(name, cells, header.columns, date1904) }];
    });
  });

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<Role, number>;
}

const HEAD_ROWS = 20;

function headerOf(rows: SheetRows, date1904: boolean): Header | null {
  for (const [row, cells] of rows) {
    if (row > HEAD_ROWS) break;
    const columns = new Map<Role, number>();
    for (const { value, column } of cells.values()) {
      const role = value.type === 'text' ? roleOf(typedText(value, date1904)) : null;
      if (role !== null && !columns.has(role)) columns.set(role, column);
    }
    if (columns.has('name') && (columns.has('town') || columns.has('code'))) return { row, columns };
  }
  return null;
}

function requestOf(
  name: string,
  cells: ReadonlyMap<number, RawCell>,
  columns: Header['columns'],
  date1904: boolean,
): RegisterRequest | Failure {
  const cellOf = (role: Role): RawCell | undefined => {
    const cell = cells.get(columns.get(role) ?? 0);
    return cell === undefined || isBlank(cell.value) ? undefined : cell;
  };
  const text = (role: Role): string => {
    const cell = cellOf(role);
    return cell === undefined ? '' : plainText(typedText(cell.value, date1904));
  };
  const unclear = (role: Role): Failure => new Failure('STATION_CELL', { cell: cellOf(role)?.address ?? '', text: text(role) });
  const day = (role: 'from' | 'until'): string | null | undefined => {
    const cell = cellOf(role);
    return cell === undefined ? undefined : (readStamp(cell.value, { date1904, year: null, month: null })?.date ?? null);
  };
  const kind = STATION_KINDS.find((one) => one === stationKindOf(text('kind')));
  const items = partsOf(text('items')).map(pollutantOf);
  const [from, until] = [day('from'), day('until')];
  if (text('kind') !== '' && kind === undefined) return unclear('kind');
  if (items.includes(null)) return unclear('items');
  if (from === null) return unclear('from');
  if (until === null) return unclear('until');
  const places = partsOf(text('town')).map((part) => {
    const [place = '', weight = text('weight') || '1'] = part.split(/[=＝:：]/u).map((one) => one.trim());
    return { place, weight };
  });
  const known = items.filter((item) => item !== null);
  const [code, aliases] = [text('code'), partsOf(text('alias'))];
  return {
    name,
    ...(code === '' ? {} : { code }),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(kind === undefined ? {} : { kind }),
    ...(places.length === 0 ? {} : { places }),
    ...(known.length === 0 ? {} : { items: [...new Set(known)] }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

const partsOf = (text: string): string[] =>
  text
    .split(/[,，、;；/\s]+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
