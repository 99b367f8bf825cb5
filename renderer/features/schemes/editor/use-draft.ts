import { useMemo, useState } from 'react';
import type { Path } from '../../../../shared/domain/schemes/base/problems.ts';
import type { Raw } from '../../../../shared/domain/schemes/base/records.ts';
import { isRecord } from '../../../../shared/domain/schemes/base/records.ts';
import { same } from '../../../../shared/domain/schemes/form/difference.ts';
import { keptTogether, scaleIn, withPart } from '../../../../shared/domain/schemes/form/edit.ts';
import type { LanguageForms } from '../../../../shared/domain/schemes/form/language-forms.ts';
import { type NodeForm, rawOf } from '../../../../shared/domain/schemes/form/node-form.ts';

/** 草稿 of one version; it lives as long as the program does, so that another page can be looked at in between. */
interface Kept {
  readonly data: Raw;
  /** Forms as they are typed, also those that say nothing yet. */
  readonly typed: Readonly<Record<string, TypedForm>>;
  /** 复制为新版: of a signed year, from which on it is to hold. */
  readonly unlocked: boolean;
}

interface TypedForm {
  readonly form: NodeForm;
  readonly broken: boolean;
}

const kept = new Map<string, Kept>();

export interface Draft {
  readonly data: Raw;
  readonly base: Raw;
  readonly changed: boolean;
  /** Some field holds what cannot be used. */
  readonly broken: boolean;
  readonly unlocked: boolean;
  typedAt(path: Path): NodeForm | null;
  /** A form as it is typed now; what it says goes into the data as soon as it says something. */
  type(path: Path, form: NodeForm): void;
  /** The tree changed: what is typed stands elsewhere now. */
  put(data: unknown): void;
  unlock(from: number): void;
  discard(): void;
}

export const keyOf = (path: Path): string => JSON.stringify(path.map(String));

export interface DraftBase {
  readonly data: Raw;
  readonly links: readonly (readonly Path[])[];
}

export function useDraft(key: string, { data: base, links }: DraftBase, language: LanguageForms): Draft {
  const [state, setState] = useState<Kept>(() => kept.get(key) ?? { data: base, typed: {}, unlocked: false });
  const store = (next: Kept): void => {
    kept.set(key, next);
    setState(next);
  };
  const changed = useMemo(() => !same(state.data, base), [state.data, base]);
  return {
    data: state.data,
    base,
    changed,
    broken: Object.values(state.typed).some(({ broken }) => broken),
    unlocked: state.unlocked,
    typedAt: (path) => state.typed[keyOf(path)]?.form ?? null,
    type(path, form) {
      const read = rawOf(form, language, { scale: scaleIn(state.data) });
      const typed = { ...state.typed, [keyOf(path)]: { form, broken: !('raw' in read) } };
      const own = 'raw' in read ? withPart(state.data, path, form.role, read.raw) : state.data;
      const data = keptTogether(state.data, own, links);
      store({ ...state, typed, data: isRecord(data) ? data : state.data });
    },
    put(data) {
      if (isRecord(data)) store({ ...state, data, typed: {} });
    },
    unlock: (from) => store({ data: { ...state.data, from }, typed: {}, unlocked: true }),
    discard() {
      kept.delete(key);
      setState({ data: base, typed: {}, unlocked: false });
    },
  };
}
