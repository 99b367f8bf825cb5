import type { UseQueryResult } from '@tanstack/react-query';
import type { OriginalSheet } from '../../../../shared/contract/returns.ts';
import { useCall } from '../../../client/context.tsx';

/** A sheet of an original, or its first one. Null: there is no file to ask for yet. */
export function useOriginal(sha256: string | null, sheet: string | null): UseQueryResult<OriginalSheet> {
  return useCall(
    'returns.original',
    { sha256: sha256 ?? '', ...(sheet === null ? {} : { sheet }) },
    { enabled: sha256 !== null, keepPrevious: false },
  );
}
