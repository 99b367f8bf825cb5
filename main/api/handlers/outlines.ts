import type { outlinesMethods } from '../../../shared/contract/outlines.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { importOutlines, removeOutlines, showOutlines } from '../../services/outlines/outlines.ts';
import type { Handlers } from '../handler.ts';

export const outlinesHandlers: Handlers<typeof outlinesMethods> = {
  'outlines.show': (context) => showOutlines(context.work()),
  'outlines.import': async (context, { file, source, sketch }) => {
    const work = context.work();
    const [found] = await context.grants.sources([file]);
    if (found === undefined) throw new Failure('FILE_GRANT_UNKNOWN', { grant: file });
    return importOutlines(work, found, { source, sketch });
  },
  'outlines.remove': (context, { reason }) => removeOutlines(context.work(), reason),
};
