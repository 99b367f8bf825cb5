import type { DustThen } from '../../shared/domain/air/types.ts';
import type { WriteHandle } from '../db/handles.ts';
import type { WorkDatabase } from '../db/open.ts';
import type { Printer } from '../documents/pdf/printer.ts';
import type { PreviewStore } from './preview-store.ts';
import type { TableReader } from './reading/table-reader.ts';

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

/** What the core makes once and every use case may ask. */
export interface ServiceParts {
  /** Originals of the last preview of this work. */
  readonly previewed: PreviewStore;
  readonly printer: Printer;
  readonly tables: TableReader;
}

export interface ServiceContext extends ServiceEnvironment, ServiceParts {
  readonly work: WorkDatabase;
  /** Where a stored result is computed once more: dust days as they were set then; else as the settings have them now. */
  readonly dustThen?: DustThen;
}

/** The person (操作人) for whom a call is made; a name until there are accounts. */
export interface Actor {
  readonly name: string;
}

/** Of a use case that changes the work. `work` still only reads, and sees what is committed; inside a transaction `writer` is asked. */
export interface WritingContext extends ServiceContext {
  readonly actor: Actor;
  readonly writer: WriteHandle;
}
