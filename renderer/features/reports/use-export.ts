import { useCallback, useRef, useState } from 'react';
import type { ReportFormat } from '../../../shared/contract/reports.ts';
import type { WireError } from '../../../shared/contract/wire.ts';
import { reportsText } from '../../../shared/text/ui/reports-text.ts';
import { failureOf, useClient, useHost } from '../../client/context.tsx';
import type { GrantedFile } from '../../host/host.ts';
import { type ReportDocument, reportFileName, reportInput } from './report-document.ts';

export interface ExportedFile {
  readonly document: ReportDocument;
  readonly format: ReportFormat;
}

export interface ExportState {
  readonly running: boolean;
  /** `stage` is a sentence here: which file of how many. */
  readonly progress: { readonly fraction: number; readonly stage: string } | null;
  readonly failure: WireError | null;
  /** What the last export has written, and where it can be looked at. */
  readonly done: { readonly sentence: string; readonly target: GrantedFile } | null;
  /** After a failure or a cancel: how far it came. */
  readonly partly: string | null;
}

export interface Export extends ExportState {
  one(file: ExportedFile): Promise<void>;
  all(files: readonly ExportedFile[], folder: 'ask' | 'remembered'): Promise<void>;
  cancel(): void;
  dismiss(): void;
}

const IDLE: ExportState = { running: false, progress: null, failure: null, done: null, partly: null };

/** Writes documents where the user wants them: one to a place of its own, or all into one folder. */
export function useExport(): Export {
  const { files: host } = useHost();
  // A browser takes files over itself; where it puts them the page does not learn.
  const downloads = host.revealAvailability === 'unavailable';
  const write = useWriter();
  const [state, setState] = useState<ExportState>(IDLE);

  const run = useCallback(
    async (work: (show: (progress: ExportState['progress']) => void) => Promise<ExportState['done']>, partly: () => string | null) => {
      setState({ ...IDLE, running: true });
      try {
        const done = await work((progress) => setState({ ...IDLE, running: true, progress }));
        setState({ ...IDLE, done });
      } catch (error) {
        setState({ ...IDLE, failure: failureOf(error), partly: partly() });
      }
    },
    [],
  );

  const one = useCallback(
    async (file: ExportedFile) =>
      run(
        async (show) => {
          const target = await host.outputFile(reportFileName(file.document, file.format));
          if (target === null) return null;
          await write.start([{ file, target }], ({ fraction }) => show({ fraction, stage: reportsText.exportingOne(target.name) }));
          await host.delivered(target);
          return { sentence: downloads ? reportsText.downloaded(target.name) : reportsText.exported(target.name), target };
        },
        () => null,
      ),
    [downloads, host, run, write],
  );

  const all = useCallback(
    async (files: readonly ExportedFile[], mode: 'ask' | 'remembered') =>
      run(
        async (show) => {
          const folder = await host.outputFolder('reports', mode);
          if (folder === null) return null;
          const places = await Promise.all(
            files.map(async (file) => ({ file, target: await host.fileIn(folder, reportFileName(file.document, file.format)) })),
          );
          try {
            await write.start(places, ({ fraction, index }) =>
              show({ fraction, stage: reportsText.exportingOf(index + 1, files.length, places[index]?.target.name ?? '') }),
            );
          } finally {
            // What was written before a failure or a cancel is whole and is handed over too.
            if (write.written() > 0) await host.delivered(folder);
          }
          return { sentence: (downloads ? reportsText.downloadedAll : reportsText.exportedAll)(files.length, folder.name), target: folder };
        },
        () => (write.written() === 0 ? null : reportsText.partly(write.written(), files.length)),
      ),
    [downloads, host, run, write],
  );

  const dismiss = useCallback(() => setState(IDLE), []);
  return { ...state, one, all, cancel: write.cancel, dismiss };
}

interface Place {
  readonly file: ExportedFile;
  readonly target: GrantedFile;
}

interface Writer {
  /** One after another; ends with the first failure. */
  start(places: readonly Place[], onProgress: (progress: { readonly fraction: number; readonly index: number }) => void): Promise<void>;
  cancel(): void;
  written(): number;
}

/** Printing changes nothing a page shows, so the remembered answers stay (unlike after useJob). */
function useWriter(): Writer {
  const client = useClient();
  const running = useRef<{ cancel(): void } | null>(null);
  const count = useRef(0);
  const [writer] = useState<Writer>(() => ({
    async start(places, onProgress) {
      count.current = 0;
      for (const [index, { file, target }] of places.entries()) {
        onProgress({ fraction: index / places.length, index });
        const job = client.job(
          'reports.print',
          { ...reportInput(file.document), format: file.format, file: target.grant },
          ({ fraction }) => onProgress({ fraction: (index + fraction) / places.length, index }),
        );
        running.current = job;
        await job.result;
        count.current += 1;
      }
    },
    cancel: () => running.current?.cancel(),
    written: () => count.current,
  }));
  return writer;
}
