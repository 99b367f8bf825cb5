import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { RegisterReport } from '../../../../shared/contract/stations.ts';
import { failureText } from '../../../../shared/text/failure-text.ts';
import { registerPageText as text } from '../../../../shared/text/ui/register-page-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import type { GrantedFile } from '../../../host/host.ts';
import { type DataColumn, DataTable } from '../../../ui/data-table.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Field } from '../../../ui/field.tsx';
import { FindingLines } from '../../../ui/finding-lines.tsx';
import { PasswordBox } from '../../../ui/password-box.tsx';

export interface RegisterDialogProps {
  readonly source: GrantedFile;
  readonly onClose: () => void;
}

/** 从站点表登记: every row with what it would do; with a row that cannot be taken nothing is registered. */
export function RegisterDialog({ source, onClose }: RegisterDialogProps): ReactElement {
  const [passwords, setPasswords] = useState<readonly string[]>([]);
  const [document, setDocument] = useState('');
  const asked = { source: source.grant, ...(passwords.length === 0 ? {} : { passwords: [...passwords] }) };
  const shown = useCall('stations.read', asked, { keepPrevious: true });
  const store = useCommand('stations.import');
  const lines = shown.data?.lines ?? [];
  const refused = lines.filter(({ failure }) => failure !== null).length;
  return (
    <DecisionDialog
      title={text.title(source.name)}
      confirm={text.confirm(lines.length)}
      done={text.done(lines.length)}
      width={WIDTH}
      blocked={blockedOf(shown.data, refused)}
      decide={async (reason) => {
        const paper = document.trim();
        const { stored } = await store.mutateAsync({ ...asked, reason, ...(paper === '' ? {} : { document: paper }) });
        if (!stored) throw new Error(text.changed);
      }}
      onClose={onClose}
    >
      <FailureAlert failure={shown.error} />
      {shown.data === undefined ? (
        <p role="status">{text.reading}</p>
      ) : (
        <Preview report={shown.data} refused={refused} onWord={(word) => setPasswords([...passwords, word])} />
      )}
      <Field label={text.document}>
        {(ids) => <Input {...ids} value={document} maxLength={100} onChange={(event) => setDocument(event.target.value)} />}
      </Field>
    </DecisionDialog>
  );
}

function blockedOf(report: RegisterReport | undefined, refused: number): string | null {
  if (report === undefined) return text.reading;
  if (report.lines.length === 0) return text.nothing;
  return refused === 0 ? null : text.refused(refused);
}

interface PreviewProps {
  readonly report: RegisterReport;
  readonly refused: number;
  readonly onWord: (word: string) => void;
}

function Preview({ report, refused, onWord }: PreviewProps): ReactElement {
  const { file, findings, lines } = report;
  const fresh = lines.filter(({ act }) => act === 'new').length;
  return (
    <>
      <PasswordBox files={[{ file, findings }]} onWord={onWord} />
      {findings.length === 0 ? null : <FindingLines findings={findings} />}
      {lines.length === 0 ? (
        <p>{text.nothing}</p>
      ) : (
        <DataTable<Line>
          title={text.counts(lines.length, fresh, lines.length - fresh - refused, refused)}
          columns={COLUMNS}
          rows={lines}
          rowKey={(line) => `${line.sheet} ${line.cell}`}
        />
      )}
    </>
  );
}

const WIDTH = 920;

type Line = RegisterReport['lines'][number];

const outcome = ({ act, failure }: Line): string => (failure === null ? text.acts[act ?? 'changed'] : text.acts.refused);

const { columns: titles } = text;

const COLUMNS: readonly DataColumn<Line>[] = [
  {
    key: 'act',
    title: titles.act,
    text: outcome,
    filter: 'values',
    width: 100,
    render: (line) => (line.act === 'changed' && line.failure === null ? outcome(line) : <strong>{outcome(line)}</strong>),
  },
  { key: 'name', title: titles.name, text: ({ name }) => name, filter: 'search' },
  { key: 'code', title: titles.code, text: ({ code }) => code ?? '', width: 100 },
  { key: 'places', title: titles.places, text: ({ places }) => places.join('、') },
  { key: 'cell', title: titles.cell, text: ({ sheet, cell }) => `${sheet} ${cell}`, sortable: false, width: 130 },
  {
    key: 'why',
    title: titles.why,
    text: ({ failure }) => (failure === null ? '' : failureText(failure.code, failure.params)),
    sortable: false,
  },
];
