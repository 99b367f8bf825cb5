import type { ScorePart } from '../../../shared/domain/assessment/types.ts';
import type { OfficialTable, TableColumn, TableRow } from '../../../shared/domain/documents/official-table.ts';
import { exact } from '../../../shared/domain/numbers/decimal.ts';
import { stretchTarget } from '../../../shared/domain/plan/further-targets.ts';
import { targetText } from '../../../shared/domain/plan/target.ts';
import { listSubject } from '../../../shared/text/plan-words.ts';
import { rowStateText } from '../../../shared/text/score-text.ts';
import { chosenTargetText } from '../../../shared/text/year-text.ts';
import { targetCell } from './annex1-targets.ts';
import { type AssessmentModelInput, judgedText, numberCell, partOf, planPage, scoreRowOf, scoringNotes, textCell } from './model-input.ts';
import { revisionNotes } from './revision-notes.ts';
import { fill, widthOf } from './wording.ts';

/** 附件1 主要指标完成情况: the annex's own columns in its own order, with 完成值, 完成情况 and 得分 before the lead units. */
export function annex1Table(input: AssessmentModelInput): OfficialTable {
  const { plan, year, wording } = input;
  const part = partOf(input, 'indicators');
  const title = fill(wording.annex1.title, { year, subject: listSubject(plan.annex1.title) });
  const rows = plan.annex1.rows.map((indicator, index): TableRow => {
    const score = scoreRowOf(part, indicator.id);
    return {
      kind: 'data',
      id: indicator.id,
      cells: [
        textCell(indicator.label ?? String(index + 1)),
        textCell(indicator.category),
        textCell(`${indicator.cumulative ? '＊' : ''}${indicator.name}`),
        ...tableYears(input).map((targetYear) => numberCell(targetCell(input, indicator, score, targetYear))),
        numberCell(judgedText(score.figures)),
        textCell(rowStateText(score)),
        numberCell(score.points ?? '—'),
        textCell(indicator.leadUnitsPrinted),
      ],
    };
  });
  return {
    label: plan.annex1.label,
    title,
    subtitles: [],
    caption: { left: `${plan.document.number}`, right: `考核年度：${year}年` },
    columns: annex1Columns(input),
    rows: [...rows, totalRow(input, part)],
    notes: [
      ...plan.annex1.notes,
      ...scoringNotes(input, part, new Set(plan.annex1.rows.map((row) => row.id))),
      ...revisionNotes(input),
      ...chosenNotes(input),
      ...unassessedNotes(input, part),
      ...stretchNotes(input),
    ].map((note, index) => renumber(note, index)),
    page: planPage(plan, wording.annex1.orientation),
    sample: input.sample,
    meta: { subject: title.replaceAll('\n', ''), author: '治气考核', createdAt: input.createdAt },
  };
}

function annex1Columns(input: AssessmentModelInput): TableColumn[] {
  const { plan, wording } = input;
  const [number, category, name] = plan.annex1.columns;
  const leads = plan.annex1.columns.at(-1);
  const own = wording.annex1;
  const wider = labelExcess(input);
  const column = (key: string, title: string, align: TableColumn['align'], merge = false): TableColumn => ({
    key,
    title,
    widthMm: widthOf(own, key.startsWith('target') ? 'target' : key) + (key === 'number' ? wider : key === 'name' ? -wider : 0),
    align,
    merge,
  });
  return [
    column('number', number ?? '', 'center'),
    column('category', category ?? '', 'center', true),
    column('name', name ?? '', 'left'),
    ...tableYears(input).map((year) => column(`target${year}`, targetTitle(plan.annex1.columns, year), 'center')),
    column('value', own.columns['value'] ?? '', 'center'),
    column('state', own.columns['state'] ?? '', 'center'),
    column('points', own.columns['points'] ?? '', 'right'),
    column('leads', leads ?? '', 'left'),
  ];
}

/**
 * 一（1）: room that the longest printed 序号 needs in one line beyond the usual; more where further years narrow all columns to the width of the
 * page.
 */
