import type { auditMethods } from '../../../shared/contract/audit.ts';
import { showLog } from '../../services/audit/show-log.ts';
import type { Handlers } from '../handler.ts';

export const auditHandlers: Handlers<typeof auditMethods> = {
  'audit.log': (context, request) => showLog(context.work(), request),
};
