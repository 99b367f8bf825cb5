import type { BodyTarget, Indicator, Item, Measure, Plan, Target, Task } from './schema.ts';
import { type ParsedTarget, parseTarget, targetText } from './target.ts';
import { airUnits } from './unit-schema.ts';
import { ambiguousNames, unitsOfList } from './unit-names.ts';

/** One fault of the plan's data: file, place in it, what is wrong. */
export interface PlanProblem {
  readonly file: string;
  readonly path: string;
  readonly message: string;
}

/** What a schema cannot see: references between the parts, and agreement of what is printed with what is parsed. */
export function checkPlan(plan: Plan): PlanProblem[] {
  const ofUnknownKind = unknownKinds(plan);
  // Names are recognised by the kinds of their units: without these nothing else can be checked.
  if (ofUnknownKind.length > 0) return ofUnknownKind;
  return [
    ...checkUnits(plan),
    ...duplicates(plan),
    ...sharedIds(plan),
    ...plan.articles.flatMap((article, index) => checkArticle(plan, index, article)),
    ...plan.annex1.rows.flatMap((row, index) => checkIndicator(plan, row, index)),
    ...(plan.annex2?.tasks ?? []).flatMap((task, index) => checkTask(plan, task, index)),
    ...(plan.annex3?.items ?? []).flatMap((item, index) => checkItem(plan, item, index)),
    ...plan.bodyTargets.flatMap((target, index) => checkBodyTarget(plan, target, index)),
    ...checkReporting(plan),
  ];
}

const problem = (file: string, path: string, message: string): PlanProblem => ({ file: `${file}.yml`, path, message });

function unknownKinds(plan: Plan): PlanProblem[] {
  const kinds = new Set(plan.unitKinds.map((kind) => kind.id));
  return plan.units
    .filter((unit) => !kinds.has(unit.kind))
    .map((unit) => problem('units', '', `“${unit.name}”的类别 ${unit.kind} 没有定义`));
}

function checkUnits(plan: Plan): PlanProblem[] {
  const reversed = plan.units.filter((unit) => unit.from !== undefined && unit.until !== undefined && unit.from > unit.until);
  return [
    ...ambiguousNames(plan).map(({ name, unitIds }) => problem('units', '', `“${name}”同时指 ${unitIds.join('、')}`)),
    ...reversed.map((unit) => problem('units', '', `“${unit.name}”的起止日期颠倒`)),
  ];
}

function duplicates(plan: Plan): PlanProblem[] {
  const tasks = plan.annex2?.tasks ?? [];
  const items = plan.annex3?.items ?? [];
  const lists: [file: string, list: string, ids: readonly string[]][] = [
    ['units', '', plan.units.map((unit) => unit.id)],
    ['articles', '', plan.articles.map((article) => `第${article.number}条`)],
    ['annex1', 'rows', [...plan.annex1.rows.map((row) => row.id), ...measureIds(plan.annex1.rows, true)]],
    ['annex2', 'tasks', [...tasks.map((task) => task.id), ...measureIds(tasks, false)]],
    ['annex3', 'items', [...items.map((item) => item.id), ...measureIds(items, false)]],
    ['body-targets', '', plan.bodyTargets.map((target) => target.id)],
    ['reporting', 'townItems', plan.reporting.townItems.map((entry) => entry.item)],
  ];
  return lists.flatMap(([file, list, ids]) =>
    [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => problem(file, list, `编号 ${id} 重复`)),
  );
}

/** Ids are free, but answers, targets and statements know a row or figure by its id alone: no two lists may use the same one. */
function sharedIds(plan: Plan): PlanProblem[] {
  const idsOf = (rows: readonly Row[]): string[] => rows.flatMap((row) => [row.id, ...row.measures.map((measure) => measure.id)]);
  const lists: [file: string, list: string, ids: readonly string[]][] = [
    ['annex1', 'rows', idsOf(plan.annex1.rows)],
    ['annex2', 'tasks', idsOf(plan.annex2?.tasks ?? [])],
    ['annex3', 'items', idsOf(plan.annex3?.items ?? [])],
    ['body-targets', '', plan.bodyTargets.map((target) => target.id)],
  ];
  return lists.flatMap(([file, list, ids], index) => {
    const earlier = lists.slice(0, index).flatMap(([other, , known]) => known.map((id) => [id, other] as const));
    const owners = new Map(earlier);
    return [...new Set(ids)].flatMap((id) => {
      const owner = owners.get(id);
      return owner === undefined ? [] : [problem(file, list, `编号 ${id} 在 ${owner}.yml 里已经用过`)];
    });
  });
}

/** The only measure of an annex 1 row bears the row's own id. */
const measureIds = (rows: readonly { id: string; measures: readonly Measure[] }[], mayShare: boolean): string[] =>
  rows.flatMap((row) => row.measures.map((measure) => measure.id).filter((id, index) => !(mayShare && index === 0 && id === row.id)));

/** 区级有关部门, 县级有关部门: names no unit. */
const NOBODY_NAMED = /^(?:[区县市旗]级|各)?有关部门/u;

