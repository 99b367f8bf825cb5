import type { WorkDatabase } from '../db/open.ts';
import type { Printer } from '../documents/pdf/printer.ts';
import type { PreviewStore } from './preview-store.ts';

/** Everything environmental that the use cases need; made once by main/core.ts. */
export interface ServiceEnvironment {
  /** Folder of templates/: plans, schemes, fonts, samples. */
  readonly templatesFolder: string;
  /** Folder for things that can be made again: patched fonts. */
  readonly cacheFolder: string;
  /** Folders to look for installed official fonts in; empty = shipped fonts only. */
  readonly fontFolders: readonly string[];
  /** Current moment as ISO text with offset. */
  now(): string;
}

export interface ServiceContext extends ServiceEnvironment {
  readonly work: WorkDatabase;
  /** Originals of the last preview of this work. */
  readonly previewed: PreviewStore;
  readonly printer: Printer;
}
