import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { MethodInput, MethodOutput } from '../../../shared/contract/contract.ts';
import type { WireError } from '../../../shared/contract/wire.ts';
import type { RunningJob } from '../../client/client.ts';
import { failureOf, useClient } from '../../client/context.tsx';

type Preview = MethodOutput<'reports.preview'>;

export interface PreviewState {
  readonly preview: Preview | null;
  readonly running: boolean;
  readonly progress: { readonly fraction: number; readonly stage: string } | null;
  readonly failure: WireError | null;
  cancel(): void;
  retry(): void;
}

/**
 * The PDF of a document, made as a job and remembered like the answer to a query: it is made anew when something has changed the work.
 * Leaving the page or choosing another document cancels the one in the making.
 */
export function usePreview(input: MethodInput<'reports.preview'>): PreviewState {
  const client = useClient();
  const [progress, setProgress] = useState<PreviewState['progress']>(null);
  const running = useRef<RunningJob<Preview> | null>(null);
  const asked = useQuery<Preview>({
    queryKey: ['reports.preview', input],
    queryFn: async ({ signal }) => {
      setProgress(null);
      const job = client.job('reports.preview', input, setProgress);
      running.current = job;
      signal.addEventListener('abort', () => job.cancel(), { once: true });
      return job.result;
    },
  });
  const cancel = useCallback(() => running.current?.cancel(), []);
  return {
    preview: asked.data ?? null,
    running: asked.isFetching,
    progress,
    failure: asked.error === null || asked.isFetching ? null : failureOf(asked.error),
    cancel,
    retry: () => void asked.refetch(),
  };
}
