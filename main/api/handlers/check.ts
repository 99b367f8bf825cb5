import type { checkMethods } from '../../../shared/contract/check.ts';
import { checkWork } from '../../services/check/check-work.ts';
import type { Handlers } from '../handler.ts';

export const checkHandlers: Handlers<typeof checkMethods> = {
  'work.check': (context, _input, job) => checkWork(context.work(), job),
};
