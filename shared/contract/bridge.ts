import type { CoreEvent, Envelope } from './wire.ts';

/** What the desktop window's page may ask of the main process: this list and nothing else. */
export const BRIDGE_CHANNELS = {
  call: 'zhiqi:call',
  cancel: 'zhiqi:cancel',
  knownWorks: 'zhiqi:known-works',
  openWork: 'zhiqi:open-work',
  newWork: 'zhiqi:new-work',
  sampleWork: 'zhiqi:sample-work',
  pickReturns: 'zhiqi:pick-returns',
  pickScheme: 'zhiqi:pick-scheme',
  dropped: 'zhiqi:dropped',
  outputFolder: 'zhiqi:output-folder',
  fileIn: 'zhiqi:file-in',
  outputFile: 'zhiqi:output-file',
  reveal: 'zhiqi:reveal',
} as const;

/** What the main process tells the page. */
export const BRIDGE_EVENTS = { core: 'zhiqi:core-event', command: 'zhiqi:command' } as const;

/** Name under which the page finds the bridge. */
export const BRIDGE_NAME = 'zhiqi';

/** Chosen in the window's menu; the page carries it out. */
export type HostCommand = 'newWork' | 'openWork';

/** A grant with the name a person knows the file by. */
export interface BridgeFile {
  readonly grant: string;
  readonly name: string;
}

/** `Dropped`: the page's own File objects; only the preload script can turn one into a path, and it does not show it to the page. */
export interface Bridge<Dropped> {
  call(id: string, method: string, input: unknown): Promise<Envelope<unknown>>;
  cancel(id: string): void;
  onEvent(listener: (event: CoreEvent) => void): () => void;
  onCommand(listener: (command: HostCommand) => void): () => void;
  knownWorks(): Promise<Envelope<readonly BridgeFile[]>>;
  openWork(): Promise<Envelope<BridgeFile | null>>;
  newWork(suggestedName: string): Promise<Envelope<BridgeFile | null>>;
  sampleWork(): Promise<Envelope<{ readonly work: BridgeFile; readonly folder: BridgeFile }>>;
  pickReturns(kind: 'files' | 'folder' | 'scan'): Promise<Envelope<readonly BridgeFile[] | null>>;
  /** One file of a scheme (办法). */
  pickScheme(): Promise<Envelope<BridgeFile | null>>;
  dropped(files: readonly Dropped[]): Promise<Envelope<readonly BridgeFile[]>>;
  outputFolder(purpose: 'templates' | 'reports', mode: 'ask' | 'remembered'): Promise<Envelope<BridgeFile | null>>;
  /** A grant for the file `name` in a folder granted by outputFolder (main checks both: the grant is one of a folder, the name is one plain file name). */
  fileIn(folderGrant: string, name: string): Promise<Envelope<BridgeFile>>;
  outputFile(suggestedName: string): Promise<Envelope<BridgeFile | null>>;
  reveal(grant: string): Promise<Envelope<null>>;
}
