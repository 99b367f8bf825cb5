import { rankingSchemeSchema } from '../../../shared/domain/air/ranking/ranking-scheme.ts';
import { scoringSchemeSchema } from '../../../shared/domain/assessment/scheme.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { Path, Problem } from '../../../shared/domain/schemes/base/problems.ts';
import { isRecord, type Raw } from '../../../shared/domain/schemes/base/records.ts';
import { type CheckedScheme, checkSchemes } from '../../../shared/domain/schemes/check-scheme.ts';
import { withValue } from '../../../shared/domain/schemes/form/edit.ts';
import type { CompiledScheme } from '../../../shared/domain/schemes/language/compile-scheme.ts';
import { isLanguage } from '../../../shared/domain/schemes/translate/recognise.ts';
import { rulesOfRanking } from '../../../shared/domain/schemes/translate/ranking.ts';
import { rulesOfScoring } from '../../../shared/domain/schemes/translate/scoring.ts';
import { schemeTitleText } from '../../../shared/text/report-text.ts';
import { schemeProblemSentence, schemeYamlSentence } from '../../../shared/text/scheme-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSchemeActs, selectSchemes, selectSchemeSource, type StoredScheme } from '../../db/queries/schemes.ts';
import type { SourceFile } from '../files.ts';
import { requireStored } from '../scheme-life/list-schemes.ts';
import { parseSchemeText, readSchemeFile } from '../schemes/language/read-scheme-file.ts';
import { isApproved, retiredSchemes } from '../schemes/scheme-acts.ts';
import { readYearRecord } from '../plan/year-plan.ts';
import { withMixedKinds } from './mixed-kinds.ts';
import { withOwnNames } from './own-names.ts';

/** A scheme that is ready to be applied to a work, and what it is. */
export interface AppliedScheme {
  readonly scheme: CompiledScheme;
  /** Under which inputs are entered for it; blank for a sketch without an id. */
  readonly id: string;
  readonly title: string;
  /** Version of a stored one. */
  readonly number: number | null;
  /** Hash of the content of a stored one. */
  readonly version: string | null;
  /** Its rules as they are written, by which the nodes of its explanations are named. */
  readonly rules: Raw;
  /** The whole of its file, in which those rules stand. */
  readonly written: { readonly data: unknown; readonly rule: string | null };
  readonly demonstration: boolean;
  readonly groups: readonly string[];
  /** 按年清算: the year itself is computed and settled against its periods. */
  readonly yearly: boolean;
  /** Names in it that mean no unit of the work. */
  readonly unknownNames: readonly string[];
}

/** The version that holds for the year: the newest whose first year is not after it. */
export function storedSchemeFor(db: ReadHandle, plan: YearPlan, id: string): AppliedScheme {
  const newest = requireStored(db, id, null);
  const stored = selectSchemes(db).findLast((one) => one.id === id && one.year <= plan.year);
  if (stored === undefined) throw new Failure('SCHEME_LATER', { scheme: id, year: plan.year, from: newest.year });
  return storedVersion(db, plan, stored);
}

/** One very version of a stored scheme, whatever came after it. */
export function storedVersion(db: ReadHandle, plan: YearPlan, stored: StoredScheme): AppliedScheme {
  const { id, number, version } = stored;
  const { demonstration: stated, title, ...applied } = compiled(dataOf(db, stored), plan, id, null);
  const demonstration = stated && !isApproved(db, stored);
  return { ...applied, id, number, version, demonstration, title: schemeTitleText(title, demonstration) };
}

/** 草稿: a scheme as it is edited, or one version of a stored one; under the id of the stored one its inputs are found. */
export const editedSchemeFor = (plan: YearPlan, data: unknown, id: string): AppliedScheme => compiled(data, plan, id, null);

/** Says a problem of a scheme that is only supposed in other words; null: as of any scheme. */
type RefusalOf = (code: Problem['code'], params: Problem['params']) => Failure | null;

/** The same scheme with other numbers at places of its rules (假设); nothing else of it changes, and it is checked as any other. */
export function withRuleNumbers(
  applied: AppliedScheme,
  numbers: readonly { readonly path: Path; readonly value: number }[],
  plan: YearPlan,
  refusalOf: RefusalOf,
): AppliedScheme {
  const { data, rule } = applied.written;
  const under = isRecord(data) && data['rules'] !== undefined ? ['rules'] : [];
  const top = rule === null ? under : [...under, rule];
  const changed = numbers.reduce((at, { path, value }) => withValue(at, [...top, ...path], value), data);
  const { scheme, rules, written } = compiled(changed, plan, applied.id, rule, undefined, refusalOf);
  return { ...applied, scheme, rules, written };
}

/** A version in the language, whatever form it was stored in. */
export const versionData = (db: ReadHandle, id: string, number: number): unknown => dataOf(db, requireStored(db, id, number));

