import { useCallback, useEffect } from 'react';
import { addressHash, isUnknown, type PageName, type RouteParams } from './address.ts';
import { useAddress } from './use-address.ts';
import { useWork } from './work-context.tsx';

export { namedIn, type PageName, type RouteParams } from './address.ts';

export interface Route {
  readonly page: PageName;
  readonly part: string | null;
  readonly params: RouteParams;
  /** To another page of the year that is shown. */
  go(page: PageName, params?: RouteParams, part?: string): void;
  /** The same as the href of a link. */
  href(page: PageName, params?: RouteParams, part?: string): string;
}

/** Where the pages stand: the year and the place are in the address. */
export function useRoute(): Route {
  const address = useAddress();
  const { year } = useWork();
  const href = useCallback((page: PageName, params: RouteParams = {}, part?: string) => addressHash(year, page, params, part), [year]);
  const go = useCallback(
    (page: PageName, params: RouteParams = {}, part?: string) => {
      window.location.hash = addressHash(year, page, params, part);
    },
    [year],
  );
  const place = isUnknown(address) ? { page: 'workbench' as const, part: null, params: NO_PARAMS } : address;
  return { page: place.page, part: place.part, params: place.params, go, href };
}

const NO_PARAMS: RouteParams = {};

/** An address without a year gets the one that is shown, so that address, page and history agree. */
export function useYearInAddress(): void {
  const address = useAddress();
  const { year } = useWork();
  useEffect(() => {
    if (isUnknown(address) || address.year !== null) return;
    window.location.replace(addressHash(year, address.page, address.params, address.part));
  }, [address, year]);
}
