/** The browser's own ways to hand over files. */

/** Null = cancelled. */
export function chooseFiles(kind: 'files' | 'folder' | 'scheme' | 'scan'): Promise<readonly File[] | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = kind === 'files' || kind === 'folder';
    if (kind === 'folder') input.webkitdirectory = true;
    else input.accept = ACCEPTED[kind];
    input.addEventListener('change', () => resolve([...(input.files ?? [])].filter((file) => !isSystemFile(file.name))));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

const ACCEPTED = { files: '.xlsx,.xls,.xlsm,.et,.ods,.zip,.csv', scheme: '.yml,.yaml', scan: '.pdf,.jpg,.jpeg,.png' } as const;

/** Files dropped on the window, folders walked. The list of what was dropped is gone after the event, so it is read before the first wait. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].filter((item) => item.kind === 'file').map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const found = await Promise.all(entries.map((entry) => (entry === null ? [] : entry instanceof File ? [entry] : walk(entry))));
  return found.flat();
}

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (isSystemFile(entry.name)) return [];
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const files: File[] = [];
  for (const child of await children(entry)) files.push(...(await walk(child)));
  return files;
}

/** A reader gives some entries at a time and ends with none. */
async function children(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all.toSorted((left, right) => left.name.localeCompare(right.name, 'zh-CN', { numeric: true }));
    all.push(...some);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** Left by file managers and office programs; nobody sent them. */
const isSystemFile = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || name === 'Thumbs.db' || name === 'desktop.ini';
