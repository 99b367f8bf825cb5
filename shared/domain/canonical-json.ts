/** JSON with the keys of every object in order: the same data give the same text, and so the same hash, whoever wrote them down. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)))
      : item,
  );
}
