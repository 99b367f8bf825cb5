import type { ClauseRuleView, SchemeClausesView } from '../../../shared/contract/scheme-clauses.ts';
import type { CompiledScheme } from '../../../shared/domain/schemes/language/compile-scheme.ts';
import { factsOf, NO_PLAN, type PlanNames, type SchemeFacts } from '../../../shared/domain/schemes/language/facts.ts';
import type { SchemeForm } from '../../../shared/domain/schemes/language/forms.ts';
import { fullOf, listsIn, measuresIn } from '../../../shared/domain/schemes/language/rule-figures.ts';
import { ruleBodies, type RulePlace, rulePlace } from '../../../shared/domain/schemes/language/rule-places.ts';
import { isRecord } from '../../../shared/domain/schemes/base/records.ts';
import { groupText, sameAsText } from '../../../shared/text/scheme/clause-words.ts';
import { schemeText } from '../../../shared/text/report-text.ts';
import {
  listText,
  measureText,
  measureUnit,
  readCondition,
  readEntry,
  readingLines,
  readOutput,
  readRule,
  type RuleReading,
  unitOfScheme,
} from '../../../shared/text/scheme-rule-sentences.ts';

/** What is known of a scheme besides its file. */
export interface SchemeStanding {
  readonly number: number | null;
  readonly demonstration: boolean;
  readonly approved: SchemeClausesView['approved'];
}

/**
 * 条文与规则: the official text of a scheme clause by clause, beside it the rules made from it in words, then what has no counterpart. Page, print and
 * command line all show this.
 */
export function clausesView(
  form: SchemeForm,
  scheme: CompiledScheme,
  standing: SchemeStanding,
  plan: PlanNames = NO_PLAN,
): SchemeClausesView {
  const facts = factsOf(form, plan);
  const { head, clauses } = scheme;
  const say = (place: RulePlace): ClauseRuleView =>
    ruleView({ ...place, group: place.group === null ? null : (plan.kind(place.group) ?? groupText(place.group)) }, form, facts);
  const at = (path: string): readonly ClauseRuleView[] => {
    const place = rulePlace(form, stepsOf(path, form));
    return place === null ? [] : [say(place)];
  };
  const shown = new Set([...clauses.pairs.map(({ path }) => path), ...clauses.withoutClause].map((path) => stepsOf(path, form).join('.')));
  const bodies = ruleBodies(form).filter(({ path }) => !shown.has(path.join('.')));
  const hasText = (head.text ?? []).length > 0;
  return {
    id: head.id ?? '',
    title: schemeText(head.title ?? form.key ?? '', standing.demonstration),
    ...standingView(standing),
    from: head.from ?? (head.year === undefined ? null : String(head.year)),
    subjects: subjectsText(head.subjects, plan),
    textHead: head.textHead ?? null,
    source: ofState(head.source === undefined ? [] : [head.source].flat(), standing),
    basics: basicsOf(form, facts),
    clauses: onceEach(
      (head.text ?? []).map(({ id, text }) => ({
        id,
        text,
        rules: clauses.pairs.filter(({ clause }) => clause === id).flatMap(({ path }) => at(path)),
      })),
    ),
    composition: hasText ? bodies.map(say) : [],
    withoutRule: [...clauses.withoutRule],
    withoutClause: [...clauses.withoutClause.flatMap(at), ...(hasText ? [] : [...bodies.map(say), ...besides(form).map(say)])],
    notes: ofState(head.notes ?? [], standing),
    known: [...(head.known ?? [])],
    assumed: [...(head.assumed ?? [])],
  };
}

function standingView({ number, demonstration, approved }: SchemeStanding): Pick<SchemeClausesView, 'number' | 'state' | 'approved'> {
  return { number, state: approved !== null ? 'approved' : demonstration ? 'demonstration' : 'plain', approved };
}

/** A rule that was made from several clauses is told beside the first of them; the others point to that one. */
function onceEach(clauses: SchemeClausesView['clauses']): SchemeClausesView['clauses'] {
  const told = new Map<string, string>();
  return clauses.map(({ rules, ...clause }) => ({
    ...clause,
    rules: rules.map((rule) => {
      const before = told.get(rule.path);
      told.set(rule.path, before ?? clause.id);
      return before === undefined || before === clause.id ? rule : { ...rule, lines: [{ depth: 0, text: sameAsText(before) }] };
    }),
  }));
}

/** What a file says of being 示范 holds only as long as its state has it. */
const ofState = (sentences: readonly string[], { demonstration }: SchemeStanding): string[] =>
  sentences.filter((sentence) => demonstration || !sentence.includes('示范方案'));

/** A path of the file, from the top of its rules. */
function stepsOf(path: string, form: SchemeForm): readonly (string | number)[] {
  const steps = path === '' ? [] : path.split('.');
  return steps.slice(form.path.length).map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
}

function ruleView(place: RulePlace, form: SchemeForm, facts: SchemeFacts): ClauseRuleView {
  const full = fullOf(place, form);
  return {
    path: place.path.join('.'),
    group: place.group,
    lines: readingLines(readingOf(place, facts)),
    measures: [
      ...listsIn(place.raw).map((list) => ({ name: listText(list), unit: '' })),
      ...measuresIn(place.raw).map((measure) => ({ name: measureText(measure, facts), unit: measureUnit(measure, facts) })),
    ],
    full: full === null ? null : `${full}${unitOfScheme(facts)}`,
  };
}

function readingOf({ kind, key, raw, scope, factor }: RulePlace, facts: SchemeFacts): RuleReading {
  const options = { scope, refer: true, ...(factor ? { unit: '' } : {}) };
  if (kind === 'condition') return { text: readCondition(raw, facts, options), parts: [], noun: false };
  if (kind === 'entry' && isRecord(raw)) return readEntry(key, raw, facts, options);
  const output = kind === 'output' ? readOutput(key, raw, facts, options) : null;
  return output ?? readRule(raw, facts, options);
}

/** Words beside the rule that need no clause: they are told in the head unless a clause names them. */
const BASIC: readonly string[] = ['out', 'per', 'clear', 'gradeFrom', 'ungraded', 'evaluation', 'published'];

function basicsOf({ rules }: SchemeForm, facts: SchemeFacts): string[] {
  const named = isRecord(rules['clauses']) ? rules['clauses'] : {};
  return BASIC.filter((key) => rules[key] !== undefined && named[key] === undefined).flatMap(
    (key) => readOutput(key, rules[key], facts)?.text ?? [],
  );
}

/** Without a text nothing names a clause: everything that decides is told. */
const BESIDES: readonly string[] = ['grades', 'quota', 'veto', 'notices', 'pass', 'yearEnd', 'zeroSum', 'judging'];

const besides = (form: SchemeForm): readonly RulePlace[] =>
  BESIDES.flatMap((key) => (form.rules[key] === undefined ? [] : (rulePlace(form, [key]) ?? [])));

/** Kinds of units are known to people by their names. */
function subjectsText(subjects: CompiledScheme['head']['subjects'], plan: PlanNames): string {
  if (subjects === undefined) return '';
  if (typeof subjects === 'string') return subjects;
  const list = Array.isArray(subjects) ? subjects : [...(subjects.kinds ?? []), ...(subjects.classes ?? []), ...(subjects.units ?? [])];
  return list.map((name) => plan.kind(name) ?? groupText(name)).join('、');
}
