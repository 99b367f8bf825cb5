import { useQueries } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { schemeDetailText as text } from '../../../../shared/text/ui/schemes-page-text.ts';
import { useCall, useClient } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Panel } from '../../../ui/page.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { addressHash } from '../../../work/address.ts';
import { isOpened } from '../../../work/years.ts';
import { Waiting } from '../waiting.tsx';

/** Which years are scored by the scheme, and by which version. */
export function Uses({ id }: { readonly id: string }): ReactElement {
  const client = useClient();
  const listed = useCall('year.list', {});
  const opened = (listed.data?.years ?? []).filter(({ state }) => isOpened(state));
  const shown = useQueries({
    queries: opened.map(({ year }) => ({ queryKey: ['year.show', { year }], queryFn: () => client.call('year.show', { year }) })),
  });
  const failed = listed.error ?? shown.find(({ error }) => error !== null)?.error ?? null;
  const waiting = listed.isPending || shown.some(({ isPending }) => isPending);
  const uses = shown.flatMap(({ data }) =>
    data?.scheme?.id === id ? [{ year: data.year, state: data.state, number: data.scheme.number }] : [],
  );
  return (
    <Panel title={text.uses}>
      <FailureAlert failure={failed} />
      {waiting && failed === null ? <Waiting /> : null}
      {!waiting && failed === null && uses.length === 0 ? <p className="muted">{text.noUse}</p> : null}
      <ul className="scheme-uses">
        {uses.map(({ year, state, number }) => (
          <li key={year}>
            <a href={addressHash(year, 'year')}>{text.use(year, number)}</a> <StateTag state={state} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