function checkArticle(plan: Plan, index: number, article: Plan['articles'][number]): PlanProblem[] {
  const path = `[${index}]`;
  const printed = NOBODY_NAMED.test(article.unitsPrinted) ? { units: [], unknown: [] } : unitsOfList(plan, article.unitsPrinted);
  return [
    ...(article.text.endsWith(`（${article.unitsPrinted}）`)
      ? []
      : [problem('articles', `${path}.unitsPrinted`, '与条文末尾括号里的文字不同')]),
    ...(article.text.includes(article.heading) ? [] : [problem('articles', `${path}.heading`, '条文里没有这个标题')]),
    ...checkList('articles', `${path}.units`, article.units, printed),
    ...(plan.document.chapters.some((chapter) => chapter.number === article.chapter)
      ? []
      : [problem('articles', `${path}.chapter`, `没有第“${article.chapter}”部分`)]),
  ];
}

function checkIndicator(plan: Plan, row: Indicator, index: number): PlanProblem[] {
  const path = `rows[${index}]`;
  const cells = Object.entries(row.printedTargets).flatMap(([year, printed]) => {
    // 奋斗目标 stands in the same cell behind the target, ≤36（力争≤34）, or in a column of its own.
    const targets = row.measures.map((measure) => measure.targets[year]);
    const withStretch = row.measures.flatMap((measure) => [measure.targets[year], ...stretchOf(measure, year)]);
    return agreesWithCell(printed, withStretch) || agreesWithCell(printed, targets)
      ? []
      : [problem('annex1', `${path}.printedTargets.${year}`, `“${printed}”与指标量的目标不一致`)];
  });
  const years = plan.annex1.years.map(String);
  const strayYears = Object.keys(row.printedTargets).filter((year) => !years.includes(year));
  return [
    ...checkLeads('annex1', path, plan, row),
    ...checkMeasures('annex1', path, plan, row),
    ...cells,
    ...years
      .filter((year) => row.printedTargets[year] === undefined)
      .map((year) => problem('annex1', `${path}.printedTargets`, `缺 ${year} 年目标`)),
    ...strayYears.map((year) => problem('annex1', `${path}.printedTargets.${year}`, `${plan.annex1.label} 没有这个年度`)),
  ];
}

function checkTask(plan: Plan, task: Task, index: number): PlanProblem[] {
  const path = `tasks[${index}]`;
  return [
    ...(plan.annex2?.groups.some((group) => group.id === task.group) ? [] : [problem('annex2', `${path}.group`, `没有“${task.group}”组`)]),
    ...checkLeads('annex2', path, plan, task),
    ...checkMeasures('annex2', path, plan, task),
    ...checkPrints('annex2', path, task),
    ...checkSubject('annex2', `${path}.subject`, plan, task.subject),
  ];
}

function checkItem(plan: Plan, item: Item, index: number): PlanProblem[] {
  const path = `items[${index}]`;
  const type = item.measures.length > 0 ? 'numeric' : item.deadline === undefined ? 'qualitative' : 'dated';
  const deadlineStands = item.deadline === undefined || item.text.includes(item.deadline.printed);
  return [
    ...(plan.annex3?.sections.some((section) => section.number === item.section)
      ? []
      : [problem('annex3', `${path}.section`, `没有第 ${item.section} 部分`)]),
    ...(item.type === type ? [] : [problem('annex3', `${path}.type`, `按内容应为 ${type}`)]),
    ...(deadlineStands ? [] : [problem('annex3', `${path}.deadline.printed`, '任务内容里没有这段文字')]),
    ...checkLeads('annex3', path, plan, item),
    ...checkMeasures('annex3', path, plan, item),
    ...checkPrints('annex3', path, item),
    ...checkSubject('annex3', `${path}.subject`, plan, item.subject),
  ];
}

function checkBodyTarget(plan: Plan, target: BodyTarget, index: number): PlanProblem[] {
  const path = `[${index}]`;
  const source =
    target.article === 0
      ? plan.document.chapters[0]?.paragraphs.join('\n')
      : plan.articles.find((article) => article.number === target.article)?.text;
  const subjects = [target.subject, ...(target.furtherSubjects ?? [])];
  return [
    ...(source?.includes(target.quote) === true ? [] : [problem('body-targets', `${path}.quote`, '所在条文里没有这段文字')]),
    ...((target.value === null) === (target.unit === null)
      ? []
      : [problem('body-targets', `${path}.unit`, '数值和单位要么都有，要么都没有')]),
    ...(target.value !== null || target.qualitative !== null
      ? []
      : [problem('body-targets', `${path}.value`, '既没有数值，也没有文字要求')]),
    ...(target.value === null || target.quote.includes(target.value) ? [] : [problem('body-targets', `${path}.value`, '原文里没有这个数')]),
    ...unknownUnits('body-targets', `${path}.leadUnits`, plan, target.leadUnits),
    ...subjects.flatMap((subject) => checkSubject('body-targets', `${path}.subject`, plan, subject)),
  ];
}

