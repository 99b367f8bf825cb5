import { useCall } from '../../../client/context.tsx';
import { useRoute } from '../../../work/routes.ts';
import { useWork } from '../../../work/work-context.tsx';

export interface ShownScheme {
  /** Written as rules; null while it is not known yet. */
  readonly rules: boolean | null;
  /** Input of what is asked about it. */
  readonly request: { readonly year: number; readonly scheme?: string };
  /** Null: that of the year. */
  readonly id: string | null;
  /** The year's own; null where none is chosen. */
  readonly own: { readonly id: string; readonly title: string } | null;
}

/** By which scheme the page shows the year: that of the address (`scheme=`), else that of the year. */
export function useScheme(): ShownScheme {
  const { year } = useWork();
  const { params } = useRoute();
  const view = useCall('year.show', { year });
  const asked = params['scheme'] ?? null;
  const own = view.data?.scheme ?? null;
  const id = asked === null || asked === own?.id ? null : asked;
  const rules = view.data === undefined ? null : id !== null || own?.shape === 'rules';
  return { rules, id, own, request: id === null ? { year } : { year, scheme: id } };
}

/** What keeps the chosen scheme in the address from one part of the page to another. */
export const schemeParam = (id: string | null): Readonly<Record<string, string>> => (id === null ? {} : { scheme: id });
