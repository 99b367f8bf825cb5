import { columnsOf, dueTitle, labelledSheetName, LINES, type LineKey, SHEET_NAMES, type TableYears } from '../columns.ts';
import { NAME_JOINT, YES_NO } from '../words.ts';
import type { Book, BookCells, BookLine, BookRow, BookSheet, SheetKey } from '../types.ts';
import type { Indicator, Item, ItemList, Measure, Plan, Task, TaskList } from '../../schema.ts';
import type { Unit } from '../../unit-schema.ts';
import { defaultList, defaultTasks, headText } from './defaults.ts';
import { deadlineCells, measureCells, wordCells } from './measure-cells.ts';
import { printedCell } from './printed-cell.ts';
import { SAMPLES } from './samples.ts';

/**
 * The plan as a workbook (方案工作簿). `annex3` is the list that is shown, of the year that is asked for; a part that the plan does not
 * have is an empty table, with a sample row that says how to fill it in.
 */
export function bookOf(plan: Plan, listYear: number): Book {
  const { annex1, subjects } = plan;
  const usual = defaultTasks(annex1.years.length === 0 ? [listYear] : annex1.years);
  // What a plan that has its other lists would call one that it lacks only its author knows.
  const tasks = plan.annex2 ?? (annex1.rows.length === 0 ? usual : { ...usual, label: '' });
  const list = plan.annex3 ?? defaultList(listYear);
  return [
    sheet('head', headLines(plan), [], []),
    sheet(
      'unitKinds',
      [],
      plan.unitKinds.map((kind) => row(kind.id, kind.name, [kindCells(kind)])),
    ),
    sheet(
      'units',
      [],
      plan.units.map((unit) => row(unit.id, unit.name, [unitCells(unit, plan)])),
    ),
    sheet(
      'subjects',
      [],
      Object.entries(subjects).map(([id, name]) => row(id, name, [{ id, name }])),
    ),
    sheet(
      'annex1',
      annex1Lines(annex1),
      annex1.rows.map((entry) => indicatorRow(entry, plan)),
      annex1Years(plan),
    ),
    sheet('annex2', annex2Lines(tasks), taskRows(tasks, plan), taskYears(tasks)),
    sheet('list', listLines(list), itemRows(list, plan), listYears(list)),
  ];
}

function sheet(key: SheetKey, lines: readonly BookLine[], rows: readonly BookRow[], years: TableYears | readonly never[] = []): BookSheet {
  const columns = columnsOf(key, 'targets' in years ? years : { targets: [] });
  const label = lines.find((one) => one.key === 'label')?.value ?? '';
  const name = key === 'annex1' || key === 'annex2' ? labelledSheetName(key, label) : SHEET_NAMES[key].name;
  return { key, name, lines, columns, rows, sample: rows.length === 0 ? SAMPLES[key](columns) : null };
}

const row = (id: string, name: string, cells: readonly BookCells[]): BookRow => ({ id, name: name.replaceAll('\n', ''), cells });

const line = (key: LineKey, value: string | number, hint?: string): BookLine => ({
  key,
  title: LINES[key],
  value: String(value),
  ...(hint === undefined ? {} : { hint }),
});

function headLines({ id, document, district, reporting, annex1, units }: Plan): BookLine[] {
  const years = [...new Set([...annex1.years.map(String), ...Object.keys(reporting.dueDates)])].toSorted();
  const names = (ids: readonly string[]): string => ids.map((unit) => units.find((one) => one.id === unit)?.name ?? unit).join(NAME_JOINT);
  return [
    line('planId', id, '由程序给出，请勿改动；新方案留空'),
    line('documentTitle', document.title, '如：××区空气质量持续改善行动实施方案'),
    line('documentNumber', document.number),
    line('issuer', document.issuer),
    line('date', document.date, '如 2025-03-31'),
    line('district', district.name, '如：××区'),
    line('districtAliases', district.aliases.join(NAME_JOINT), '可不填，多个用“、”分开'),
    line('city', district.city ?? '', '如：××市；没有的留空'),
    line('letterhead', district.letterhead ?? '', '可不填，不填用印发机关'),
    line('townAir', reporting.townAir === 'all' ? ALL : names(reporting.townAir), '“全部”，或写单位名称，多个用“、”分开'),
    ...years.map((year) => ({
      key: `due:${year}`,
      title: dueTitle(year),
      value: reporting.dueDates[year] ?? '',
      hint: '年度填报表最后一天，可不填',
    })),
  ];
}

