import { Button, Spin } from 'antd';
import type { ReactElement } from 'react';
import type { UnitStatus } from '../../../../shared/contract/returns.ts';
import { consentsText } from '../../../../shared/text/ui/consents-page-text.ts';
import { typedFactsText } from '../../../../shared/text/typed-text.ts';
import { detailText, originalText, returnsText, statusText } from '../../../../shared/text/ui/returns-text.ts';
import { ConsentsLine } from '../../../work/consents.tsx';
import { useRoute } from '../../../work/routes.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import { CopyButton } from '../detail/copy-button.tsx';
import { problemListOf } from '../detail/finding-place.ts';
import { ReturnDetail } from '../detail/return-detail.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { UnitCommands } from '../decisions/unit-commands.tsx';
import { UnitFacts } from '../decisions/unit-facts.tsx';
import { shownState } from './status-columns.tsx';
import { useStoredReturn } from './use-stored-return.ts';

/** A unit's current return, or what to do where there is none. */
export function ReturnDrawer({ unit, onClose }: { readonly unit: UnitStatus; readonly onClose: () => void }): ReactElement {
  const { href } = useRoute();
  const title = (
    <span className="returns-drawer-title">
      {unit.name} <StateTag state={shownState(unit)} />
      {unit.late ? <StateTag state="late" /> : null}
    </span>
  );
  return (
    <SideDrawer onClose={onClose} title={title} extra={<Button href={href('unit', {}, unit.unitId)}>{statusText.toUnit}</Button>}>
      <UnitFacts unit={unit} />
      <UnitCommands unit={unit} />
      {unit.state === 'missing' ? <NotReported unit={unit} /> : <Stored key={unit.unitId} unit={unit} />}
    </SideDrawer>
  );
}

function Stored({ unit }: { readonly unit: UnitStatus }): ReactElement {
  const { loading, failure, sha256, findings } = useStoredReturn(unit);
  if (loading)
    return (
      <div className="returns-original-wait" role="status">
        <Spin size="small" /> {originalText.loading}
      </div>
    );
  return (
    <>
      <div className="returns-detail-line">
        <span className="returns-detail-file">{unit.file}</span>
        {unit.version === null ? null : <span>{returnsText.version(unit.version)}</span>}
        <span>
          {statusText.columns.reportedOn} {unit.reportedOn ?? statusText.noDate}
        </span>
        <span>
          {consentsText.part} <ConsentsLine unitId={unit.unitId} />
        </span>
        {unit.sample ? <span className="muted">{returnsText.sample}</span> : null}
        {unit.typed === undefined ? null : <span>{typedFactsText(unit.typed)}</span>}
        <CopyButton
          label={detailText.copyList}
          hint={detailText.copyListHint}
          text={() => problemListOf(unit.name, unit.file ?? '', findings)}
          disabled={unit.errors + unit.warnings === 0}
        />
      </div>
      <FailureAlert failure={failure} />
      {sha256 === null ? <EmptyState title={statusText.noOriginal} /> : <ReturnDetail sha256={sha256} findings={findings} />}
    </>
  );
}

function NotReported({ unit }: { readonly unit: UnitStatus }): ReactElement {
  const { go } = useRoute();
  return (
    <EmptyState
      title={statusText.missingTitle(unit.name)}
      hint={statusText.missingHint}
      actions={
        <>
          <Button type="primary" onClick={() => go('returns', { tab: 'import' })}>
            {returnsText.tabs.import}
          </Button>
          <Button onClick={() => go('returns', { tab: 'templates', unit: unit.unitId })}>{returnsText.tabs.templates}</Button>
        </>
      }
    />
  );
}
