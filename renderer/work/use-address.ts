import { useMemo, useSyncExternalStore } from 'react';
import { type Address, parseAddress, type UnknownName } from './address.ts';

/** The place stands in the address behind #, so that a reload or the back button keeps it. */
export function useAddress(): Address | UnknownName {
  const hash = useSyncExternalStore(
    onHashChange,
    () => window.location.hash,
    () => '',
  );
  return useMemo(() => parseAddress(hash), [hash]);
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
