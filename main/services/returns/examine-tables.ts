import { type Finding, finding } from '../../../shared/domain/findings.ts';
import type { Unit } from '../../../shared/domain/plan/schema.ts';
import { matchUnit } from '../../../shared/domain/plan/unit-names.ts';
import type { NamedUnits } from '../../../shared/domain/plan/unit-schema.ts';
import { unitsIn } from '../../../shared/domain/returns/identify.ts';
import type { RowChoices } from '../../../shared/domain/returns/other-table/chosen-rows.ts';
import { titlesOf, unitsBeside } from '../../../shared/domain/returns/other-table/find-table.ts';
import { rememberedLikeness } from '../../../shared/domain/returns/other-table/likeness.ts';
import { isAgreed, isReturnOf, mapTables, pairsOf, type TableMapping } from '../../../shared/domain/returns/other-table/map-tables.ts';
import { askingRows } from '../../../shared/domain/returns/other-table/match-rows.ts';
import { parseTables } from '../../../shared/domain/returns/other-table/parse-tables.ts';
import type { ReturnLayout } from '../../../shared/domain/returns/types.ts';
import type { RawWorkbook } from '../../../shared/domain/tables/raw-workbook.ts';
import type { Steps } from '../../db/stepwise.ts';
import { notedFindings } from '../noted-findings.ts';
import { type ExaminedFile, type ExamineRequest, type Received, refused } from './examined-file.ts';
import { examined, saysSample } from './read-return.ts';
import { choicesFor, saidOf } from './row-choices.ts';

/** So many units are offered where the tables name none. */
const MOST_CHOICES = 5;

interface Fit {
  readonly unit: Unit;
  readonly layout: ReturnLayout;
  readonly mapping: TableMapping;
}

/**
 * Tables that an office draws up itself (自拟表: the annex typed by hand, a list of its own): the unit that title or file name speak of, else those whose
 * rows they resemble. Taken in once somebody has agreed on the unit and what each row is; what a unit has agreed on once is not asked again. Null where the
 * rows are nobody's.
 */
export function* examineTables(
  received: Received,
  workbook: RawWorkbook,
  spoken: readonly Unit[],
  request: ExamineRequest,
): Steps<ExaminedFile | null> {
  const { plan } = request.yearPlan;
  const titles = titlesOf(workbook, request.year, request.edition);
  const named = [...new Set([...spoken, ...titles.flatMap((title) => unitsOfTitle(title, plan)), ...unitOfRows(workbook, request)])];
  const candidates = request.chosen === null ? named : [request.chosen];
  const said = saidOf(received, request);
  const own = yield* fitsOf(workbook, candidates, { request, said, named: true });
  const fits =
    own.length > 0 || request.chosen !== null
      ? own
      : (yield* fitsOf(workbook, plan.units, { request, said, named: false })).slice(0, MOST_CHOICES);
  const [best, ...others] = fits;
  if (best === undefined) return null;
  if (request.chosen !== null && named.length > 0 && !named.some(({ id }) => id === request.chosen?.id)) {
    const evidence = named.map(({ name }) => name).join('、');
    return refused(received, 'RETURN_UNIT_NOT_NAMED', { unit: request.chosen.name, evidence });
  }
  const year = yearIn([...titles, received.name]);
  if (year !== null && year !== request.year) return refused(received, 'RETURN_OTHER_YEAR', { found: year, expected: request.year });
  const { unit, layout, mapping } = best;
  const { date1904 } = workbook;
  const pairs = pairsOf(mapping, date1904);
  // Where two units are named and have the rows, somebody has to say whose it is, whatever one of them has agreed on.
  const now = new Set(mapping.chosen.filter(([key]) => said.has(key)).map(([, row]) => row));
  const agreed = own.length === 1 && isAgreed(pairs, request.agreed(unit.id), now);
  yield;
  const parsed = yield* parseTables(workbook, layout, mapping, received.name, request);
  const findings = [
    ...notedFindings(workbook, received.name),
    tellUnit(received.name, best, others, { named, agreed, chosen: request.chosen }),
    ...(year === null ? [finding('TABLE_YEAR_ASSUMED', { file: received.name }, { year: request.year })] : []),
  ];
  const read = examined(received, layout, parsed, { unit, sample: saysSample(workbook) }, findings);
  const settled = request.chosen !== null || agreed;
  return { ...read, pairs, mapping, choices: settled ? [] : fits.map((fit) => fit.unit) };
}

interface Fitting {
  readonly request: ExamineRequest;
  readonly said: RowChoices;
  /** Whether the tables name the units. */
  readonly named: boolean;
}

/** Units whose rows the tables have, those with most of them first. */
function* fitsOf(workbook: RawWorkbook, units: readonly Unit[], { request, said, named }: Fitting): Steps<Fit[]> {
  const compare = rememberedLikeness();
  const fits: Fit[] = [];
  for (const unit of units) {
    yield;
    const layout = request.layoutOf(unit, false);
    // What was said of rows before is known of a unit that is named; all units' histories are not gone through for a table that names none.
    const choices = named ? choicesFor(said, request.agreed(unit.id)) : said;
    const mapping = mapTables(workbook, layout, { compare, edition: request.edition, choices });
    if (isReturnOf(mapping, named)) fits.push({ unit, layout, mapping });
  }
  return fits.toSorted((one, other) => other.mapping.answered - one.mapping.answered);
}

interface Settling {
  readonly named: readonly Unit[];
  readonly agreed: boolean;
  readonly chosen: Unit | null;
}

function tellUnit(file: string, { unit, layout, mapping }: Fit, others: readonly Fit[], { named, agreed, chosen }: Settling): Finding {
  const params = { unit: unit.name, matched: mapping.matched, rows: askingRows(layout).length };
  if (chosen !== null) return finding('TABLE_CHOSEN', { file }, params);
  if (agreed) return finding('TABLE_AGREED', { file }, params);
  if (named.some(({ id }) => id === unit.id)) return finding('TABLE_LIKENED', { file }, params);
  return finding('TABLE_UNIT_OPEN', { file }, { ...params, others: others.map((fit) => fit.unit.name).join('、') });
}

/** The unit that stands first beside every row with an answer (牵头单位); none where they are several. */
function unitOfRows(workbook: RawWorkbook, { year, yearPlan, edition }: ExamineRequest): Unit[] {
  const beside = workbook.sheets.flatMap((raw) => unitsBeside(raw, year, workbook.date1904, edition));
  const units = new Set(beside.map((text) => matchUnit(yearPlan.plan, text.split(/[、，,;；\n]/u)[0] ?? '')));
  const [unit] = units;
  return units.size !== 1 || unit === undefined || unit === null ? [] : [unit];
}

/** 填报单位：区公安局, and a title in which a unit stands. */
function unitsOfTitle(title: string, plan: NamedUnits): Unit[] {
  const [, label = ''] = /单位(?:名称)?[:：]\s*(\S+)/u.exec(title) ?? [];
  const own = label === '' ? null : matchUnit(plan, label);
  return own === null ? unitsIn(plan, title) : [own];
}

/** 2024年度; the year of a day (填报时间：2025年1月8日) is not meant. */
function yearIn(texts: readonly string[]): number | null {
  const found = texts.flatMap((text) => /20\d{2}(?=年(?!\d{1,2}月))/u.exec(text) ?? [])[0];
  return found === undefined ? null : Number(found);
}