function labelExcess({ plan, ...input }: AssessmentModelInput): number {
  const own = input.wording.annex1;
  const width = (text: string): number => [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/u.test(sign) ? FULL_MM : HALF_MM), 0);
  const longest = Math.max(0, ...plan.annex1.rows.map(({ label }) => width(label ?? '')));
  const keys = [...Object.keys(own.widths).filter((key) => key !== 'target'), ...tableYears({ plan, ...input }).map(() => 'target')];
  const narrowed = Math.max(1, keys.reduce((sum, key) => sum + widthOf(own, key), 0) / LANDSCAPE_MM);
  return Math.min(WIDEST_EXCESS, Math.max(0, (longest + LABEL_PADDING_MM) * narrowed - widthOf(own, 'number')));
}

const [FULL_MM, HALF_MM, LABEL_PADDING_MM] = [3.9, 2, 2.5];

/** GB/T 9704-2012, 5.2.1: the type area of a page that lies on its side. */
const LANDSCAPE_MM = 225;

/** What the names of indicators can spare. */
const WIDEST_EXCESS = 16;

/** 奋斗目标 of the assessed year that a document set: by which, and what the annex printed. */
const stretchNotes = ({ plan, wording }: AssessmentModelInput): string[] =>
  plan.annex1.rows
    .flatMap(({ measures }) => measures)
    .flatMap((measure) => {
      const held = stretchTarget(plan, measure);
      if (held === null || held.document === null) return [];
      const [before] = held.displaced;
      const values = { name: measure.name, printed: held.printed, document: held.place };
      return before === undefined
        ? [fill(wording.notes['stretch'] ?? '', values)]
        : [fill(wording.notes['stretchChanged'] ?? '', { ...values, before: before.printed, beforePlace: before.place })];
    });

/** The years that the annex prints, and the assessed one where the annex has none of it. */
const tableYears = ({ plan, year }: AssessmentModelInput): number[] =>
  [...new Set([...plan.annex1.years, year])].toSorted((one, other) => one - other);

/** 2024年目标, broken where a narrow column has to break it anyway. */
const targetTitle = (columns: readonly string[], year: number): string =>
  (columns.find((title) => title.includes(String(year))) ?? `${year}年目标`).replace('年目标', '年\n目标');

function totalRow(input: AssessmentModelInput, part: ScorePart): TableRow {
  const { wording } = input;
  const { points, max } = part;
  const assessed = assessedMax(part);
  const blanks = tableYears(input).map(() => textCell(''));
  return {
    kind: 'data',
    id: 'total',
    cells: [
      textCell(''),
      textCell(wording.annex1.totalRow ?? ''),
      textCell(`满分 ${max}${assessed === max ? '' : `，计分 ${assessed}`}`),
      ...blanks,
      textCell(''),
      textCell(''),
      numberCell(points),
      textCell(''),
    ],
  };
}

/** Full marks of the rows that were judged; of the others (目标待定, 不涉及) nothing is counted, neither points nor full marks. */
const assessedMax = ({ max, rows }: ScorePart): string =>
  rows
    .filter(({ points }) => points === null)
    .reduce((sum, row) => sum.minus(row.max), exact(max))
    .toFixed(max.split('.')[1]?.length ?? 0);

function unassessedNotes({ wording }: AssessmentModelInput, part: ScorePart): string[] {
  const count = part.rows.filter(({ points }) => points === null).length;
  return count === 0 ? [] : [fill(wording.notes['unassessed'] ?? '', { count, assessed: assessedMax(part) })];
}

/** Targets that nobody has printed and that the opening of the year chose: each with how it came about. */
function chosenNotes({ plan, year, targets, wording }: AssessmentModelInput): string[] {
  const names = new Map(plan.annex1.rows.flatMap(({ measures }) => measures).map(({ id, name }) => [id, name]));
  const told = plan.chosen.flatMap(({ measure, source, target, fromYears }) => {
    const name = names.get(measure);
    if (name === undefined || (target !== null && targets.get(measure)?.printed !== targetText(target))) return [];
    return [`${name}${chosenTargetText(source, target === null ? null : targetText(target), fromYears)}`];
  });
  return told.length === 0 ? [] : [fill(wording.notes['chosen'] ?? '', { year, told: told.join('；') })];
}

/** The annex numbers its notes “备注：1．… 2．…”; ours go on counting. */
const renumber = (note: string, index: number): string => (/^(备注：)?\d+．/.test(note) ? note : `${index + 1}．${note}`);
