import type { ImportSession } from './import-session.ts';
import { countTyped } from '../typing/draft.ts';
import type { ImportState, LostImport } from './import-state.ts';

/** Keeps a mark while an import is open, so that after a reload, which ends it, the page can say so. */
export function watchForReload(key: string, session: ImportSession): void {
  session.subscribe(() => {
    const open = openImport(session.state());
    tryStorage((storage) => (open === null ? storage.removeItem(PREFIX + key) : storage.setItem(PREFIX + key, JSON.stringify(open))));
  });
}

/** The import that a reload has ended; told once. */
export function takeLost(key: string): LostImport | undefined {
  return tryStorage((storage) => {
    const mark = storage.getItem(PREFIX + key);
    storage.removeItem(PREFIX + key);
    return mark === null ? undefined : (JSON.parse(mark) as LostImport);
  });
}

/** What is lost when the page goes away in this state; null where nothing is. */
export function openImport(state: ImportState): LostImport | null {
  switch (state.phase) {
    case 'idle':
    case 'done':
      return null;
    case 'typing':
      return countTyped(state.draft) === 0 ? null : { files: 1, storing: false };
    case 'receiving':
      return state.before === null ? null : { files: state.before.files.length, storing: false };
    case 'reading':
      return { files: state.count, storing: false };
    case 'preview':
      return { files: state.preview.files.length, storing: false };
    case 'storing':
      return { files: state.preview.files.length, storing: true };
  }
}

const PREFIX = 'zhiqi-import ';

/** A browser may refuse its storage; an import works without the mark. */
function tryStorage<Value>(act: (storage: Storage) => Value): Value | undefined {
  try {
    return act(globalThis.sessionStorage);
  } catch {
    return undefined;
  }
}
