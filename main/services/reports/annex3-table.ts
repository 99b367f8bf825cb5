import { Failure } from '../../../shared/domain/failure.ts';
import type { ScoreFigure, ScorePart, ScoreRow } from '../../../shared/domain/assessment/types.ts';
import type { OfficialTable, TableColumn, TableRow } from '../../../shared/domain/documents/official-table.ts';
import { yearListSubject } from '../../../shared/text/plan-words.ts';
import { dateText, decimalsText } from '../../../shared/text/report-text.ts';
import { rowStateText, ruleText, stateText, statusText, targetText } from '../../../shared/text/score-text.ts';
import { type AssessmentModelInput, numberCell, partOf, planPage, scoreRowOf, scoringNotes, textCell } from './model-input.ts';
import { fill, widthOf } from './wording.ts';

/** 附件3 年度事项完成情况: sections and items as printed, with 完成情况 and 得分. Exists for years that have a list. */
export function annex3Table(input: AssessmentModelInput): OfficialTable {
  const { plan, year, wording } = input;
  const list = plan.annex3;
  if (list === null) throw new Failure('YEAR_NO_ANNEX', { year });
  const part = partOf(input, 'tasks');
  const title = fill(wording.annex3.title, { year, subject: yearListSubject(list.title, year) });
  let number = 0;
  const rows = list.sections.flatMap((section): TableRow[] => [
    { kind: 'section', id: `section-${section.number}`, text: section.title },
    ...list.items
      .filter((item) => item.section === section.number)
      .map((item): TableRow => {
        const score = scoreRowOf(part, item.id);
        number += 1;
        return {
          kind: 'data',
          id: item.id,
          cells: [
            textCell(item.label ?? String(number)),
            textCell(item.text),
            textCell(item.leadUnitsPrinted),
            textCell(item.responsiblePrinted),
            textCell(completionText(score)),
            numberCell(score.points ?? '—'),
          ],
        };
      }),
  ]);
  const total: TableRow = {
    kind: 'data',
    id: 'total',
    cells: [
      textCell(''),
      textCell(`${wording.annex3.totalRow ?? ''}（满分 ${part.max}）`),
      textCell(''),
      textCell(''),
      textCell(''),
      numberCell(part.points),
    ],
  };
  return {
    label: list.label,
    title,
    subtitles: [],
    caption: { left: input.listNumber, right: `考核年度：${year}年` },
    columns: annex3Columns(input, list.columns),
    rows: [...rows, total],
    notes: [...scoringNotes(input, part, new Set(list.items.map((item) => item.id))), weightsNote(input, part)].map(
      (note, index) => `${index === 0 ? '备注：' : ''}${index + 1}．${note}`,
    ),
    page: planPage(plan, wording.annex3.orientation),
    sample: input.sample,
    meta: { subject: title.replaceAll('\n', ''), author: '治气考核', createdAt: input.createdAt },
  };
}

/** Equal points of many items do not divide evenly: says which values occur. */
function weightsNote({ wording }: AssessmentModelInput, part: ScorePart): string {
  const values = [...new Set(part.rows.map((row) => row.max))].toSorted();
  return fill(wording.notes['weights'] ?? '', { values: values.join('或'), max: part.max, decimals: decimalsText(part.max) });
}

function annex3Columns({ wording }: AssessmentModelInput, columns: readonly string[]): TableColumn[] {
  const [number, text, leads, responsible] = columns;
  const own = wording.annex3;
  return [
    { key: 'number', title: number ?? '', widthMm: widthOf(own, 'number'), align: 'center' },
    { key: 'text', title: text ?? '', widthMm: widthOf(own, 'text'), align: 'left' },
    { key: 'leads', title: leads ?? '', widthMm: widthOf(own, 'leads'), align: 'left' },
    { key: 'responsible', title: responsible ?? '', widthMm: widthOf(own, 'responsible'), align: 'left' },
    { key: 'state', title: own.columns['state'] ?? '', widthMm: widthOf(own, 'state'), align: 'left' },
    { key: 'points', title: own.columns['points'] ?? '', widthMm: widthOf(own, 'points'), align: 'right' },
  ];
}

/** 完成情况 of an item in one cell: its figures against their targets, else what its status says. */
function completionText(row: ScoreRow): string {
  if (row.figures.length === 0) return rowStateText(row);
  const texts = row.figures.map((figure) => figureText(figure, row.figures.length > 1));
  if (row.figures.every((figure) => figure.judgedValue === null && figure.rule.params['status'] === undefined)) return rowStateText(row);
  return row.figures.some((figure) => figure.target !== null) ? `${rowStateText(row)}：${texts.join('；')}` : texts.join('；');
}

/** The figure's name is left out where the item has only this one. */
function figureText(figure: ScoreFigure, named: boolean): string {
  const name = named ? figure.name : '';
  const status = figure.rule.params['status'];
  if (status !== undefined) return statusText(status);
  const date = figure.rule.params['date'];
  if (date !== undefined) return `${dateText(date)}完成（时限：${figure.rule.params['target'] ?? ''}）`;
  if (figure.target === null) return ruleText(figure.rule.code, figure.rule.params);
  if (figure.judgedValue === null) return `${name}${stateText(figure.state)}`;
  const displaced = figure.targetDisplaced === null ? '' : `，原文为${figure.targetDisplaced}`;
  return `${name}${figure.judgedValue}${figure.unit}（目标${targetText(figure.target, figure.unit)}${displaced}）`;
}
