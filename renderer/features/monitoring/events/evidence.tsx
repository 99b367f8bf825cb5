import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ListedEvent } from '../../../../shared/contract/exceptional-events.ts';
import { eventsPageText as text } from '../../../../shared/text/ui/events-page-text.ts';
import { failureOf, useHost, useJob } from '../../../client/context.tsx';
import type { GrantedFile } from '../../../host/host.ts';
import { failureSentence } from '../../../ui/failure-alert.tsx';
import { Field } from '../../../ui/field.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';

export interface EvidenceInputProps {
  readonly files: readonly GrantedFile[];
  readonly onChange: (files: readonly GrantedFile[]) => void;
}

/** 证据: files that are kept with the event. */
export function EvidenceInput({ files: chosen, onChange }: EvidenceInputProps): ReactElement {
  const { files } = useHost();
  const notice = useNotice();
  const choose = async (): Promise<void> => {
    const [file] = (await files.pickReturns('scan')) ?? [];
    if (file === undefined) return;
    if ('grant' in file) onChange([...chosen, file]);
    else notice.error(text.tooLarge(file.name));
  };
  return (
    <Field className="station-wide" label={text.fields.evidence} hint={text.hints.evidence}>
      {(ids) => (
        <div className="station-towns">
          {chosen.map((file) => (
            <span key={file.grant} className="station-town">
              {file.name}
              <Button
                size="small"
                type="text"
                aria-label={text.remove(file.name)}
                icon={<CloseOutlined aria-hidden="true" />}
                onClick={() => onChange(chosen.filter(({ grant }) => grant !== file.grant))}
              />
            </span>
          ))}
          <Button {...ids} onClick={() => void choose().catch(() => notice.error(text.chooseFailed))}>
            {text.choose}
          </Button>
        </div>
      )}
    </Field>
  );
}

/** Gives the evidence of an event out again, as it came. */
export function EvidenceOut({ event }: { readonly event: ListedEvent }): ReactElement | null {
  const { files } = useHost();
  const job = useJob('events.evidence');
  const notice = useNotice();
  if (event.evidence.length === 0) return null;
  const write = async (): Promise<void> => {
    const folder = await files.outputFolder('reports', 'ask');
    if (folder === null) return;
    const written = await job.start({ event: event.id, folder: folder.grant });
    if (written === null) return;
    await files.delivered(folder);
    notice.success(text.taken(written.files.length));
  };
  return (
    <Button loading={job.running} onClick={() => void write().catch((error: unknown) => notice.error(failureSentence(failureOf(error))))}>
      {text.takeOut}
    </Button>
  );
}