/** 停用: a retired scheme is not computed any more, but for the years that were opened with it. */
export function requireInUse(db: ReadHandle, id: string, year: number): void {
  if (!retiredSchemes(db).has(id) || readYearRecord(db, year)?.opening.scheme === id) return;
  const act = selectSchemeActs(db).findLast((one) => one.id === id && one.act === 'retire');
  throw new Failure('SCHEME_RETIRED', { scheme: id, at: (act?.at ?? '').slice(0, 10), by: act?.actor ?? '', reason: act?.reason ?? '' });
}

/** A scheme of a file; `rule` says which, where it has several. */
export async function fileSchemeFor(plan: YearPlan, source: SourceFile, rule: string | null): Promise<AppliedScheme> {
  const file = await readSchemeFile(source);
  const [mistake] = file.mistakes;
  if (mistake !== undefined) {
    const { line, column } = mistake.at;
    throw new Failure('SCHEME_INVALID', { file: file.name, path: `${line}:${column}`, detail: schemeYamlSentence(mistake.code) });
  }
  return compiled(file.data, plan, file.name, rule, ({ path }) => {
    const { line, column } = file.locate(path);
    return `${line}:${column}`;
  });
}

/**
 * Rules are read as their author wrote them: the order of grades means something, and stored content has its keys in order of the alphabet.
 * Stored schemes of points and rankings say the same in the language.
 */
export function dataOf(db: ReadHandle, { id: scheme, kind, version, content, origin }: StoredScheme): unknown {
  // What was carried forward is no longer what its author wrote.
  const source = kind === 'rules' && origin === null ? selectSchemeSource(db, scheme, version) : null;
  if (source !== null) return parseSchemeText(source).data;
  const data: unknown = JSON.parse(content);
  if (kind === 'rules' || isLanguage(data) || !isRecord(data)) return data;
  const { id, plan, title, year, demonstration, notes } = data;
  const rules = kind === 'scoring' ? rulesOfScoring(scoringSchemeSchema.parse(data)) : rulesOfRanking(rankingSchemeSchema.parse(data));
  return { id, kind, plan, title, year, from: year, demonstration, notes, rules };
}

function compiled(
  data: unknown,
  plan: YearPlan,
  file: string,
  rule: string | null,
  placeOf: (problem: Problem) => string = ({ path }) => path.join('.'),
  refusalOf: RefusalOf = () => null,
): AppliedScheme {
  const grouped = withMixedKinds(data, plan);
  const named: { readonly data: unknown; readonly unknown: readonly string[] } = isRecord(grouped)
    ? withOwnNames(grouped, plan)
    : { data: grouped, unknown: [] };
  const { schemes, problems } = checkSchemes(named.data);
  const chosen = chooseRule(schemes, rule, file);
  const wrong = [...problems, ...(chosen?.problems ?? [])].find(({ severity, code }) => severity === 'error' && !PASSED.has(code));
  const refusal = wrong === undefined ? null : refusalOf(wrong.code, wrong.params);
  if (refusal !== null) throw refusal;
  if (wrong !== undefined || chosen === undefined)
    throw new Failure('SCHEME_INVALID', {
      file,
      path: wrong === undefined ? '' : placeOf(wrong),
      detail: wrong === undefined ? '' : schemeProblemSentence(wrong.code, wrong.params),
    });
  const { head } = chosen.scheme;
  const rules = rulesOf(named.data, chosen.name);
  return {
    // Who it is for has been decided by the plan's words before any row is made.
    scheme: { ...chosen.scheme, concerns: (row) => chosen.scheme.bodies.of(row) !== null },
    id: head.id ?? '',
    title: head.title ?? chosen.name ?? file,
    number: null,
    version: null,
    rules,
    written: { data: named.data, rule: chosen.name },
    demonstration: head.demonstration === true,
    groups: Object.keys(isRecord(rules['groups']) ? rules['groups'] : {}),
    yearly: rules['clear'] === 'year' || chosen.scheme.yearEnd !== null,
    unknownNames: named.unknown,
  };
}

/** What keeps a file from being added, and not from being computed: works hold schemes that were stored before it was asked for. */
const PASSED: ReadonlySet<string> = new Set(['PLAN_MISSING', 'PARAM_UNDECLARED', 'DEAD_NEGATIVE']);

function chooseRule(schemes: readonly CheckedScheme[], rule: string | null, file: string): CheckedScheme | undefined {
  const [only, ...others] = schemes;
  if (rule === null && others.length === 0) return only;
  const found = schemes.find(({ name }) => name === rule);
  if (found === undefined && schemes.length > 0)
    throw new Failure('SCHEME_RULE_CHOICE', { file, rule: rule ?? '', known: schemes.map(({ name }) => name ?? '').join('、') });
  return found;
}

/** Its rules, in whichever form the file is written. */
function rulesOf(data: unknown, name: string | null): Raw {
  const under = (raw: unknown): Raw => (isRecord(raw) ? raw : {});
  const rules = under(data)['rules'] === undefined ? under(data) : under(under(data)['rules']);
  return name === null ? rules : under(rules[name]);
}
