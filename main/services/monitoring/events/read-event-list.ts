import { pollutantOf } from '../../../../shared/domain/air/index-weights.ts';
import { Failure } from '../../../../shared/domain/failure.ts';
import { isTakenOut, verdictColumns } from '../../../../shared/domain/monitoring/dust-verdicts.ts';
import type { GridRow } from '../../../../shared/domain/monitoring/grid.ts';
import {
  findLists,
  listCell,
  type ListColumns,
  type ListTable,
  listText,
  yearInTitles,
} from '../../../../shared/domain/monitoring/list-table.ts';
import { headerText } from '../../../../shared/domain/monitoring/pollutant-text.ts';
import { ALL_PLACES, readSpan } from '../../../../shared/domain/monitoring/read-dust-list.ts';
import { readStamp } from '../../../../shared/domain/monitoring/stamps.ts';
import { splitUnitList } from '../../../../shared/domain/plan/unit-names.ts';
import type { RawWorkbook } from '../../../../shared/domain/tables/raw-workbook.ts';
import { eventKindOf } from '../../../../shared/text/event-text.ts';
import type { NewEvent } from './say-events.ts';

/** A row of a list of events (例外事件清单), or why it is not understood. */
export interface EventRow {
  readonly sheet: string;
  readonly cell: string;
  readonly request: NewEvent | Failure;
}

type Key = 'kind' | 'name' | 'from' | 'to' | 'hours' | 'place' | 'pollutants' | 'number' | 'office' | 'date' | 'note';

const COLUMNS: ListColumns<Key> = {
  kind: /^(?:例外)?(?:事件)?(?:类型|类别|种类)$|^例外事件$/u,
  name: /^(?:事件)?名称$/u,
  from: /^(?:沙尘|扣沙|扣除|剔除|影响|事件|发生)?(?:日期|时间|日|开始日期|起始日期|开始时间|起始时间|起始日|开始日|起|自|从|起始)$/u,
  to: /^(?:沙尘|扣沙|扣除|剔除|影响|事件|发生)?(?:结束日期|截止日期|终止日期|结束时间|截止时间|终止时间|结束日|截止日|止|至|到|终止|结束)$/u,
  hours: /^(?:影响|发生|事件)?(?:时段|小时|时刻|起止时刻)$/u,
  place: /^(?:影响|扣除|沙尘|扣沙|涉及|所属|事件|发生)?(?:区域|镇街|乡镇|街道|街镇|镇街道|园区|单位|范围|地区|辖区|地点)(?:名称)?$/u,
  pollutants: /^(?:影响|涉及|扣除|剔除|所涉)?(?:污染物|因子|项目|监测项目|指标)$/u,
  number: /文号$|^(?:批准|批复|认定)(?:编?号)$/u,
  office: /^(?:批准|批复|认定|审批|发文)(?:单位|机关|部门)$/u,
  date: /^(?:批准|批复|认定|审批|发文)(?:日期|时间|日)$/u,
  note: /^(?:备注|说明|依据|原因|来源|佐证|证据)$/u,
};

/** Rows of every list that has days and says of each what it was: in a column, or in its title. */
export const readEventRows = (workbook: RawWorkbook, file: string): EventRow[] =>
  findLists(workbook, COLUMNS, (found) => found.has('from') && (found.has('kind') || found.has('place') || found.has('number'))).flatMap(
    (list) => list.rows.flatMap((row) => eventOf({ list, row, date1904: workbook.date1904, titles: [...list.titles, file] })),
  );

interface Reading {
  readonly list: ListTable<Key>;
  readonly row: GridRow;
  readonly date1904: boolean;
  readonly titles: readonly string[];
}

function eventOf(reading: Reading): EventRow[] {
  const { list, row, date1904 } = reading;
  const cell = listCell(list, row, 'from');
  if (cell === undefined || /^(?:注|备注|说明|合计|共)/u.test(listText(cell, date1904))) return [];
  const request = requestOf(reading);
  return [{ sheet: list.sheet, cell: cell.address, request }];
}

function requestOf(reading: Reading): EventRow['request'] {
  const { list, row, date1904, titles } = reading;
  const at = (key: Key) => listCell(list, row, key);
  const text = (key: Key): string => listText(at(key), date1904).trim();
  const unclear = (key: Key): Failure =>
    new Failure('EVENT_CELL', { cell: at(key)?.address ?? '', text: text(key), column: list.columns.get(key)?.title ?? '' });
  const kind = kindOf(text('kind'), text('name'), titles);
  if (kind === null) return new Failure('EVENT_KIND_UNSAID', { cell: at('from')?.address ?? '' });
  const from = at('from');
  const span = from === undefined ? null : readSpan(from, at('to'), { date1904, year: yearInTitles(list.titles) });
  if (span === null) return unclear('from');
  const hours = hoursIn(text('hours'));
  if (hours === undefined) return unclear('hours');
  const pollutants = pollutantsIn(text('pollutants'));
  if (pollutants === null) return unclear('pollutants');
  const stamp =
    at('date') === undefined || text('date') === ''
      ? null
      : readStamp(at('date')?.value ?? { type: 'text', text: '' }, { date1904, year: null, month: null });
  if (stamp === null && text('date') !== '') return unclear('date');
  return {
    ...kind,
    ...span,
    hours,
    places: placesIn(text('place')),
    ...(pollutants.length === 0 ? {} : { pollutants }),
    note: text('note'),
    number: text('number'),
    office: text('office'),
    date: stamp?.date ?? null,
    refused: verdictColumns(list.header).some((column) => isTakenOut(row, column, date1904) === false),
  };
}

/** A word that means none of the kinds is the name of one of its own. Where the row says nothing, the title may. */
function kindOf(said: string, name: string, titles: readonly string[]): Pick<NewEvent, 'kind' | 'name'> | null {
  const word = /^其[他它]/u.test(said) || said === '' ? name : said;
  if (word !== '' || said !== '') {
    const kind = eventKindOf(word);
    return kind === null ? { kind: 'other', name: word } : { kind, name: '' };
  }
  const told = new Set(titles.flatMap((title) => eventKindOf(title) ?? []));
  const [kind] = told;
  return kind === undefined || told.size > 1 ? null : { kind, name: '' };
}

/** 18时至24时, 18:00-24:00; undefined where it cannot be read. */
function hoursIn(text: string): NewEvent['hours'] | undefined {
  if (text === '' || text === '全天') return null;
  const found = /^(\d{1,2})(?::00|：00|时|点)?\s*(?:-|~|～|—+|–|至|到)\s*(?:次日)?(\d{1,2})(?::00|：00|时|点)?$/u.exec(text);
  if (found === null) return undefined;
  const [from, to] = [Number(found[1]), Number(found[2])];
  return from > 23 || to > 24 || to === 0 ? undefined : { from, to };
}

function pollutantsIn(text: string): NonNullable<NewEvent['pollutants']> | null {
  const names = text.split(/[,，、;；/\s]+/u).filter((name) => name !== '');
  const found = names.map((name) => (name === '颗粒物' ? (['pm10', 'pm25'] as const) : pollutantOf(name)));
  return found.includes(null) ? null : [...new Set(found.flatMap((one) => one ?? []))];
}

function placesIn(text: string): readonly string[] {
  const names = text === '' ? [] : splitUnitList(text);
  return names.some((name) => ALL_PLACES.has(headerText(name))) ? [] : names;
}
