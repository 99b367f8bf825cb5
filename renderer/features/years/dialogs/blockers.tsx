import { CloseCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import { yearDialogText } from '../../../../shared/text/ui/years-text.ts';
import { blockerText } from '../../../../shared/text/year-text.ts';
import { StateTag } from '../../../ui/state-tag.tsx';
import { useRoute } from '../../../work/routes.ts';

export type Blocker = MethodOutput<'year.blockers'>['blockers'][number];

interface BlockersProps {
  readonly blockers: readonly Blocker[];
  /** Id of the scheme by which the year is scored. */
  readonly scheme: string | null;
}

/** What stands against signing, each with its door. */
export function Blockers({ blockers, scheme }: BlockersProps): ReactElement {
  if (blockers.length === 0) return <p>{yearDialogText.blockersNone}</p>;
  return (
    <ul className="blockers">
      {blockers.map(({ code, params }) => (
        <li key={code}>
          <CloseCircleFilled aria-hidden="true" className="blocker-mark" />
          <span className="blocker-text">{blockerText(code, params)}</span>
          <Door code={code} scheme={scheme} />
        </li>
      ))}
    </ul>
  );
}

/** What stands against nothing and is told: units that nobody has passed. */
export function SignWarnings({ warnings }: { readonly warnings: readonly Blocker[] }): ReactElement | null {
  if (warnings.length === 0) return null;
  return (
    <ul className="blockers">
      {warnings.map(({ code, params }) => (
        <li key={code}>
          <StateTag state="warning" />
          <span className="blocker-text">{blockerText(code, params)}</span>
          <Door code={code} scheme={null} />
        </li>
      ))}
    </ul>
  );
}

/** Where a blocker is cured. */
function Door({ code, scheme }: { readonly code: string; readonly scheme: string | null }): ReactElement | null {
  const { href } = useRoute();
  const title = yearDialogText.doors[code];
  if (title === undefined) return null;
  const places: Readonly<Record<string, string>> = {
    missing: href('returns', { tab: 'status' }),
    errors: href('findings'),
    empty: href('returns', { tab: 'status' }),
    unpassed: href('returns', { tab: 'status' }),
    missingRows: href('assessment'),
    consents: href('consents'),
    pending: href('targets'),
    demonstration: scheme === null ? href('schemes') : href('schemes', {}, scheme),
  };
  const place = places[code];
  return place === undefined ? null : (
    <Button size="small" href={place}>
      {title}
    </Button>
  );
}
