/** The known name that is written most like this one; null where none is like it at all. */
export function nearestName(text: string, names: readonly string[], farthest = Math.ceil(text.length / 2)): string | null {
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const name of names) {
    const distance = editDistance(text, name);
    if (distance <= farthest && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { name, distance };
  }
  return best?.name ?? null;
}

/** Characters to change, add or leave out to make one text of the other (Levenshtein). */
export function editDistance(one: string, other: string): number {
  const letters = [...other];
  let before = letters.map((_, index) => index + 1);
  before.unshift(0);
  for (const [row, letter] of [...one].entries()) {
    const now = [row + 1];
    for (const [column, candidate] of letters.entries()) {
      const change = (before[column] ?? 0) + (letter === candidate ? 0 : 1);
      now.push(Math.min(change, (before[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    }
    before = now;
  }
  return before.at(-1) ?? 0;
}
