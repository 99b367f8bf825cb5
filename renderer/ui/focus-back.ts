import { useEffect } from 'react';

/** For what is mounted only while it is open: when it goes, the focus returns to where it was before. */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}
