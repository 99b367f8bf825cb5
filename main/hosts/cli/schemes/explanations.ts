import colors from 'picocolors';
import type { SchemeExplanation, TriedRow } from '../../../../shared/contract/schemes.ts';
import { schemeCommandText } from '../../../../shared/text/scheme/command-words.ts';
import { schemeExplainText, schemeLackText, schemeNoticeText } from '../../../../shared/text/scheme-text.ts';

/** How every row came about, as trees down to the cells. */
export const explanationsText = (rows: readonly TriedRow[]): string => rows.map(rowText).join('\n\n');

function rowText(row: TriedRow): string {
  const results = [
    ...(row.points === null ? [] : [schemeCommandText.points(row.points)]),
    ...(row.money === null ? [] : [schemeCommandText.money(row.money)]),
    ...(row.grade === null ? [] : [row.grade]),
    ...(row.place === null ? [] : [schemeCommandText.place(String(row.place))]),
  ];
  const title = schemeCommandText.rowTitle(row.line, row.subject, row.period);
  const lacks = [...new Set(row.lacks.map(({ code, params }) => schemeLackText(code, params)))];
  return [
    `${colors.bold(title)}　${results.length > 0 ? results.join('　') : schemeCommandText.noResult(lacks)}`,
    ...(row.explanation === null ? [] : treeLines(row.explanation, 1)),
    ...(row.gradeExplanation === null ? [] : treeLines(row.gradeExplanation, 1)),
    ...row.notices.flatMap(({ code, params, explanation }) => [
      `  ${colors.yellow(schemeNoticeText(code, params))}`,
      ...treeLines(explanation, 2),
    ]),
  ].join('\n');
}

/** One line a node; `sourceText` says where its figures stand. */
export function treeLines(node: SchemeExplanation, depth: number, sourceText = cellText): string[] {
  const clauses = node.clause.map((clause) => schemeCommandText.clause(clause)).join('');
  const cells = sourceText(node.sources);
  const line = `${'  '.repeat(depth)}${schemeExplainText(node.code, node.params)}${clauses}${cells === '' ? '' : colors.dim(`　← ${cells}`)}`;
  return [line, ...node.children.flatMap((child) => treeLines(child, depth + 1, sourceText))];
}

const cellText = (sources: SchemeExplanation['sources']): string => sources.map(({ cell, raw }) => `${cell}“${raw}”`).join(' ');