export const ALL = '全部';

const kindCells = (kind: Plan['unitKinds'][number]): BookCells => ({
  id: kind.id,
  name: kind.name,
  leads: YES_NO.textOf(kind.leads),
  asked: YES_NO.textOf(kind.asked),
  air: YES_NO.textOf(kind.air),
  ...filled({ endings: kind.endings.join(NAME_JOINT) }),
});

const unitCells = (unit: Unit, { unitKinds }: Plan): BookCells => ({
  id: unit.id,
  name: unit.name,
  kind: unitKinds.find((kind) => kind.id === unit.kind)?.name ?? unit.kind,
  ...filled({
    aliases: unit.aliases.join(NAME_JOINT),
    code: unit.divisionCode ?? '',
    townKind: unit.townKind ?? '',
    class: unit.class ?? '',
    from: unit.from ?? '',
    until: unit.until ?? '',
  }),
});

const annex1Lines = ({ label, title, columns, notes }: Plan['annex1']): BookLine[] => [
  line('label', label),
  line('title', title),
  line('columns', headText(columns)),
  ...(notes.length === 0 ? [''] : notes).map((note) => line('note', note)),
];

const annex2Lines = ({ label, title, subtitle, fromYear, toYear, columns }: TaskList): BookLine[] => [
  line('label', label),
  line('title', title),
  line('subtitle', subtitle),
  line('fromYear', fromYear),
  line('toYear', toYear),
  line('columns', headText(columns)),
];

const listLines = ({ label, title, year, columns }: ItemList): BookLine[] => [
  line('label', label),
  line('title', title),
  line('year', year),
  line('columns', headText(columns)),
];

function indicatorRow(entry: Indicator, { subjects, annex1, units }: Plan): BookRow {
  const prints = annex1.years
    .map((year) => [year, entry.printedTargets[year] ?? ''] as const)
    .filter(([year, text]) => text !== printedCell(entry.measures, year));
  const own = {
    ...filled({
      label: entry.label ?? '',
      category: entry.category,
      name: entry.name,
      leads: entry.leadUnitsPrinted,
      ...leadCells(entry, units),
    }),
    cumulative: YES_NO.textOf(entry.cumulative),
    ...Object.fromEntries(prints.map(([year, text]) => [`printed:${year}`, text])),
  };
  return withMeasures(
    entry,
    own,
    entry.measures.map((measure) => measureCells(measure, subjects, '')),
  );
}

function taskRow(task: Task, { groups }: TaskList, { subjects, units }: Plan): BookRow {
  const own = {
    section: groups.find((group) => group.id === task.group)?.title ?? task.group,
    sectionId: task.group,
    number: String(task.number),
    name: task.text,
    leads: task.leadUnitsPrinted,
    ...leadCells(task, units),
    ...wordCells(task, subjects),
  };
  return withMeasures(
    { id: task.id, name: task.text },
    own,
    task.measures.map((measure) => measureCells(measure, subjects, PENDING)),
  );
}

/** Stand in no column: the units that the printed names mean, and how they are told apart where two bear one name. */
function leadCells({ leadUnits }: Pick<Indicator, 'leadUnits'>, units: Plan['units']): BookCells {
  const label = (id: string): string => {
    const unit = units.find((one) => one.id === id);
    const days = [unit?.from === undefined ? '' : `${unit.from}起`, unit?.until === undefined ? '' : `至${unit.until}`].join('');
    return `${unit?.name ?? id}${days === '' ? '' : `（${days}）`}`;
  };
  return { leadIds: leadUnits.join(NAME_JOINT), leadLabels: leadUnits.map(label).join(NAME_JOINT) };
}

/** In a running text a blank target says that there is none; one that will be set later says so. */
const PENDING = '待定';

