import colors from 'picocolors';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { ScoreFigure, ScoreRow, SourceRef } from '../../../../shared/domain/assessment/types.ts';
import { rowStateText, ruleText, targetText } from '../../../../shared/text/score-text.ts';
import { schemeText } from '../../../../shared/text/report-text.ts';
import { typedMarkText } from '../../../../shared/text/typed-text.ts';
import { correctionText } from '../../../../shared/text/version-text.ts';
import { yearCommandText } from '../../../../shared/text/year-command-text.ts';
import { heading } from '../terminal/table.ts';
import { gradeOf } from './score.ts';
import { signedScoreLines } from './signed.ts';

const SHOWN_SOURCES = 4;

/** explain: row by row, target, value, rule, points, and the cell each value came from. */
export function explainText({ year, schemeTitle, demonstration, sample, score, signed }: MethodOutput<'assessment.explain'>): string {
  return [
    `${colors.bold(score.name)}　${year} 年度得分 ${colors.bold(score.total)}　${gradeOf(score)}${sample ? colors.yellow('〔示例数据〕') : ''}`,
    `  ${schemeText(schemeTitle, demonstration)}；折算前合计 ${score.exactTotal}${score.reported ? '' : colors.yellow('；未报送填报表')}`,
    ...signedScoreLines(signed, { total: score.total, grade: gradeOf(score) }),
    ...score.parts.flatMap((part) => [heading(`${part.title}　${part.points} / ${part.max}`), ...part.rows.flatMap(rowLines)]),
    ...(score.penalties.length === 0 ? [] : [heading('扣分')]),
    ...score.penalties.flatMap((penalty) => [
      `  ${penalty.points} 分　${ruleText(penalty.rule.code, penalty.rule.params)}`,
      ...sourceLines(penalty.sources),
    ]),
  ].join('\n');
}

function rowLines(row: ScoreRow): string[] {
  const points = row.points === null ? '不计分' : `${row.points} / ${row.max}`;
  return [
    `  ${colors.bold(row.rowId)} ${row.title.replaceAll('\n', '')}　${colors.bold(points)}　${stateColour(row.state)(rowStateText(row))}`,
    ...row.figures.flatMap(figureLines),
  ];
}

function figureLines(figure: ScoreFigure): string[] {
  const target = figure.target === null ? '' : `目标 ${targetText(figure.target, figure.unit)}${displacedText(figure)}　`;
  const value = figure.judgedValue === null ? '' : `完成 ${figure.judgedValue}${figure.unit}${exactText(figure)}　`;
  return [`      ${figure.name}：${target}${value}${ruleText(figure.rule.code, figure.rule.params)}`, ...sourceLines(figure.sources)];
}

const displacedText = (figure: ScoreFigure): string =>
  figure.targetDisplaced === null ? '' : colors.yellow(`（原文为 ${figure.targetDisplaced}，按目标冲突规则采用 ${figure.targetFrom}）`);

const exactText = (figure: ScoreFigure): string =>
  figure.exactValue === null || figure.exactValue === figure.judgedValue || !/^-?\d/.test(figure.exactValue)
    ? ''
    : colors.dim(`（未修约 ${figure.exactValue.slice(0, 14)}${figure.exactValue.length > 14 ? '…' : ''}）`);

function sourceLines(sources: readonly SourceRef[]): string[] {
  const lines = sources.slice(0, SHOWN_SOURCES).map((source) => colors.dim(`        ← ${sourceText(source)}`));
  return sources.length > SHOWN_SOURCES ? [...lines, colors.dim(`        … 共 ${sources.length} 个单元格，--json 查看全部`)] : lines;
}

function stateColour(state: ScoreRow['state']): (text: string) => string {
  if (state === 'met' || state === 'noOccurrence') return colors.green;
  return state === 'unmet' ? colors.red : colors.yellow;
}

/** A cell of a return, or the document by which a figure was settled elsewhere. */
const sourceText = ({ file, sheet, cell, raw, sha256, correction, typed }: SourceRef): string =>
  sha256 === ''
    ? `${yearCommandText.figureReason}：${file}　“${raw}”`
    : `${file}　${sheet}!${cell}　“${raw}”${typed === undefined ? '' : `　${typedMarkText(typed)}`}${correction === undefined ? '' : `　更正为“${correction.typed}” ${correctionText(correction)}`}　SHA-256 ${sha256.slice(0, 12)}…`;
