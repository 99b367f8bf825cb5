import type { reportingMethods } from '../../../shared/contract/reporting.ts';
import { timingEffect } from '../../services/assessment/timing-effect.ts';
import { recordReceipt } from '../../services/reporting/record-receipt.ts';
import { recordSent } from '../../services/reporting/record-sent.ts';
import { reviewUnits } from '../../services/reporting/review-units.ts';
import { setDeadline } from '../../services/reporting/set-deadline.ts';
import type { Handlers } from '../handler.ts';

export const reportingHandlers: Handlers<typeof reportingMethods> = {
  'reporting.receipt': (context, request) => recordReceipt(context.work(), request),
  'reporting.deadline': (context, request) => setDeadline(context.work(), request),
  'reporting.effect': (context, request) => timingEffect(context.work(), request),
  'reporting.review': (context, request) => reviewUnits(context.work(), request),
  'reporting.sent': (context, request) => recordSent(context.work(), request),
};
