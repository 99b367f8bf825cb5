/** The page a key leads to; null for a key that does not turn pages. */
export function pageAfterKey(key: string, current: number, pages: number): number | null {
  switch (key) {
    case 'PageDown':
      return Math.min(current + 1, pages);
    case 'PageUp':
      return Math.max(current - 1, 1);
    case 'Home':
      return 1;
    case 'End':
      return pages;
    default:
      return null;
  }
}

/** The page that lies across the middle of what is seen. `tops`: where each page begins. */
export function pageInView(tops: readonly number[], scrollTop: number, height: number): number {
  const middle = scrollTop + height / 2;
  return Math.max(1, tops.filter((top) => top <= middle).length);
}
