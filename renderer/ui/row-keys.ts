import type { KeyboardEvent } from 'react';

/** Moves the focus from row to row: arrow keys, Home, End. Put on an element around the table. */
export function focusedRowAfter(event: KeyboardEvent): void {
  if (!(event.target instanceof HTMLTableRowElement)) return;
  const body = event.target.parentElement;
  if (body === null) return;
  const rows = [...body.children].filter(
    (row): row is HTMLElement => row instanceof HTMLElement && row.tabIndex >= -1 && row.hasAttribute('tabindex'),
  );
  const next = rows[nextIndex(event.key, rows.indexOf(event.target), rows.length)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** -1 where the key moves nothing. */
export function nextIndex(key: string, index: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, count - 1);
    case 'ArrowUp':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
