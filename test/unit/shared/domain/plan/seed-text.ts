import type { FullPlan } from '../../../../support/plan.ts';

/**
 * The issued document as text, read without the help of the plan's data: the tables by their tab-indented cell lines. Only white space
 * at line ends and empty lines are let go; an empty line inside a cell is a paragraph end and stays as one line break.
 */
export interface SeedTables {
  readonly annex1: readonly (readonly string[])[];
  readonly annex2: readonly (readonly string[])[];
  readonly annex3: readonly (readonly string[])[];
}

export function seedTables(text: string): SeedTables {
  const lines = text.split('\n').map(trimSpaces);
  const [first, second, third] = ['附件1', '附件2', '附件3'].map((label) => lines.indexOf(label));
  if (first === undefined || second === undefined || third === undefined) throw new Error('an annex is missing');
  return { annex1: table(lines.slice(first, second)), annex2: table(lines.slice(second, third)), annex3: table(lines.slice(third)) };
}

/** Every line of the document with its characters, tables included, in order; empty lines and empty cells are left out. */
export const seedLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The same lines, put together again from the plan's data. */
export function planLines(plan: FullPlan): string[] {
  const { document } = plan;
  const blocks = [
    document.noticeTitle,
    `（${document.number}）`,
    document.recipients,
    document.noticeBody,
    document.issuer,
    document.datePrinted,
    document.publicity,
    document.title,
    document.preamble,
    ...document.chapters.flatMap((chapter) => [
      `${chapter.number}、${chapter.title}`,
      ...chapter.paragraphs,
      ...plan.articles.filter((article) => article.chapter === chapter.number).map((article) => article.text),
    ]),
    ...document.attachmentsPrinted,
    plan.annex1.label,
    plan.annex1.title,
    ...planTables(plan).annex1.flat(),
    ...plan.annex1.notes,
    plan.annex2.label,
    plan.annex2.title,
    plan.annex2.subtitle,
    ...planTables(plan).annex2.flat(),
    plan.annex3.label,
    plan.annex3.title,
    ...planTables(plan).annex3.flat(),
    document.copyTo,
    ...document.page.printed,
  ];
  return blocks.flatMap((block) => block.split('\n')).filter((line) => line !== '');
}

/** The three tables as printed: header, section rows of one cell, rows; 序号 blank in annexes 1 and 3, a category only in its first row. */
export function planTables(plan: FullPlan): SeedTables {
  const { annex1, annex2, annex3 } = plan;
  const targets = (row: FullPlan['annex1']['rows'][number]): string[] => annex1.years.map((year) => row.printedTargets[String(year)] ?? '');
  return {
    annex1: [
      annex1.columns,
      ...annex1.rows.map((row, index) => [
        '',
        row.category === annex1.rows[index - 1]?.category ? '' : row.category,
        `${row.cumulative ? '＊' : ''}${row.name}`,
        ...targets(row),
        row.leadUnitsPrinted,
      ]),
    ],
    annex2: [
      annex2.columns,
      ...annex2.groups.flatMap((group) => [
        [group.title],
        ...annex2.tasks.filter((task) => task.group === group.id).map((task) => [String(task.number), task.text, task.leadUnitsPrinted]),
      ]),
    ],
    annex3: [
      annex3.columns,
      ...annex3.sections.flatMap((section) => [
        [section.title],
        ...annex3.items
          .filter((item) => item.section === section.number)
          .map((item) => ['', item.text, item.leadUnitsPrinted, item.responsiblePrinted]),
      ]),
    ],
  };
}

/** A cell line begins with a tab; an empty line before it begins a new row; a line without tab continues the cell; two empty lines end the table. */
function table(lines: readonly string[]): string[][] {
  const rows: string[][] = [];
  let empty = 1;
  for (const line of lines.slice(lines.findIndex((candidate) => candidate.startsWith('\t')))) {
    if (line === '') {
      empty += 1;
      if (empty === 2) break;
      continue;
    }
    if (line.startsWith('\t') && empty > 0) rows.push([]);
    const row = rows.at(-1) ?? [];
    if (line.startsWith('\t')) row.push(line.slice(1));
    else row.push(`${row.pop() ?? ''}\n${line}`);
    empty = 0;
  }
  return rows;
}

const trimSpaces = (line: string): string => line.replace(/^ +| +$/gu, '');
