import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import type { SchemeInputName, SchemeInputView } from '../../../shared/contract/scheme-apply.ts';
import { parsePeriod } from '../../../shared/domain/air/period.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { DISTRICT } from '../../../shared/domain/monitoring/types.ts';
import { isDistrictName } from '../../../shared/domain/plan/unit-names.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import type { CompiledScheme } from '../../../shared/domain/schemes/language/compile-scheme.ts';
import { labelsSchema, type SchemeHead } from '../../../shared/domain/schemes/language/head.ts';
import { readCell, readHappened } from '../../../shared/domain/schemes/trial/cells.ts';
import { isPeriodOf, periodName } from '../../../shared/domain/schemes/trial/period-name.ts';
import { schemeApplyText, schemeInputText } from '../../../shared/text/scheme/apply-words.ts';
import { insertSchemeInput, type SchemeInput, selectSchemeInputs } from '../../db/queries/scheme-inputs.ts';
import type { ReadHandle } from '../../db/handles.ts';
import { selectSchemes, type StoredScheme } from '../../db/queries/schemes.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { requireStored } from '../scheme-life/list-schemes.ts';
import { requirePossible } from './figure-limits.ts';
import { inputLabel, inputNamed, inputNames } from './scheme-inputs.ts';
import { readWorkPlan, requireUnit } from '../plan/work-plan.ts';
import { readYearPlan, refuseSigned } from '../plan/year-plan.ts';
import { requireInUse, storedSchemeFor } from './applied-scheme.ts';
import { HAPPENED, NOT_APPLICABLE, NOT_HAPPENED } from './entered.ts';

type Request = MethodInput<'schemes.enter'>;

/** 录入: points of a reviewer, a parameter, an event, for a scheme of the work that reads it; a signed year is refused. */
export function enterInput(context: WritingContext, request: Request): MethodOutput<'schemes.enter'> {
  const db = context.writer;
  const period = periodName(request.period);
  if (parsePeriod(period) === null) throw new Failure('PERIOD_INVALID', { period: request.period });
  return db.transaction(() => {
    const { plan, record } = readYearPlan(db, Number(period.slice(0, 4)));
    refuseSigned(record);
    const { scheme, id } = storedSchemeFor(db, plan, request.id);
    requireInUse(db, id, plan.year);
    requirePeriodOf(scheme.per, period, id);
    const names = inputNames(scheme.columns, scheme.head);
    const name = requireName(request, names, id);
    const { kind, document, value: typed } = request;
    const value = typed === null ? null : requireValue(kind, typed);
    const isFigure = names.some((one) => one.kind === kind && one.name === name && one.figure);
    if (isFigure && typed !== null && value !== null && value !== NOT_APPLICABLE)
      requirePossible(plan, name, scheme.head, { value, typed });
    const subjectId = request.unit === undefined ? null : subjectIdOf(plan, request.unit);
    const input = { schemeId: id, period, subjectId, kind, name, value, document, actor: context.actor.name, at: context.now() };
    insertSchemeInput(db, input);
    const detail = { scheme: id, period, subject: subjectId, kind, name, value, document, at: input.at };
    db.note({ subject: [id, period, subjectId ?? '', `${kind}:${name}`].join(' '), after: value, detail });
    return { ...viewOf(plan, { ...input, value: value ?? '' }, scheme.head), value };
  });
}

/** What counts now, without what was withdrawn; of one scheme also what can be entered for it. */
export function listInputs(context: ServiceContext, id: string | null): MethodOutput<'schemes.inputs'> {
  const db = context.work.handle;
  const { plan } = readWorkPlan(db);
  const heads = new Map(selectSchemes(db).map((stored) => [stored.id, headOf(stored)]));
  return {
    inputs: selectSchemeInputs(db, id).map((input) =>
      viewOf(plan, { ...input, value: input.value ?? '' }, heads.get(input.schemeId) ?? {}),
    ),
    reads: id === null ? [] : [...readsOf(db, id)],
  };
}

function readsOf(db: ReadHandle, id: string): readonly SchemeInputName[] {
  const { year } = requireStored(db, id, null);
  const { scheme } = storedSchemeFor(db, readYearPlan(db, year).plan, id);
  return inputNames(scheme.columns, scheme.head);
}

const headOf = ({ content }: Pick<StoredScheme, 'content'>): Pick<SchemeHead, 'names' | 'measures'> => {
  const read = labelsSchema.safeParse(JSON.parse(content));
  return read.success ? read.data : {};
};

/** One of its own periods, or the whole year, which holds for each of them; nothing would read what is entered for another. */
function requirePeriodOf(per: CompiledScheme['per'], period: string, scheme: string): void {
  if (per === null || /^\d{4}$/.test(period) || isPeriodOf(per, period)) return;
  throw new Failure('SCHEME_INPUT_PERIOD', { scheme, period, per: schemeApplyText.per(per) });
}

/** As the scheme reads it: a name that nothing reads would be entered in vain. */
function requireName({ kind, name }: Request, names: readonly SchemeInputName[], scheme: string): string {
  const found = inputNamed(names, kind, name);
  if (found !== null) return found;
  const known = names.flatMap((one) => (one.kind === kind ? [one.label] : [])).join('、');
  throw new Failure('SCHEME_INPUT_NAME', { scheme, name, kind: schemeInputText.kind(kind), known });
}

function requireValue(kind: SchemeInput['kind'], typed: string): string {
  const refused = (allowed: string): Failure =>
    new Failure('SCHEME_INPUT_VALUE', { value: typed, kind: schemeInputText.kind(kind), allowed });
  if (kind === 'event') {
    const happened = readHappened(typed);
    if (happened === null) throw refused(schemeInputText.eventAllowed);
    return happened ? HAPPENED : NOT_HAPPENED;
  }
  const cell = readCell(typed);
  if (cell.kind === 'notApplicable') return NOT_APPLICABLE;
  if (cell.kind !== 'number') throw refused(schemeInputText.numberAllowed);
  return cell.value.text();
}

const subjectIdOf = (plan: YearPlan, name: string): string =>
  name === DISTRICT || isDistrictName(plan.district, name) ? DISTRICT : requireUnit(plan, name).id;

type Named = Pick<YearPlan, 'units' | 'district'>;

const viewOf = (
  { units, district }: Named,
  { schemeId, subjectId, period, kind, name, value, document, actor, at }: Omit<SchemeInput, 'id' | 'value'> & { readonly value: string },
  head: Pick<SchemeHead, 'names' | 'measures'>,
): SchemeInputView => ({
  scheme: schemeId,
  period,
  subject:
    subjectId === null ? null : subjectId === DISTRICT ? district.name : (units.find(({ id }) => id === subjectId)?.name ?? subjectId),
  kind,
  name,
  label: inputLabel(name, head),
  value,
  document,
  by: actor,
  at,
});
