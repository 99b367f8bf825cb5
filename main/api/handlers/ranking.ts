import type { rankingMethods } from '../../../shared/contract/ranking.ts';
import { rankAndStore, showRanking } from '../../services/ranking/rank-period.ts';
import type { Handlers } from '../handler.ts';

export const rankingHandlers: Handlers<typeof rankingMethods> = {
  'ranking.show': (context, { period }) => showRanking(context.work(), period),
  'ranking.rank': (context, { period }) => rankAndStore(context.work(), period),
};
