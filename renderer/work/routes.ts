import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';

export const PAGES = ['workbench', 'plan', 'returns', 'monitoring', 'assessment', 'ranking', 'reports'] as const;
export type PageName = (typeof PAGES)[number];

export type RouteParams = Readonly<Record<string, string>>;

export interface Route {
  readonly page: PageName;
  readonly params: RouteParams;
}

/** The page stands in the address behind #, so that a reload or the back button keeps the place. */
export function useRoute(): Route & { go(page: PageName, params?: RouteParams): void } {
  const hash = useSyncExternalStore(
    onHashChange,
    () => window.location.hash,
    () => '',
  );
  const route = useMemo(() => parseRoute(hash), [hash]);
  const go = useCallback((page: PageName, params: RouteParams = {}) => {
    window.location.hash = routeHash(page, params);
  }, []);
  return { ...route, go };
}

/** `#/assessment?unit=dept-transport`; an unknown address leads to the workbench. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const page = PAGES.find((name) => name === path);
  if (page === undefined) return { page: 'workbench', params: {} };
  return { page, params: Object.fromEntries(new URLSearchParams(search)) };
}

/** An address that names no page is replaced by the workbench's, so that the address, the page and the history agree. */
export function useKnownAddress(): void {
  const hash = useSyncExternalStore(
    onHashChange,
    () => window.location.hash,
    () => '',
  );
  useEffect(() => {
    const [path = ''] = hash.replace(/^#\/?/, '').split('?', 1);
    if (path !== '' && !PAGES.some((name) => name === path)) window.location.replace(routeHash('workbench'));
  }, [hash]);
}

/** Address of a page, also for the href of a link. */
export function routeHash(page: PageName, params: RouteParams = {}): string {
  const search = new URLSearchParams(params).toString();
  return `#/${page}${search === '' ? '' : `?${search}`}`;
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}
