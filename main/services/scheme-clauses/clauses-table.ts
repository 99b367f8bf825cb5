import type { ClauseRuleView, SchemeClausesView } from '../../../shared/contract/scheme-clauses.ts';
import type { OfficialTable, TableCell, TableRow } from '../../../shared/domain/documents/official-table.ts';
import { clauseText as text, measureCell } from '../../../shared/text/scheme/clause-words.ts';

/** 办法 in print: the clauses on the left, beside them the rules in words, then what has no counterpart. */
export function clausesTable(view: SchemeClausesView, createdAt: string): OfficialTable {
  const { columns } = text;
  const facts = [
    ...(view.number === null ? [] : [text.version(view.number)]),
    ...(view.from === null ? [] : [text.from(view.from)]),
    view.approved === null ? text.states[view.state] : text.approved(view.approved.document, view.approved.by),
  ];
  return {
    label: null,
    title: view.title,
    subtitles: view.textHead === null ? [] : [`（${view.textHead}）`],
    caption: { left: facts.join('　'), right: view.subjects === '' ? '' : text.subjects(view.subjects) },
    columns: [
      { key: 'clause', title: columns.clause, widthMm: 15, align: 'center', merge: true },
      { key: 'text', title: columns.text, widthMm: 62, align: 'left', merge: true },
      { key: 'rule', title: columns.rule, widthMm: 92, align: 'left' },
      { key: 'measures', title: columns.measures, widthMm: 37, align: 'left' },
      { key: 'full', title: columns.full, widthMm: 19, align: 'center' },
    ],
    rows: rowsOf(view),
    notes: notesOf(view).map((note, index) => `${index === 0 ? '备注：' : ''}${index + 1}．${note}`),
    page: { orientation: 'landscape', ...PAGE },
    sample: false,
    ...(view.state === 'demonstration' ? { mark: text.mark } : {}),
    meta: { subject: view.title, author: '治气考核', createdAt },
  };
}

/** 国标 (GB/T 9704-2012, in word-processor coordinates): a scheme belongs to no plan whose page it would have to follow. */
const PAGE = { marginsMm: { top: 34.6, bottom: 32.6, left: 28, right: 26 }, titlePitchPt: 27, bodyPitchPt: 30 } as const;

/** Subscripts are in few of the fonts that documents are set in. */
const cell = (value: string): TableCell => ({ text: value.replaceAll('₂', '2').replaceAll('₃', '3') });

function rowsOf(view: SchemeClausesView): TableRow[] {
  const { sections } = text;
  const clauses = view.clauses.flatMap(clauseRows);
  return [
    ...(clauses.length === 0 ? [] : [section('clauses', sections.clauses), ...clauses]),
    ...listed('composition', text.composed, view.composition),
    ...listed('withoutClause', text.noClause, view.withoutClause),
  ];
}

/** A clause beside its rules; a long one goes on beside the next rule, so that no row is higher than a page and no merged cell is told again. */
function clauseRows({ id, text: words, rules }: SchemeClausesView['clauses'][number], index: number): TableRow[] {
  const parts = words.length > LONG_CLAUSE ? passages(words) : rules.map(() => words);
  return Array.from({ length: Math.max(1, parts.length, rules.length) }, (_, place): TableRow => {
    const [rule, row, said] = [rules[place], `clause-${index}-${place}`, parts[place] ?? (rules.length === 0 ? words : '')];
    if (rule !== undefined) return dataRow(row, id, said, rule);
    const none = rules.length === 0 && place === 0 ? [text.noRule, '—', '—'] : ['', '', ''];
    return { kind: 'data', id: row, cells: [id, said, ...none].map(cell) };
  });
}

const LONG_CLAUSE = 300;
const PASSAGE = 150;

/** Divided behind sentences. */
function passages(words: string): string[] {
  const found: string[] = [];
  for (const sentence of words.split(/(?<=[。；])/u)) {
    const last = found.at(-1);
    if (last === undefined || last.length + sentence.length > PASSAGE) found.push(sentence);
    else found[found.length - 1] = last + sentence;
  }
  return found;
}

const section = (id: string, title: string): TableRow => ({ kind: 'section', id: `section-${id}`, text: title });

function listed(id: 'composition' | 'withoutClause', clause: string, rules: readonly ClauseRuleView[]): TableRow[] {
  if (rules.length === 0) return [];
  return [
    section(id, text.sections[id]),
    ...rules.map((rule, index) => dataRow(`${id}-${index}`, clause, rule.group ?? text.everybody, { ...rule, group: null })),
  ];
}

function dataRow(id: string, clause: string, words: string, { group, lines, measures, full }: ClauseRuleView): TableRow {
  const said = lines.map(({ depth, text: line }) => `${'　'.repeat(depth)}${line}`).join('\n');
  return {
    kind: 'data',
    id,
    cells: [
      cell(clause),
      cell(words),
      cell(group === null ? said : `${text.for(group)}${said}`),
      cell(measures.length === 0 ? '—' : measures.map(measureCell).join('\n')),
      cell(full ?? '—'),
    ],
  };
}

function notesOf(view: SchemeClausesView): string[] {
  const told = (head: string, list: readonly string[]): string[] => (list.length === 0 ? [] : [`${head}${list.join('；')}。`]);
  return [
    unmatched(view),
    ...told(text.notes.basics, view.basics),
    ...told(text.source(''), view.source),
    ...told(text.notes.known, view.known),
    ...told(text.notes.assumed, view.assumed),
    ...view.notes,
    text.planned,
    // 34项 of the year for which it was written is another number in the years after.
    ...(view.from !== null && view.clauses.some(({ text: words }) => /\d+\s*项/u.test(words)) ? [text.counted] : []),
    ...(view.state === 'demonstration' ? [text.sample] : []),
  ];
}

/** Both lists, also where they are empty: that nothing is missing is worth knowing. */
function unmatched({ clauses, withoutRule, withoutClause }: SchemeClausesView): string {
  const { sections, none, nothing } = text;
  const unruled =
    clauses.length === 0 ? none.text : `${sections.withoutRule}：${withoutRule.length === 0 ? nothing : withoutRule.join('、')}`;
  return `${unruled}；${sections.withoutClause}：${withoutClause.length === 0 ? nothing : text.above}。`;
}
