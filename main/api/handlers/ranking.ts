import type { rankingMethods } from '../../../shared/contract/ranking.ts';
import { rankAndStore } from '../../services/ranking/rank-period.ts';
import type { Handlers } from '../handler.ts';

export const rankingHandlers: Handlers<typeof rankingMethods> = {
  'ranking.rank': (context, { period }) => rankAndStore(context.work(), period),
};
