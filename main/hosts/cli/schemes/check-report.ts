import colors from 'picocolors';
import type { CheckedSchemeView, SchemeCheckView, SchemeProblemView } from '../../../../shared/contract/schemes.ts';
import { schemeCommandText } from '../../../../shared/text/scheme/command-words.ts';
import { schemeProblemSentence, schemeYamlSentence } from '../../../../shared/text/scheme-text.ts';

/** schemes check: mistakes with their places, what the rules read, and text and rules side by side. */
export const checkReport = (checked: SchemeCheckView): string =>
  [
    checked.usable ? colors.green(schemeCommandText.usable(checked.file)) : colors.red(schemeCommandText.unusable(checked.file)),
    ...(checked.encoding === 'utf-8' ? [] : [colors.dim(schemeCommandText.encoding(checked.encoding.toUpperCase()))]),
    ...checked.problems.map(problemLine),
    ...(checked.usable && !isStorable(checked) ? [schemeCommandText.unstorable] : []),
    ...checked.schemes.flatMap((scheme) => schemeLines(scheme, checked.schemes.length > 1)),
  ].join('\n');

/** One scheme with a head: what `schemes add` takes. */
const isStorable = ({ schemes }: SchemeCheckView): boolean => schemes.length === 1 && schemes[0]?.storable === true;

/** Its errors alone. */
export const problemLines = (checked: SchemeCheckView): readonly string[] => [
  colors.red(schemeCommandText.unusable(checked.file)),
  ...[...checked.problems, ...checked.schemes.flatMap(({ problems }) => problems)]
    .filter(({ severity }) => severity === 'error')
    .map(problemLine),
];

function schemeLines(scheme: CheckedSchemeView, several: boolean): string[] {
  const name = scheme.title ?? scheme.name ?? '';
  const { pairs, withoutRule, withoutClause } = scheme.clauses;
  return [
    ...(several || name !== '' ? [colors.bold(scheme.usable ? `${name}　${scheme.out}` : name)] : []),
    ...scheme.problems.filter(({ severity }) => severity !== 'note').map(problemLine),
    ...(scheme.columns.length === 0 ? [] : [schemeCommandText.columns(scheme.columns)]),
    ...(scheme.text.length === 0 ? [] : textLines(scheme, pairs)),
    ...(withoutRule.length === 0 ? [] : [schemeCommandText.withoutRule(withoutRule)]),
    ...(withoutClause.length === 0 ? [] : [schemeCommandText.withoutClause(withoutClause)]),
    ...scheme.assumed.map((sentence) => colors.dim(schemeCommandText.assumed(sentence))),
  ];
}

function textLines(scheme: CheckedSchemeView, pairs: CheckedSchemeView['clauses']['pairs']): string[] {
  return [
    scheme.textHead ?? schemeCommandText.text,
    ...scheme.text.map(({ id, text }) => {
      const rules = pairs.filter(({ clause }) => clause === id).map(({ path }) => path);
      return `  ${id}　${text}${rules.length === 0 ? '' : colors.dim(`　→ ${rules.join('、')}`)}`;
    }),
  ];
}

function problemLine({ code, severity, line, column, params }: SchemeProblemView): string {
  const sentence = code === 'YAML' ? schemeYamlSentence(params['code'] ?? '') : schemeProblemSentence(code, params);
  const paint = severity === 'error' ? colors.red : severity === 'warning' ? colors.yellow : colors.dim;
  return `  ${paint(schemeCommandText.severity(severity))} ${schemeCommandText.at(line, column)}：${sentence}`;
}
