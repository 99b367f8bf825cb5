import type { OriginalSheet } from '../../../shared/contract/returns.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import { selectOriginal } from '../../db/queries/originals.ts';
import type { ServiceContext } from '../context.ts';
import type { SheetRequest } from '../reading/shown-sheet.ts';

/** One sheet of an original (原表), stored or of the last preview, as its sender saw it. */
export async function originalSheet(
  context: ServiceContext,
  { sha256, ...request }: SheetRequest & { readonly sha256: string },
  signal: AbortSignal,
): Promise<OriginalSheet> {
  const original = selectOriginal(context.work.handle, sha256) ?? context.previewed.find(sha256);
  if (original === null) throw new Failure('ORIGINAL_UNKNOWN', { sha256 });
  const shown = await context.tables.sheet(original, request, signal);
  if (shown.ok) return shown.sheet;
  throw new Failure('ORIGINAL_UNKNOWN', { sha256, ...(shown.code === null ? {} : { reason: shown.code }) });
}
