/** The known word that is nearest to a typed one, for a remedy; null where none is near. */
export function nearestWord(typed: string, known: readonly string[]): string | null {
  const plain = typed.toLowerCase();
  const ranked = known
    .map((word) => ({ word, distance: editDistance(plain, word.toLowerCase()) }))
    .toSorted((one, other) => one.distance - other.distance || (one.word < other.word ? -1 : 1));
  const [best] = ranked;
  return best !== undefined && best.distance <= Math.max(1, Math.floor(Math.min(plain.length, best.word.length) / 3)) ? best.word : null;
}

/** 编辑距离 with neighbours exchanged counted as one (traget, target). */
export function editDistance(left: string, right: string): number {
  let [before, row] = [[] as number[], Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      const ways = [(row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same];
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) ways.push((before[j - 2] ?? 0) + 1);
      next.push(Math.min(...ways));
    }
    [before, row] = [row, next];
  }
  return row[right.length] ?? 0;
}
