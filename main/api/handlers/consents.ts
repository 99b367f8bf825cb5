import type { consentsMethods } from '../../../shared/contract/consents.ts';
import { consentEffect, giveConsent } from '../../services/consents/give-consent.ts';
import { listConsents } from '../../services/consents/list-consents.ts';
import type { Handlers } from '../handler.ts';

export const consentsHandlers: Handlers<typeof consentsMethods> = {
  'consents.list': (context, { year }) => ({ year, rows: listConsents(context.work(), year) }),
  'consents.preview': (context, input) => consentEffect(context.work(), input),
  'consents.give': (context, input) => giveConsent(context.work(), input),
};
