import { useCallback, useState } from 'react';
import { useWork, workKey } from '../../../work/work-context.tsx';
import { type Draft, EMPTY_DRAFT } from './draft.ts';

/** Kept as long as the window is open, so that looking something up on another page loses nothing. */
const drafts = new Map<string, Draft>();

export function useDraft(): { readonly draft: Draft; change(changed: Partial<Draft>): void; forget(): void } {
  const { summary, year } = useWork();
  const key = `${workKey(summary)} ${year}`;
  const [draft, setDraft] = useState<Draft>(() => drafts.get(key) ?? EMPTY_DRAFT);
  const change = useCallback(
    (changed: Partial<Draft>) =>
      setDraft((before) => {
        const next = { ...before, ...changed };
        drafts.set(key, next);
        return next;
      }),
    [key],
  );
  const forget = useCallback(() => void drafts.delete(key), [key]);
  return { draft, change, forget };
}
