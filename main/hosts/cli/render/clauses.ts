import colors from 'picocolors';
import type { ClauseRuleView, SchemeClausesView } from '../../../../shared/contract/scheme-clauses.ts';
import { schemeLifeText } from '../../../../shared/text/scheme/life-words.ts';
import { clauseText as text, measureCell } from '../../../../shared/text/scheme/clause-words.ts';
import { heading } from '../terminal/table.ts';

/** 条文与规则 on a terminal: each clause, under it the rules made from it; then what has no counterpart; last the file, where it was kept. */
export function clausesText(view: SchemeClausesView, source: string | null): string {
  const { sections, none, notes } = text;
  return [
    heading(`${text.title}${view.textHead === null ? '' : `（${view.textHead}）`}`),
    ...(view.basics.length === 0 ? [] : [`  ${colors.dim(`${notes.basics}${view.basics.join('；')}`)}`]),
    ...view.clauses.flatMap(({ id, text: words, rules }) => [
      `  ${colors.bold(id)}　${words}`,
      ...(rules.length === 0 ? [`    ${colors.yellow(text.noRule)}`] : rules.flatMap(ruleLines)),
    ]),
    ...(view.composition.length === 0 ? [] : [heading(sections.composition), ...view.composition.flatMap(ruleLines)]),
    heading(sections.withoutRule),
    `  ${view.clauses.length === 0 ? none.text : view.withoutRule.length === 0 ? none.withoutRule : view.withoutRule.join('、')}`,
    heading(sections.withoutClause),
    ...(view.withoutClause.length === 0 ? [`  ${none.withoutClause}`] : view.withoutClause.flatMap(ruleLines)),
    ...(source === null ? [] : [heading(schemeLifeText.source), colors.dim(source)]),
  ].join('\n');
}

function ruleLines({ group, lines, measures, full }: ClauseRuleView): string[] {
  const facts = [...(measures.length === 0 ? [] : [measures.map(measureCell).join('、')]), ...(full === null ? [] : [full])];
  return lines.map(({ depth, text: line }, index) => {
    const lead = index === 0 ? `→ ${group === null ? '' : text.for(group)}` : '';
    const tail = index === 0 && facts.length > 0 ? colors.dim(`　${facts.join('　')}`) : '';
    return `    ${'  '.repeat(depth + (index === 0 ? 0 : 1))}${lead}${line}${tail}`;
  });
}
