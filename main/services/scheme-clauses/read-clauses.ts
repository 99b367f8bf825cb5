import type { SchemeClausesView } from '../../../shared/contract/scheme-clauses.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { compileScheme } from '../../../shared/domain/schemes/language/compile-scheme.ts';
import { formsOf, type SchemeForm } from '../../../shared/domain/schemes/language/forms.ts';
import type { PlanNames } from '../../../shared/domain/schemes/language/facts.ts';
import type { Problem } from '../../../shared/domain/schemes/base/problems.ts';
import { schemeProblemSentence } from '../../../shared/text/scheme-text.ts';
import type { ReadHandle } from '../../db/handles.ts';
import type { SourceFile } from '../files.ts';
import { loadPlanTemplate, planIds } from '../plan/plan-templates.ts';
import { readWorkPlan } from '../plan/work-plan.ts';
import { dataOf } from '../scheme-apply/applied-scheme.ts';
import { requireStored } from '../scheme-life/list-schemes.ts';
import { checkSchemeFile, requireUsable } from '../schemes/language/check-file.ts';
import { readSchemeFile } from '../schemes/language/read-scheme-file.ts';
import { approvalOf } from '../schemes/scheme-acts.ts';
import { clausesView } from './clause-view.ts';
import { planNames } from './plan-names.ts';

/** 条文与规则 of a version of the work; rows of lists are named by the plan of the work. */
export function storedClauses(db: ReadHandle, id: string, number: number | null): SchemeClausesView {
  const stored = requireStored(db, id, number);
  const approval = approvalOf(db, stored);
  const form = chosen(formsOf(dataOf(db, stored)), null, id);
  const approved = approval === null ? null : { document: approval.document ?? '', by: approval.actor, at: approval.at };
  const demonstration = form.head['demonstration'] === true && approval === null;
  const view = viewOf(form, { number: stored.number, demonstration, approved }, id, planNames(readWorkPlan(db).plan));
  return { ...view, from: view.from ?? String(stored.year) };
}

/** The same of a file, without a work; of a plan that comes with the program rows are named. */
export async function fileClauses(templatesFolder: string, source: SourceFile, rule: string | null): Promise<SchemeClausesView> {
  requireUsable(await checkSchemeFile(source));
  const file = await readSchemeFile(source);
  const form = chosen(formsOf(file.data), rule, file.name);
  const { plan } = form.head;
  const names =
    typeof plan === 'string' && planIds(templatesFolder).includes(plan) ? planNames(loadPlanTemplate(templatesFolder, plan)) : undefined;
  return viewOf(form, { number: null, demonstration: form.head['demonstration'] === true, approved: null }, file.name, names);
}

function viewOf(form: SchemeForm, standing: Parameters<typeof clausesView>[2], file: string, names?: PlanNames): SchemeClausesView {
  const { scheme, problems } = compileScheme(form);
  const wrong = problems.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw invalid(wrong, file);
  return clausesView(form, scheme, standing, names);
}

function chosen({ forms, problems }: ReturnType<typeof formsOf>, rule: string | null, file: string): SchemeForm {
  const [wrong] = problems;
  if (wrong !== undefined) throw invalid(wrong, file);
  const known = forms.map(({ key }) => key ?? '').join('、');
  const form = rule === null && forms.length === 1 ? forms[0] : forms.find(({ key }) => key === rule);
  if (form === undefined) throw new Failure('SCHEME_RULE_CHOICE', { file, rule: rule ?? '', known });
  return form;
}

const invalid = ({ code, path, params }: Problem, file: string): Failure =>
  new Failure('SCHEME_INVALID', { file, path: path.join('.'), detail: schemeProblemSentence(code, params) });
