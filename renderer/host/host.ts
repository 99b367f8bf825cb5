import type { HostCommand } from '../../shared/contract/bridge.ts';
import type { CoreEvent, Envelope } from '../../shared/contract/wire.ts';

/** A right to a file or folder, with the name a person knows it by. The page never sees a path. */
export interface GrantedFile {
  readonly grant: string;
  readonly name: string;
}

/** A file the host did not take, because it is larger than what it can hand over. */
export interface RefusedFile {
  readonly name: string;
  /** In bytes, as is the limit. */
  readonly size: number;
  readonly limit: number;
}

/** Each file somebody chose, taken or not; one that is not taken does not hold up the others. */
export type ChosenFiles = readonly (GrantedFile | RefusedFile)[];

/** What a host cannot do is a value, not an exception: the page hides or explains the button. */
export type Availability = 'available' | 'unavailable';

/** Everything only a host can do. Two hosts: the desktop window (Electron) and the web host on 127.0.0.1. */
export interface Host {
  /** The business API: one call by the contract; `id` serves to cancel it. */
  call(id: string, method: string, input: unknown): Promise<Envelope<unknown>>;
  cancel(id: string): void;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  /** Chosen in the window's menu (文件 → 新建、打开); a browser has no such menu and never calls the listener. */
  onCommand(listener: (command: HostCommand) => void): () => void;
  readonly files: HostFiles;
}

export interface HostFiles {
  /** Works the host knows of (recently opened, or lying in its data folder), newest first. */
  knownWorks(): Promise<readonly GrantedFile[]>;
  /** Lets the user choose an existing work; null = cancelled. 'unavailable' where works are only chosen from knownWorks. */
  openWork(): Promise<GrantedFile | null | 'unavailable'>;
  /** A place for a new work; null = cancelled. */
  newWork(suggestedName: string): Promise<GrantedFile | null>;
  /** Fresh places for trying the sample: the work file, and a folder for the sample's returns. */
  sampleWork(): Promise<{ readonly work: GrantedFile; readonly folder: GrantedFile }>;
  /** Returns to import: chosen files or one chosen folder, or one scan (扫描件) of a return on paper; null = cancelled. */
  pickReturns(kind: 'files' | 'folder' | 'scan'): Promise<ChosenFiles | null>;
  /** One file of a scheme (办法); null = cancelled. */
  pickScheme(): Promise<ChosenFiles[number] | null>;
  /** Files and folders dropped on the window. */
  dropped(transfer: DataTransfer): Promise<ChosenFiles>;
  /** Where several files will be written; null = cancelled. `remember` names the purpose whose last choice is offered again (选一次). */
  outputFolder(purpose: 'templates' | 'reports', mode: 'ask' | 'remembered'): Promise<GrantedFile | null>;
  /** A place for one file of that name in a folder from outputFolder: what it is called in there is the page's affair, where it is stays the host's. */
  fileIn(folder: GrantedFile, name: string): Promise<GrantedFile>;
  /** Where one file will be written; null = cancelled. */
  outputFile(suggestedName: string): Promise<GrantedFile | null>;
  /** After a job has written there: the web host hands the result to the browser as a download, the desktop has nothing left to do. */
  delivered(target: GrantedFile): Promise<void>;
  readonly revealAvailability: Availability;
  /** 打开所在文件夹. */
  reveal(target: GrantedFile): Promise<void>;
}
