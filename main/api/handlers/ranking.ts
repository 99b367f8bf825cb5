import type { rankingMethods } from '../../../shared/contract/ranking.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { rankPeriod, showRanking } from '../../services/ranking/rank-period.ts';
import { listSchemes } from '../../services/ranking/ranking-schemes.ts';
import { momentOf } from '../../services/store-run.ts';
import { showStreaks } from '../../services/ranking/show-streaks.ts';
import type { Handlers } from '../handler.ts';

export const rankingHandlers: Handlers<typeof rankingMethods> = {
  'ranking.show': (context, input) => showRanking(context.work(), input),
  'ranking.rank': (context, input) => {
    const { about, shown } = rankPeriod(context.work(), input);
    const { result, beside } = shown();
    return { ...result, ...beside, ...momentOf(context.work(), about) };
  },
  'ranking.streaks': (context, input) => showStreaks(context.work(), input),
  'ranking.schemes': (context, { year }) => listSchemes(context.work(), year),
  'ranking.add': async (context, { file, template }) => {
    const { addSchemeFile, addSchemeTemplate } = await import('../../services/ranking/add-scheme.ts');
    if (file === undefined) return addSchemeTemplate(context.work(), template ?? '');
    const [source] = await context.grants.sources([file]);
    if (source === undefined) throw new Failure('FILE_GRANT_UNKNOWN', { grant: file });
    return addSchemeFile(context.work(), source);
  },
};
