import type { MethodInput } from '../../../shared/contract/contract.ts';
import type { schemeApplyMethods } from '../../../shared/contract/scheme-apply.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { accountScheme } from '../../services/scheme-apply/account-scheme.ts';
import { applyScheme, type SchemeSource } from '../../services/scheme-apply/apply-scheme.ts';
import { enterInput, listInputs } from '../../services/scheme-apply/enter-input.ts';
import type { HandlerContext, Handlers } from '../handler.ts';

export const schemeApplyHandlers: Handlers<typeof schemeApplyMethods> = {
  'schemes.apply': async (context, { source, period, subjects }) => {
    const work = context.work();
    return applyScheme(work, { ...(await sourceOf(context, source)), period, subjects });
  },
  'schemes.account': async (context, { source, year, subjects }) => {
    const work = context.work();
    return accountScheme(work, { ...(await sourceOf(context, source)), year, subjects });
  },
  'schemes.enter': (context, request) => enterInput(context.work(), request),
  'schemes.inputs': (context, { id }) => listInputs(context.work(), id ?? null),
};

async function sourceOf(context: HandlerContext, source: MethodInput<'schemes.apply'>['source']): Promise<SchemeSource> {
  if (!('file' in source)) return { source, file: null };
  const [file] = await context.grants.sources([source.file]);
  if (file === undefined) throw new Failure('FILE_GRANT_UNKNOWN', { grant: source.file });
  return { source, file };
}
