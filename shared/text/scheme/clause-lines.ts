import { clauseText, measureCell } from './clause-words.ts';

interface Rule {
  readonly group: string | null;
  readonly lines: readonly { readonly depth: number; readonly text: string }[];
  readonly measures: readonly { readonly name: string; readonly unit: string }[];
  readonly full: string | null;
}

interface View {
  readonly title: string;
  readonly from: string | null;
  readonly subjects: string;
  readonly source: readonly string[];
  readonly basics: readonly string[];
  readonly clauses: readonly { readonly id: string; readonly text: string; readonly rules: readonly Rule[] }[];
  readonly composition: readonly Rule[];
  readonly withoutClause: readonly Rule[];
  readonly notes: readonly string[];
  readonly known: readonly string[];
  readonly assumed: readonly string[];
}

/** A scheme line by line in words, as a clerk reads it: to hold two versions against each other. */
export const schemeLines = (view: View): string[] => [
  view.title,
  ...(view.from === null ? [] : [`自${view.from}起`]),
  view.subjects,
  ...view.basics,
  ...view.clauses.flatMap(({ id, text, rules }) => [`${id}　${text}`, ...rules.flatMap(ruleLines)]),
  ...view.composition.flatMap(ruleLines),
  ...view.withoutClause.flatMap(ruleLines),
  ...view.notes,
  ...view.known,
  ...view.assumed,
  ...view.source,
];

function ruleLines({ group, lines, measures, full }: Rule): string[] {
  const facts = [...(measures.length === 0 ? [] : [measures.map(measureCell).join('、')]), ...(full === null ? [] : [full])];
  return lines.map(({ depth, text }, index) =>
    index === 0
      ? `${INDENT}${group === null ? '' : clauseText.for(group)}${text}${facts.length === 0 ? '' : `（${facts.join('；')}）`}`
      : `${INDENT.repeat(depth + 2)}${text}`,
  );
}

const INDENT = '　';
