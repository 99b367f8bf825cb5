import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { UnitStatus } from '../../../../shared/contract/returns.ts';
import { reportingPageText as text } from '../../../../shared/text/ui/reporting-page-text.ts';
import { useLock } from '../../../work/lock.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { CleanDialog } from './review-dialog.tsx';

/** 待核全部通过: nothing where nobody waits, or nothing may be changed. */
export function PassClean({ units }: { readonly units: readonly UnitStatus[] }): ReactElement | null {
  const { year } = useWork();
  const lock = useLock();
  // The dialog stays with the names it was opened for, whatever the list says meanwhile.
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const names = units.filter(({ state }) => state === 'toReview').map(({ name }) => name);
  if (lock !== null || (names.length === 0 && asked === null)) return null;
  return (
    <>
      <Button size="small" onClick={() => setAsked(names)}>
        {text.clean(names.length)}
      </Button>
      {asked === null ? null : <CleanDialog names={asked} year={year} onClose={() => setAsked(null)} />}
    </>
  );
}
