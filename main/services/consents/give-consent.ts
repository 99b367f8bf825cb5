import type { ConsentRow, GivenConsent } from '../../../shared/contract/consents.ts';
import type { DecisionEffect } from '../../../shared/contract/effect.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { Unit } from '../../../shared/domain/plan/schema.ts';
import { comparableText } from '../../../shared/domain/returns/cell-text.ts';
import { insertConsent } from '../../db/queries/consents.ts';
import { gatherReturns } from '../assessment/gather.ts';
import type { ServiceContext, WritingContext } from '../context.ts';
import { requireUnit } from '../plan/work-plan.ts';
import { onlyOpenYear, requireUnlockedYear } from '../plan/year-plan.ts';
import { createLayouts } from '../returns/layouts.ts';
import { decisionEffect } from '../assessment/decision-effect.ts';
import { listConsents, reportedRows } from './list-consents.ts';

export interface ConsentRequest {
  readonly year?: number | undefined;
  readonly unit: string;
  readonly row: string;
  readonly reason: string;
  /** Who has decided, where it is not the person who records it. */
  readonly by?: string | undefined;
  readonly withdraw: boolean;
}

/**
 * 同意不涉及: the row no longer counts for the unit, or counts again where the consent is withdrawn. Only what the unit itself asks for can be
 * consented to, so that nobody lifts a target that somebody answers for.
 */
export function giveConsent(context: WritingContext, request: ConsentRequest): GivenConsent {
  const db = context.writer;
  const year = request.year ?? onlyOpenYear(db);
  const { plan } = requireUnlockedYear(db, year);
  const unit = requireUnit(plan, request.unit);
  return db.transaction(() => {
    const row = requireRow(context, year, unit, request);
    const { reason, withdraw } = request;
    const by = request.by ?? context.actor.name;
    const before = row.consent;
    // The same word again decides nothing: it is not stored, and the first one keeps its day.
    if (!withdraw && before !== null && !before.asBefore && before.reason === reason && before.by === by)
      return { ...row, year, before, unchanged: true };
    const consent = { year, unitId: unit.id, rowId: row.rowId, given: !withdraw, asBefore: false, reason, actor: by, at: context.now() };
    insertConsent(db, consent);
    const detail = { year, unit: unit.id, row: row.rowId, given: consent.given, asBefore: false, reason, by, at: consent.at };
    db.note({ subject: `${unit.id} ${row.rowId}`, reason, before: row.consent, after: consent.given, detail });
    return { ...row, year, before, unchanged: false, consent: withdraw ? null : { reason, by, at: consent.at, asBefore: false } };
  });
}

/** What consenting or withdrawing would do to the scores; stores nothing. */
export function consentEffect(context: ServiceContext, request: Omit<ConsentRequest, 'reason' | 'by'> & { year: number }): DecisionEffect {
  const { year, withdraw } = request;
  const db = context.work.handle;
  const { plan } = requireUnlockedYear(db, year);
  const unit = requireUnit(plan, request.unit);
  const { rowId } = requireRow(context, year, unit, request);
  const others = gatherReturns(db, year).consents.filter((consent) => consent.unitId !== unit.id || consent.rowId !== rowId);
  const given = withdraw ? [] : [{ unitId: unit.id, rowId, reason: '', by: '', asBefore: false }];
  return decisionEffect(context, year, { consents: [...others, ...given] });
}

/** The row that is asked for, or of a withdrawal the one that was consented to. */
function requireRow(
  context: ServiceContext,
  year: number,
  unit: Unit,
  { row, withdraw }: Pick<ConsentRequest, 'row' | 'withdraw'>,
): ConsentRow {
  const rows = listConsents(context, year).filter((entry) => entry.unitId === unit.id);
  const found = rows.find((entry) => comparableText(entry.rowId) === comparableText(row));
  if (found !== undefined && (withdraw ? found.consent !== null : found.asked !== null)) return found;
  const place = { unit: unit.name, row, year };
  const given = rows.filter((entry) => entry.consent !== null).map((entry) => entry.rowId);
  if (withdraw) throw new Failure('CONSENT_NONE', { ...place, given: given.join('、') });
  const asked = rows
    .flatMap((entry) => (entry.asked === null ? [] : `${entry.rowId}（${entry.asked.sheet}!${entry.asked.cell}）`))
    .join('、');
  throw new Failure(reports(context, year, unit, row) ? 'CONSENT_NOT_ASKED' : 'CONSENT_ROW_UNKNOWN', { ...place, asked });
}

function reports(context: ServiceContext, year: number, unit: Unit, row: string): boolean {
  const db = context.work.handle;
  const layout = createLayouts(db, requireUnlockedYear(db, year))(unit, false);
  return reportedRows(layout).some((entry) => comparableText(entry.rowId) === comparableText(row));
}
