import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { SchemeView } from '../../../../shared/contract/scheme-life.ts';
import { schemeDetailText as text } from '../../../../shared/text/ui/schemes-page-text.ts';
import { useHost, useJob } from '../../../client/context.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';
import { useRoute } from '../../../work/routes.ts';
import { useWork } from '../../../work/work-context.tsx';
import { ApproveDialog } from '../dialogs/approve-dialog.tsx';
import { CopyDialog } from '../dialogs/copy-dialog.tsx';
import { RetireDialog } from '../dialogs/retire-dialog.tsx';
import type { SchemeVersion } from '../scheme-state.tsx';

export interface SchemeCommandsProps {
  readonly scheme: SchemeView;
  readonly version: SchemeVersion;
  readonly ids: readonly string[];
  /** 审定 is the one thing to do here. */
  readonly leading: boolean;
}

type Opened = 'approve' | 'copy' | 'retire' | null;

/** What can be decided about the version that is shown, and its file to take along. */
export function SchemeCommands({ scheme, version, ids, leading }: SchemeCommandsProps): ReactElement {
  const { summary } = useWork();
  const { go } = useRoute();
  const [opened, setOpened] = useState<Opened>(null);
  const close = (): void => setOpened(null);
  const dialog = { scheme, version, onClose: close };
  return (
    <>
      {summary.readOnly ? (
        <p className="lock-line">{text.readOnly}</p>
      ) : (
        <>
          {version.approved !== null || scheme.retired ? null : (
            <Button type={leading ? 'primary' : 'default'} onClick={() => setOpened('approve')}>
              {text.approve}
            </Button>
          )}
          <Button onClick={() => setOpened('copy')}>{text.copy}</Button>
          <Button onClick={() => setOpened('retire')}>{scheme.retired ? text.restore : text.retire}</Button>
        </>
      )}
      <ExportButton scheme={scheme} version={version} />
      {opened === 'approve' ? <ApproveDialog {...dialog} /> : null}
      {opened === 'copy' ? <CopyDialog {...dialog} ids={ids} onCopied={(id) => go('schemes', {}, id)} /> : null}
      {opened === 'retire' ? <RetireDialog {...dialog} /> : null}
    </>
  );
}

function ExportButton({ scheme: { id, title }, version: { number } }: Pick<SchemeCommandsProps, 'scheme' | 'version'>): ReactElement {
  const { files } = useHost();
  const notice = useNotice();
  const write = useJob('schemes.write');
  const save = async (): Promise<void> => {
    const target = await files.outputFile(text.fileName(title, number));
    if (target === null) return;
    if ((await write.start({ id, number, file: target.grant })) === null) return;
    await files.delivered(target);
    notice.success(text.exported(target.name));
  };
  return (
    <>
      <Button loading={write.running} onClick={() => void save()}>
        {text.export}
      </Button>
      <FailureAlert failure={write.failure} />
    </>
  );
}
