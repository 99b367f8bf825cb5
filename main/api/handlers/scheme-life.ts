import type { schemeLifeMethods } from '../../../shared/contract/scheme-life.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { checkpoint } from '../../jobs/progress.ts';
import { actOnScheme, schemeFile } from '../../services/scheme-life/act-on-scheme.ts';
import { addScheme, copyScheme } from '../../services/scheme-life/add-scheme.ts';
import { listSchemeViews, showScheme } from '../../services/scheme-life/list-schemes.ts';
import type { Handlers } from '../handler.ts';

export const schemeLifeHandlers: Handlers<typeof schemeLifeMethods> = {
  'schemes.list': (context, { year }) => ({ schemes: listSchemeViews(context.work().work.handle, year ?? null) }),
  'schemes.show': (context, { id, number }) => {
    const { view, ...shown } = showScheme(context.work().work.handle, id, number ?? null);
    return { scheme: view, ...shown };
  },
  'schemes.export': (context, { id, number }) => schemeFile(context.work().work.handle, id, number ?? null),
  'schemes.write': async (context, { id, number, file }, job) => {
    const { work } = context.work();
    const path = context.grants.pathOf(file);
    if (path.startsWith(work.path)) throw new Failure('FILE_IS_WORK', { path });
    if (!path.toLowerCase().endsWith('.yml')) throw new Failure('REPORT_EXTENSION', { path, format: 'yml' });
    const bytes = new TextEncoder().encode(schemeFile(work.handle, id, number ?? null).text);
    await checkpoint(job);
    const target = context.grants.outputFile(file);
    await target.write(bytes);
    return { file: target.name, bytes: bytes.length };
  },
  'schemes.add': async (context, { file, reason }) => {
    const work = context.work();
    const [source] = await context.grants.sources([file]);
    if (source === undefined) throw new Failure('FILE_GRANT_UNKNOWN', { grant: file });
    return addScheme(work, source, reason);
  },
  'schemes.copy': (context, { id, number, newId, reason }) => copyScheme(context.work(), id, number ?? null, newId, reason),
  'schemes.approve': (context, { id, number, document, reason }) =>
    actOnScheme(context.work(), { id, act: 'approve', number: number ?? null, document, reason }),
  'schemes.retire': (context, { id, reason, restore }) =>
    actOnScheme(context.work(), { id, act: restore ? 'restore' : 'retire', number: null, document: null, reason }),
};
