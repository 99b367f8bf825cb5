import type { Period } from '../../../shared/domain/air/period.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { DISTRICT } from '../../../shared/domain/monitoring/types.ts';
import { isDistrictName, matchUnit } from '../../../shared/domain/plan/unit-names.ts';
import { type Unit, unitKindOf } from '../../../shared/domain/plan/unit-schema.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { SchemeHead } from '../../../shared/domain/schemes/language/head.ts';
import { WORK_CLASSES } from '../../../shared/domain/schemes/work/assessment-data.ts';

/** 对象 of a scheme in a work. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly class: string;
  /** All words for what it is: its 考核分类, its kind, its role. */
  readonly words: readonly string[];
  /** Null for the district. */
  readonly unit: Unit | null;
}

interface Wanted {
  readonly head: SchemeHead;
  /** Classes that the rules of the scheme tell apart (groups). */
  readonly groups: readonly string[];
  /** The rules read measures of the air. */
  readonly air: boolean;
}

/** Who the scheme is for: kinds, classes and units that its head names; without a head that says it the towns, or everybody where it reads no air. */
export function subjectsOf(plan: YearPlan, { head, groups, air }: Wanted): readonly Subject[] {
  const { subjects } = head;
  const district: Subject = { id: DISTRICT, name: plan.district.name, class: '', words: [], unit: null };
  const everybody = [
    district,
    ...plan.units.map((unit): Subject => ({ id: unit.id, name: unit.name, class: '', words: wordsOf(unit, plan), unit })),
  ];
  const chosen = everybody.filter(choiceOf(plan, subjects, air));
  if (chosen.length === 0) throw new Failure('SCHEME_SUBJECTS', { subjects: shown(subjects), known: knownWords(plan).join('、') });
  const several = new Set(chosen.map(({ unit }) => unit?.kind ?? DISTRICT)).size > 1;
  return chosen.map((subject) => ({ ...subject, class: classOf(subject, plan, groups, several) }));
}

/** Units that exist on some day of the period. */
export const existIn = (subjects: readonly Subject[], { from, to }: Period): readonly Subject[] =>
  subjects.filter(({ unit }) => unit === null || ((unit.from ?? '') <= to && (unit.until ?? '9999-12-31') >= from));

type Choice = (subject: Subject) => boolean;

function choiceOf(plan: YearPlan, subjects: SchemeHead['subjects'], air: boolean): Choice {
  // A class may have units of several kinds: those whose air nobody monitors are no subjects of rules about it unless they are named.
  const measured = ({ unit }: Subject): boolean => !air || (unit !== null && unitKindOf(plan, unit).air);
  if (subjects === undefined) return measured;
  if (typeof subjects === 'string' || Array.isArray(subjects)) {
    const words = (typeof subjects === 'string' ? [subjects] : subjects)
      .flatMap((text) => text.split(/[\s、，,；;（）()]+/u))
      .filter(Boolean);
    return (subject) => words.some((word) => means(word, subject, plan) || (subject.unit?.class === word && measured(subject)));
  }
  const { kinds, classes, units } = subjects;
  return (subject) => {
    if (units?.some((name) => isCalled(name, subject, plan)) === true) return true;
    if (kinds === undefined && classes === undefined) return units === undefined;
    const ofKind = kinds?.some((word) => means(word, subject, plan)) ?? (subject.unit !== null && measured(subject));
    return ofKind && (classes === undefined || classes.includes(subject.unit?.class ?? ''));
  };
}

/** English words for kinds that a plan names itself by other ids. */
const ROLES: Readonly<Record<string, 'leads' | 'asked'>> = { department: 'leads', town: 'asked' };

function means(word: string, subject: Subject, plan: YearPlan): boolean {
  if (subject.unit === null) return word === DISTRICT || isDistrictName(plan.district, word);
  const kind = unitKindOf(plan, subject.unit);
  const known = plan.unitKinds.some(({ id }) => id === word);
  const role = ROLES[word];
  if (kind.id === word || kind.name === word || word === `考核${kind.name}`) return true;
  return (!known && role !== undefined && kind[role]) || isCalled(word, subject, plan);
}

const isCalled = (name: string, { unit }: Subject, plan: YearPlan): boolean =>
  unit === null ? name === DISTRICT || isDistrictName(plan.district, name) : unit.id === name || matchUnit(plan, name)?.id === unit.id;

/** The word of the unit that the rules name: 考核分类, kind or role; without any its 考核分类, else the kind where several would be held against each other. */
function classOf({ unit }: Subject, plan: YearPlan, groups: readonly string[], several: boolean): string {
  if (unit === null) return several || groups.includes(WORK_CLASSES.district) ? WORK_CLASSES.district : '';
  const found = wordsOf(unit, plan).find((word) => groups.includes(word));
  return found ?? unit.class ?? (several ? unitKindOf(plan, unit).name : '');
}

function wordsOf(unit: Unit, plan: YearPlan): readonly string[] {
  const kind = unitKindOf(plan, unit);
  const role = kind.leads ? WORK_CLASSES.leading : WORK_CLASSES.asked;
  return [...(unit.class === undefined ? [] : [unit.class]), kind.name, kind.id, role];
}

/** 组别 in words: as the rules call it, else as the plan calls the kind of its units. */
export function groupNames(
  plan: YearPlan,
  groups: readonly { readonly name: string; readonly title: string | null }[],
): (group: string) => string {
  const titles = new Map(groups.map(({ name, title }) => [name, title]));
  return (group) => {
    const title = titles.get(group);
    if (title !== undefined && title !== null) return title;
    if (group === WORK_CLASSES.district) return plan.district.name;
    const own = plan.unitKinds.find(({ id }) => id === group);
    const role = ROLES[group];
    const kinds = own !== undefined ? [own] : plan.unitKinds.filter((kind) => role !== undefined && kind[role]);
    return kinds.length === 0 ? group : kinds.map(({ name }) => name).join('、');
  };
}

const shown = (subjects: SchemeHead['subjects']): string =>
  typeof subjects === 'string' ? subjects : Array.isArray(subjects) ? subjects.join('、') : JSON.stringify(subjects ?? '');

const knownWords = (plan: YearPlan): readonly string[] => [
  plan.district.name,
  ...plan.unitKinds.map(({ name }) => name),
  ...new Set(plan.units.flatMap((unit) => unit.class ?? [])),
];
