import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

export interface FilterFocus {
  readonly box: RefObject<HTMLDivElement | null>;
  onKeyDown(event: KeyboardEvent): void;
  /** Hands the focus back to where the filter was opened from. */
  giveBack(): void;
}

/** While a column's filter is open the keyboard belongs to it: its keys must not reach the column header, which sorts on Enter. */
export function useFilterFocus(visible: boolean, close: () => void): FilterFocus {
  const box = useRef<HTMLDivElement | null>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (!visible) return undefined;
    opener.current = document.activeElement;
    // The popup is still being placed, and what is hidden takes no focus.
    const timer = setTimeout(() => box.current?.querySelector('input')?.focus(), PLACED_MS);
    return () => clearTimeout(timer);
  }, [visible]);
  const giveBack = (): void => {
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    close();
    giveBack();
  };
  return { box, onKeyDown, giveBack };
}

const PLACED_MS = 60;