const itemRows = (list: ItemList, plan: Plan): BookRow[] =>
  withHeadings(
    list.items.map((item) => ({ section: String(item.section), row: itemRow(item, list, plan) })),
    list.sections.map(({ number, title }) => ({ id: String(number), title })),
  );

const taskRows = (list: TaskList, plan: Plan): BookRow[] =>
  withHeadings(
    list.tasks.map((task) => ({ section: task.group, row: taskRow(task, list, plan) })),
    list.groups,
  );

interface Section {
  readonly id: string;
  readonly title: string;
}

/** A 部分 without rows is a row of its own, before the rows of the next one. */
function withHeadings(rows: readonly { readonly section: string; readonly row: BookRow }[], sections: readonly Section[]): BookRow[] {
  const used = new Set(rows.map(({ section }) => section));
  const places = new Map(sections.map(({ id }, index) => [id, index]));
  const empty = sections.filter(({ id }) => !used.has(id));
  const nextOf = (section: Section): number => {
    const at = rows.findIndex((one) => (places.get(one.section) ?? 0) > (places.get(section.id) ?? 0));
    return at === -1 ? rows.length : at;
  };
  const headings = Map.groupBy(empty, nextOf);
  return [...rows.map(({ row: own }) => own), null].flatMap((own, index) => [
    ...(headings.get(index) ?? []).map(({ id, title }) => row('', title, [{ section: title, sectionId: id }])),
    ...(own === null ? [] : [own]),
  ]);
}

function itemRow(item: Item, { sections }: ItemList, { subjects, reporting, units }: Plan): BookRow {
  const asked = reporting.townItems.find((entry) => entry.item === item.id);
  const own = {
    section: sections.find((section) => section.number === item.section)?.title ?? String(item.section),
    sectionId: String(item.section),
    number: String(item.number),
    ...filled({ label: item.label ?? '', responsible: item.responsiblePrinted, askedReason: asked?.reason ?? '' }),
    name: item.text,
    leads: item.leadUnitsPrinted,
    ...leadCells(item, units),
    asked: YES_NO.textOf(asked !== undefined),
    ...deadlineCells(item.deadline),
    ...wordCells(item, subjects),
  };
  return withMeasures(
    { id: item.id, name: item.text },
    own,
    item.measures.map((measure) => measureCells(measure, subjects, PENDING)),
  );
}

/** The first 指标量 stands in the row's own line, each further one in a line below it that says whose it is. */
function withMeasures(
  { id, name }: { readonly id: string; readonly name: string },
  own: BookCells,
  measures: readonly BookCells[],
): BookRow {
  const [first = {}, ...more] = measures;
  return row(id, name, [{ id, ...own, ...first }, ...more.map((cells) => ({ id, ...cells }))]);
}

function annex1Years({ annex1 }: Plan): TableYears {
  const measures = annex1.rows.flatMap((entry) => entry.measures);
  const printed = annex1.years.filter((year) =>
    annex1.rows.some((entry) => (entry.printedTargets[year] ?? '') !== printedCell(entry.measures, year)),
  );
  return { targets: yearsOf(annex1.years, measures, 'targets'), stretch: yearsOf([], measures, 'stretch'), printed };
}

function taskYears({ fromYear, toYear, tasks }: TaskList): TableYears {
  const measures = tasks.flatMap((task) => task.measures);
  const term = Array.from({ length: Math.max(1, toYear - fromYear + 1) }, (_, index) => fromYear + index);
  return { targets: yearsOf(term, measures, 'targets'), stretch: yearsOf([], measures, 'stretch') };
}

function listYears({ year, items }: ItemList): TableYears {
  const measures = items.flatMap((item) => item.measures);
  return { targets: yearsOf([year], measures, 'targets'), stretch: yearsOf([], measures, 'stretch'), own: year };
}

const yearsOf = (years: readonly number[], measures: readonly Measure[], key: 'targets' | 'stretch'): number[] =>
  [...new Set([...years, ...measures.flatMap((measure) => Object.keys(measure[key] ?? {}).map(Number))])].toSorted(
    (one, other) => one - other,
  );

/** A blank cell is no cell. */
const filled = (cells: BookCells): BookCells => Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));
