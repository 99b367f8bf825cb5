import type { Client } from '../../../client/client.ts';
import type { Held } from '../../../client/held-import.ts';
import { today } from '../../../ui/today.ts';
import { emptyDraft, inputOf, type TypedDraft } from '../typing/draft.ts';
import { type ImportState, isBusy, type Preview } from './import-state.ts';

/** 手工录入: the part of an import session that has no files. */
export interface TypedSteps {
  /** Opens the form; of an open preview of what was typed, with all that was typed. */
  type(): void;
  edit(draft: TypedDraft): void;
  /** Judges what has been typed, as a file is judged. */
  tryTyped(): Promise<void>;
}

interface Environment {
  readonly client: Client;
  readonly year: number;
  readonly held: Held<ImportState, Preview>;
}

export function typedSteps({ client, year, held }: Environment): TypedSteps {
  const { state, become } = held;
  return {
    type() {
      const now = state();
      if (!isBusy(now)) become({ phase: 'typing', draft: draftOf(now) ?? emptyDraft(today()), failure: null });
    },
    edit: (draft) => (state().phase === 'typing' ? become({ phase: 'typing', draft, failure: null }) : undefined),
    async tryTyped() {
      const draft = draftOf(state());
      const input = draft === null ? null : inputOf(draft, year);
      if (draft === null || input === null) return;
      become({ phase: 'reading', before: null, count: 1, progress: null });
      const found = await held.settled(client.job('typed.preview', input, held.progress), null);
      const now = state();
      if (found === null) return become({ phase: 'typing', draft, failure: now.phase === 'idle' ? now.failure : null });
      become({ phase: 'preview', preview: { ...NO_FILES, typed: draft, files: found.files }, failure: null });
    },
  };
}

const NO_FILES = {
  sources: [],
  refused: [],
  discarded: new Set<string>(),
  replacing: new Set<string>(),
  units: new Map(),
  rows: new Map(),
  passwords: [],
  // What is typed says itself when it came.
  received: { on: null, via: '' },
};

function draftOf(state: ImportState): TypedDraft | null {
  if (state.phase === 'typing') return state.draft;
  return state.phase === 'preview' ? (state.preview.typed ?? null) : null;
}

/** Something typed is open: files are not added to it. */
export const holdsTyped = (state: ImportState): boolean => draftOf(state) !== null;

/** Of what was typed there is one version; whether it counts though something speaks against it, its one tick says. */
export const typedImport = (preview: Preview, year: number) => {
  const input = preview.typed === undefined ? null : inputOf(preview.typed, year);
  return input === null ? null : { ...input, adopt: preview.replacing.size > 0 };
};
