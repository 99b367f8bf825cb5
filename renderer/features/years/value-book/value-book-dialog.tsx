import type { UseQueryResult } from '@tanstack/react-query';
import { Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { MethodInput } from '../../../../shared/contract/contract.ts';
import type { ValueBookReport } from '../../../../shared/contract/value-book.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import { valueBookPageText as text } from '../../../../shared/text/ui/value-book-page-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { given } from '../../../client/locked-files.ts';
import type { GrantedFile } from '../../../host/host.ts';
import { BeforeAfter } from '../../../ui/before-after.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { EffectView } from '../../../ui/effect-view.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Field } from '../../../ui/field.tsx';
import { FindingLines } from '../../../ui/finding-lines.tsx';
import { PasswordBox } from '../../../ui/password-box.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { blockedBy, type BookKind, figureChanges, NO_PAPER, type Paper } from './book-draft.ts';

export interface ValueBookDialogProps {
  readonly kind: BookKind;
  readonly source: GrantedFile;
  readonly onClose: () => void;
}

/** 导入目标表, 导入认定数表: what is wrong with the workbook, what it changes, what that does to the scores; then the document as which it is stored. */
export function ValueBookDialog({ kind, source, onClose }: ValueBookDialogProps): ReactElement {
  const notice = useNotice();
  const [paper, setPaper] = useState<Paper>(NO_PAPER);
  const [passwords, setPasswords] = useState<readonly string[]>([]);
  const read = useReadBook(kind, { source: source.grant, ...given(passwords) }, paper.from);
  const targets = useCommand('targets.import');
  const figures = useCommand('figures.import');
  const words = text.kinds[kind];
  const store = async (reason: string): Promise<void> => {
    const head = { source: source.grant, ...given(passwords), document: paper.document.trim(), reason };
    const { rows, stored, findings } =
      kind === 'figures' || paper.from === null
        ? await figures.mutateAsync(head)
        : await targets.mutateAsync({ ...head, from: paper.from, ...furtherOf(paper) });
    // The file may have been changed since it was read.
    if (stored) notice.success(words.done(rows));
    else notice.error(text.errors(findings.length));
  };
  return (
    <DecisionDialog
      title={text.title(source.name)}
      confirm={words.confirm}
      blocked={blockedBy(kind, read.data, paper)}
      width={WIDTH}
      decide={store}
      onClose={onClose}
    >
      <FailureAlert failure={read.error} onRetry={() => void read.refetch()} />
      {read.data === undefined ? null : <PasswordBox files={[read.data]} onWord={(word) => setPasswords([word])} />}
      {read.data === undefined ? null : <Report kind={kind} read={read} report={read.data} />}
      {read.data === undefined || read.data.effect === null ? null : <PaperInputs kind={kind} paper={paper} onChange={setPaper} />}
    </DecisionDialog>
  );
}

const WIDTH = 860;

const furtherOf = ({ title, issued }: Paper): { title?: string; issued?: string } => ({
  ...(title.trim() === '' ? {} : { title: title.trim() }),
  ...(issued === null ? {} : { issued }),
});

/** Read as if it held from the first day of the year until its own day is written. */
function useReadBook(kind: BookKind, file: MethodInput<'figures.read'>, from: string | null): UseQueryResult<ValueBookReport> {
  const { year } = useWork();
  const targets = useCall('targets.read', { ...file, from: from ?? `${year}-01-01` }, { enabled: kind === 'targets', keepPrevious: true });
  const figures = useCall('figures.read', file, { enabled: kind === 'figures' });
  return kind === 'targets' ? targets : figures;
}

interface ReportProps {
  readonly kind: BookKind;
  readonly read: UseQueryResult<ValueBookReport>;
  readonly report: ValueBookReport;
}

function Report({ kind, read, report }: ReportProps): ReactElement {
  const { findings, effect, rows } = report;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const changes = figureChanges(report);
  return (
    <div className="value-book">
      {findings.length === 0 ? null : (
        <section aria-label={text.findings(errors, findings.length - errors)}>
          <h3>{text.findings(errors, findings.length - errors)}</h3>
          <FindingLines findings={findings} />
        </section>
      )}
      {effect === null ? null : (
        <>
          <h3>{text.rows(rows)}</h3>
          {kind === 'targets' ? null : changes.length === 0 ? <p className="muted">{text.same}</p> : <BeforeAfter changes={changes} />}
          <EffectView effect={{ isError: false, error: null, data: effect, isFetching: read.isFetching }} />
        </>
      )}
    </div>
  );
}

interface PaperInputsProps {
  readonly kind: BookKind;
  readonly paper: Paper;
  readonly onChange: (paper: Paper) => void;
}

function PaperInputs({ kind, paper, onChange }: PaperInputsProps): ReactElement {
  const { year } = useWork();
  const line = (name: 'document' | 'title', label: string, placeholder: string): ReactElement => (
    <Field label={label}>
      {(ids) => (
        <Input
          {...ids}
          value={paper[name]}
          maxLength={80}
          placeholder={placeholder}
          onChange={(event) => onChange({ ...paper, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="book-paper">
      {line('document', targetsText.document, targetsText.documentPlaceholder)}
      {kind === 'figures' ? null : (
        <>
          {line('title', targetsText.docTitle, '')}
          <DateInput label={text.issued} value={paper.issued} year={year} optional onChange={(issued) => onChange({ ...paper, issued })} />
          <DateInput label={targetsText.from} value={paper.from} year={year} onChange={(from) => onChange({ ...paper, from })} />
        </>
      )}
    </div>
  );
}
