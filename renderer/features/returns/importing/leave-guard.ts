import { useEffect } from 'react';
import { isUnknown, parseAddress } from '../../../work/address.ts';

/** Asks before leaving; null while there is nothing to lose. */
let guard: ((leave: () => void) => void) | null = null;

/** Leaves the page by another way than a link (another year, another work): asks first where a link would. */
export function leaveReturns(leave: () => void): void {
  if (guard === null) leave();
  else guard(leave);
}

/**
 * While `active`, following a link to another page asks first, and closing or reloading the window asks in the browser's own words. Going
 * back in the history does not ask; the import session is kept either way.
 */
export function useLeaveGuard(active: boolean, ask: (leave: () => void) => void): void {
  useEffect(() => {
    if (!active) return undefined;
    guard = ask;
    const onClick = (event: MouseEvent): void => {
      const hash = leavingTo(event.target);
      if (hash === null) return;
      event.preventDefault();
      event.stopPropagation();
      ask(() => {
        window.location.hash = hash;
      });
    };
    const onUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
    // Before React's own listeners, which would follow the link.
    document.addEventListener('click', onClick, true);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      if (guard === ask) guard = null;
      document.removeEventListener('click', onClick, true);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [active, ask]);
}

/** The address of another page when the click is on a link to one. */
function leavingTo(target: EventTarget | null): string | null {
  const link = target instanceof Element ? target.closest('a[href^="#/"]') : null;
  const hash = link?.getAttribute('href') ?? null;
  if (hash === null) return null;
  const [to, here] = [parseAddress(hash), parseAddress(window.location.hash)];
  return !isUnknown(to) && to.page === 'returns' && to.year === here.year ? null : hash;
}
