import { useSyncExternalStore } from 'react';

/** Room there is: wide from 1400 px, normal from 1100 (a full HD screen at 150 %), narrow below. */
export type Width = 'wide' | 'normal' | 'narrow';

const WIDE = '(width >= 1400px)';
const NORMAL = '(width >= 1100px)';

export function useWidth(): Width {
  return useSyncExternalStore(onChange, currentWidth, () => 'normal');
}

function currentWidth(): Width {
  if (window.matchMedia(WIDE).matches) return 'wide';
  return window.matchMedia(NORMAL).matches ? 'normal' : 'narrow';
}

function onChange(listener: () => void): () => void {
  const lists = [WIDE, NORMAL].map((media) => window.matchMedia(media));
  for (const list of lists) list.addEventListener('change', listener);
  return () => {
    for (const list of lists) list.removeEventListener('change', listener);
  };
}
