import type { ReactElement } from 'react';
import type { SchemeView } from '../../../shared/contract/scheme-life.ts';
import { schemesPageText } from '../../../shared/text/ui/schemes-page-text.ts';
import { type DataColumn, DataTable } from '../../ui/data-table.tsx';
import { useRoute } from '../../work/routes.ts';
import { SchemeTag, stateOf } from './scheme-state.tsx';

/** Every scheme with its newest version; those that nobody has approved come first, those out of use last. */
export function SchemeList({ schemes }: { readonly schemes: readonly SchemeView[] }): ReactElement {
  const { go, href } = useRoute();
  return (
    <DataTable
      title={schemesPageText.list}
      columns={listColumns((id) => href('schemes', {}, id))}
      rows={schemes.toSorted((one, other) => rankOf(one) - rankOf(other))}
      rowKey={({ id }) => id}
      onRowActivate={({ id }) => go('schemes', {}, id)}
    />
  );
}

const ORDER = ['demonstration', 'plain', 'approved', 'retired'] as const;
const rankOf = (scheme: SchemeView): number => ORDER.indexOf(stateOf(scheme, scheme.versions.at(-1)));

const { columns: titles } = schemesPageText;

const listColumns = (hrefOf: (id: string) => string): readonly DataColumn<SchemeView>[] => [
  {
    key: 'title',
    title: titles.title,
    text: ({ title }) => title,
    filter: 'search',
    level: 'answers',
    render: ({ id, title }) => <a href={hrefOf(id)}>{title}</a>,
  },
  { key: 'kind', title: titles.kind, text: ({ kind }) => schemesPageText.kinds[kind], filter: 'values', sortable: false, width: 92 },
  {
    key: 'from',
    title: titles.from,
    text: ({ versions }) => schemesPageText.from(versions.at(-1)?.from ?? 0),
    width: 110,
    sortable: false,
  },
  {
    key: 'version',
    title: titles.version,
    text: ({ versions }) => schemesPageText.version(versions.at(-1)?.number ?? 0),
    width: 84,
    sortable: false,
  },
  {
    key: 'state',
    title: titles.state,
    text: (scheme) => schemesPageText.states[stateOf(scheme, scheme.versions.at(-1))],
    filter: 'values',
    sortable: false,
    width: 108,
    render: (scheme) => <SchemeTag state={stateOf(scheme, scheme.versions.at(-1))} />,
  },
  {
    key: 'basis',
    title: titles.basis,
    text: ({ versions }) => versions.at(-1)?.approved?.document ?? schemesPageText.noBasis,
    width: 160,
    sortable: false,
    level: 'B',
  },
  {
    key: 'changed',
    title: titles.changed,
    text: ({ versions }) => {
      const newest = versions.at(-1);
      return newest === undefined ? '' : schemesPageText.changed(newest.at.slice(0, 10), newest.by);
    },
    width: 150,
    sortable: false,
    level: 'B',
  },
];
