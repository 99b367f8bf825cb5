import { type Command, InvalidArgumentError } from 'commander';
import { outlinesText as text } from '../../../../shared/text/outlines-text.ts';
import { outlinesShown } from '../render/outlines.ts';
import type { Run } from '../session.ts';

interface OutlinesOptions {
  readonly source?: string;
  readonly sketch?: boolean;
  readonly remove?: boolean;
  readonly reason?: string;
}

/** plan outlines: what the map of a ranking is drawn from. */
export function addOutlinesCommand(plan: Command, run: Run): void {
  plan
    .command('outlines <WORK.sqlite> [轮廓.geojson]')
    .description(text.describe)
    .option('--source <来源>', text.source)
    .option('--sketch', text.sketch)
    .option('--remove', text.remove)
    .option('--reason <理由>', text.reason)
    .action((work: string, file: string | undefined, { source, sketch = false, remove = false, reason = '' }: OutlinesOptions) =>
      run(async (session) => {
        await session.call('work.open', { file: session.grant(work) });
        if (file !== undefined && source === undefined) throw new InvalidArgumentError(text.sourceMissing);
        const shown =
          file !== undefined
            ? await session.call('outlines.import', { file: session.grant(file), source: source ?? '', sketch })
            : remove
              ? await session.call('outlines.remove', { reason })
              : await session.call('outlines.show', {});
        session.result(shown, () => (remove && file === undefined ? text.removed : outlinesShown(shown)));
      }),
    );
}
