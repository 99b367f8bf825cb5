import { Button } from 'antd';
import type { ReactElement } from 'react';
import { addressText, appText } from '../../shared/text/ui/app-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { addressHash, type PageName } from '../work/address.ts';
import { useRoute } from '../work/routes.ts';
import { useWork } from '../work/work-context.tsx';
import { isOpened } from '../work/years.ts';
import { entryOf } from './navigation.tsx';

/** The address names a year that the work does not have. */
export function UnknownYear({ year }: { readonly year: string }): ReactElement {
  const { years } = useWork();
  return (
    <Page title={addressText.yearTitle(year)}>
      <EmptyState
        title={addressText.yearChoose}
        hint={addressText.yearHint}
        actions={years.map((known) => (
          <Button
            key={known.year}
            href={addressHash(known.year, isOpened(known.state) ? 'workbench' : known.state === null ? 'monitoring' : 'year')}
          >
            {appText.yearOption(known.year)}
          </Button>
        ))}
      />
    </Page>
  );
}

/** The address names a page that there is not. */
export function UnknownPage({ name }: { readonly name: string }): ReactElement {
  const { href } = useRoute();
  return (
    <Page title={addressText.pageTitle(name)}>
      <EmptyState title={addressText.pageHint} actions={<Button href={href('workbench')}>{addressText.toWorkbench}</Button>} />
    </Page>
  );
}

/** A page of a year that is still to be opened. */
export function NotOpen({ page }: { readonly page: PageName }): ReactElement {
  const { year } = useWork();
  const { href } = useRoute();
  return (
    <Page title={appText.pages[entryOf(page)]}>
      <EmptyState
        title={addressText.notOpenTitle(year)}
        hint={addressText.notOpenHint}
        actions={
          <Button type="primary" href={href('year')}>
            {addressText.open}
          </Button>
        }
      />
    </Page>
  );
}

/** A year of which there is nothing but the air. */
export function OutsidePlan(): ReactElement {
  const { year } = useWork();
  const { href } = useRoute();
  return (
    <Page title={addressText.outsideTitle(year)}>
      <EmptyState title={addressText.outsideHint} actions={<Button href={href('monitoring')}>{addressText.toMonitoring}</Button>} />
    </Page>
  );
}
