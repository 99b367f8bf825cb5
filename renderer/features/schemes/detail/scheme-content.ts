/** What a scheme says in words, besides its rules. */
export interface SchemeWords {
  /** The official text, clause by clause; `ruled`: a rule was made from it. */
  readonly clauses: readonly { readonly id: string; readonly text: string; readonly ruled: boolean }[];
  readonly head: string | null;
  readonly source: string | null;
  readonly notes: readonly string[];
  readonly known: readonly string[];
  readonly assumed: readonly string[];
}

type Entries = Readonly<Record<string, unknown>>;

/** Read from the stored content, whatever kind of scheme it is of. */
export function schemeWords(content: unknown): SchemeWords {
  const data = isEntries(content) ? content : {};
  const used = new Set(clausesOf(data['rules']));
  return {
    clauses: listOf(data['text']).flatMap((entry) => {
      const [id, text] = isEntries(entry) ? [entry['id'], entry['text']] : [];
      return typeof text === 'string' ? [{ id: String(id), text, ruled: used.has(String(id)) }] : [];
    }),
    head: textOf(data['textHead']),
    source: textOf(data['source']),
    notes: textsOf(data['notes']),
    known: textsOf(data['known']),
    assumed: textsOf(data['assumed']),
  };
}

/** Ids of clauses that a rule names, however deep it stands. */
function clausesOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(clausesOf);
  if (!isEntries(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'clause') return idsOf(value);
    return key === 'clauses' && isEntries(value) ? Object.values(value).flatMap(idsOf) : clausesOf(value);
  });
}

const idsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [String(value)]);

const isEntries = (value: unknown): value is Entries => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const textsOf = (value: unknown): string[] => listOf(value).filter((entry) => typeof entry === 'string');