function checkReporting(plan: Plan): PlanProblem[] {
  const items = new Set((plan.annex3?.items ?? []).map((item) => item.id));
  const towns = airUnits(plan).map((unit) => unit.id);
  const { townItems, townAir } = plan.reporting;
  const strangers = townAir === 'all' ? [] : townAir.filter((id) => !towns.includes(id));
  return [
    ...townItems.flatMap((entry, index) =>
      items.has(entry.item)
        ? []
        : [problem('reporting', `townItems[${index}].item`, `${plan.annex3?.label ?? '年度事项清单'} 没有 ${entry.item}`)],
    ),
    ...strangers.map((id) => problem('reporting', 'townAir', `${id} 不是监测空气的单位`)),
  ];
}

interface Row {
  readonly id: string;
  readonly leadUnitsPrinted: string;
  readonly leadUnits: readonly string[];
  readonly measures: readonly Measure[];
}

const checkLeads = (file: string, path: string, plan: Plan, row: Row): PlanProblem[] =>
  checkList(file, `${path}.leadUnits`, row.leadUnits, unitsOfList(plan, row.leadUnitsPrinted));

function checkList(file: string, path: string, ids: readonly string[], printed: ReturnType<typeof unitsOfList>): PlanProblem[] {
  const unknown = printed.unknown.map((name) => problem(file, path, `印出的“${name}”不是已知单位`));
  return [
    ...unknown,
    ...agreement(
      file,
      path,
      ids,
      printed.units.map((unit) => unit.id),
    ),
  ];
}

const agreement = (file: string, path: string, ids: readonly string[], printedIds: readonly string[]): PlanProblem[] =>
  ids.join() === printedIds.join() ? [] : [problem(file, path, `与印出的单位不一致：应为 ${printedIds.join('、') || '空'}`)];

function unknownUnits(file: string, path: string, plan: Plan, ids: readonly string[]): PlanProblem[] {
  const known = new Set(plan.units.map((unit) => unit.id));
  return ids.filter((id) => !known.has(id)).map((id) => problem(file, path, `没有单位 ${id}`));
}

function checkSubject(file: string, path: string, plan: Plan, subject: string | undefined): PlanProblem[] {
  return subject === undefined || Object.hasOwn(plan.subjects, subject) ? [] : [problem(file, path, `subjects.yml 里没有主题 ${subject}`)];
}

function checkMeasures(file: string, path: string, plan: Plan, row: Row): PlanProblem[] {
  return row.measures.flatMap((measure, index) => {
    const place = `${path}.measures[${index}]`;
    const hasParts = measure.numerator !== undefined && measure.denominator !== undefined;
    const hasAny = measure.numerator !== undefined || measure.denominator !== undefined;
    const partsFit = measure.kind === 'rate' ? hasParts : !hasAny;
    return [
      ...(partsFit ? [] : [problem(file, place, measure.kind === 'rate' ? '比率要有分子和分母' : '不是比率，不应有分子、分母')]),
      ...(Object.keys(measure.targets).length > 0 ? [] : [problem(file, `${place}.targets`, '没有目标')]),
      ...checkSubject(file, `${place}.subject`, plan, measure.subject),
    ];
  });
}

/** In annexes 2 and 3 the target stands within the running text. */
function checkPrints(file: string, path: string, row: Task | Item): PlanProblem[] {
  return row.measures.flatMap((measure, index) =>
    Object.entries(measure.targets).flatMap(([year, target]) => {
      const place = `${path}.measures[${index}].targets.${year}`;
      const stands = row.text.includes(target.printed) ? [] : [problem(file, `${place}.printed`, `原文里没有“${target.printed}”`)];
      if (target.kind !== 'number') return stands;
      const [parsed, ...more] = parseTarget(target.printed, target.operator);
      const agrees = parsed !== undefined && more.length === 0 && equalTargets(parsed, target);
      return agrees ? stands : [...stands, problem(file, place, `“${target.printed}”与 ${targetText(target)} 不一致`)];
    }),
  );
}

const stretchOf = ({ stretch }: Measure, year: string): Target[] => {
  const target = stretch?.[year];
  return target === undefined ? [] : [target];
};

/** A cell of annex 1 gives one target for each measure of its row, in printed order; words and blanks are one target for all of them. */
function agreesWithCell(printed: string, targets: readonly (Target | undefined)[]): boolean {
  const present = targets.filter((target) => target !== undefined);
  if (present.every((target) => target.kind === 'pending')) return present.length === 0 ? printed.trim() === '' : true;
  if (present.some((target) => target.kind !== 'number')) return present.every((target) => printed.includes(target.printed));
  const [first] = present;
  const parsed = parseTarget(printed, first?.kind === 'number' ? first.operator : 'ge');
  return (
    parsed.length === targets.length &&
    parsed.every((entry, index) => {
      const target = targets[index];
      return target !== undefined && equalTargets(entry, target) && printed.includes(target.printed);
    })
  );
}

const equalTargets = (parsed: ParsedTarget, target: Target): boolean =>
  target.kind === 'number' && parsed.operator === target.operator && parsed.value === target.value;
