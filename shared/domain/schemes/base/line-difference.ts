export interface DiffLine {
  readonly kind: 'kept' | 'removed' | 'added';
  readonly text: string;
}

/** Two lists of lines: the longest run of lines they share is kept, the others are removed or added. */
export function lineDifference(old: readonly string[], now: readonly string[]): DiffLine[] {
  const shared = sharedLengths(old, now);
  const lines: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < old.length || column < now.length) {
    const [removed, added] = [old[row], now[column]];
    if (removed !== undefined && removed === added) {
      lines.push({ kind: 'kept', text: removed });
      row += 1;
      column += 1;
    } else if (added === undefined || (removed !== undefined && at(shared, row + 1, column) >= at(shared, row, column + 1))) {
      lines.push({ kind: 'removed', text: removed ?? '' });
      row += 1;
    } else {
      lines.push({ kind: 'added', text: added });
      column += 1;
    }
  }
  return lines;
}

/** Lines that differ with what stands around them; long runs of the same are left out and counted. */
export function withContext(lines: readonly DiffLine[], around: number): (DiffLine | { readonly kind: 'gap'; readonly count: number })[] {
  const near = lines.map((_, index) => lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== 'kept'));
  const shown: (DiffLine | { kind: 'gap'; count: number })[] = [];
  for (const [index, line] of lines.entries()) {
    const last = shown.at(-1);
    if (near[index] === true) shown.push(line);
    else if (last?.kind === 'gap') last.count += 1;
    else shown.push({ kind: 'gap', count: 1 });
  }
  return shown;
}

/** How many lines two tails share, for every pair of them. */
function sharedLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0));
  for (let row = old.length - 1; row >= 0; row -= 1) {
    for (let column = now.length - 1; column >= 0; column -= 1) {
      const own = lengths[row] ?? [];
      own[column] =
        old[row] === now[column]
          ? at(lengths, row + 1, column + 1) + 1
          : Math.max(at(lengths, row + 1, column), at(lengths, row, column + 1));
    }
  }
  return lengths;
}

const at = (lengths: readonly (readonly number[])[], row: number, column: number): number => lengths[row]?.[column] ?? 0;
