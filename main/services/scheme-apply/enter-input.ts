import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import type { SchemeInputView } from '../../../shared/contract/scheme-apply.ts';
import { parsePeriod } from '../../../shared/domain/air/period.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { DISTRICT } from '../../../shared/domain/monitoring/types.ts';
import { isDistrictName } from '../../../shared/domain/plan/unit-names.ts';
import type { YearPlan } from '../../../shared/domain/plan/years/plan-for-year.ts';
import { columnName } from '../../../shared/domain/schemes/trial/columns.ts';
import { readCell, readHappened } from '../../../shared/domain/schemes/trial/cells.ts';
import { periodName } from '../../../shared/domain/schemes/trial/period-name.ts';
import { schemeInputText } from '../../../shared/text/scheme/apply-words.ts';
import { insertSchemeInput, type SchemeInput, selectSchemeInputs } from '../../db/queries/scheme-inputs.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { readWorkPlan, requireUnit } from '../plan/work-plan.ts';
import { readYearPlan, refuseSigned } from '../plan/year-plan.ts';
import { storedSchemeFor } from './applied-scheme.ts';
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
    const name = requireName(request, scheme.columns, id);
    const { kind, document, value: typed } = request;
    const value = typed === null ? null : requireValue(kind, typed);
    const subjectId = request.unit === undefined ? null : subjectIdOf(plan, request.unit);
    const input = { schemeId: id, period, subjectId, kind, name, value, document, actor: context.actor.name, at: context.now() };
    insertSchemeInput(db, input);
    const detail = { scheme: id, period, subject: subjectId, kind, name, value, document };
    db.note({ subject: [id, period, subjectId ?? '', `${kind}:${name}`].join(' '), after: value, detail });
    return { ...viewOf(plan, { ...input, value: value ?? '' }), value };
  });
}

/** What counts now; what was withdrawn is not among it. */
export const listInputs = (context: ServiceContext, id: string | null): SchemeInputView[] => {
  const { plan } = readWorkPlan(context.work.handle);
  return selectSchemeInputs(context.work.handle, id).map((input) => viewOf(plan, { ...input, value: input.value ?? '' }));
};

/** As the scheme reads it: a name that nothing reads would be entered in vain. */
function requireName({ kind, name }: Request, columns: readonly string[], scheme: string): string {
  const own = columns.filter((column) => column.startsWith(`${kind}:`)).map((column) => column.slice(kind.length + 1));
  const figures = kind === 'param' ? columns.filter((column) => !column.includes(':')) : [];
  const found = own.find((one) => one === name) ?? figures.find((column) => column === columnName(name));
  if (found !== undefined) return found;
  const known = [...own, ...figures].join('、');
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
): SchemeInputView => ({
  scheme: schemeId,
  period,
  subject:
    subjectId === null ? null : subjectId === DISTRICT ? district.name : (units.find(({ id }) => id === subjectId)?.name ?? subjectId),
  kind,
  name,
  value,
  document,
  by: actor,
  at,
});
