import { Input } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import type { PlanComparison } from '../../../../shared/contract/plan-book.ts';
import { documentKindText } from '../../../../shared/text/plan-book-text.ts';
import { bookPageText } from '../../../../shared/text/ui/plan-book-page-text.ts';
import { useCommand, useJob } from '../../../client/context.tsx';
import { given } from '../../../client/locked-files.ts';
import type { GrantedFile } from '../../../host/host.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Field } from '../../../ui/field.tsx';
import { JobProgress } from '../../../ui/job-progress.tsx';
import { PasswordBox } from '../../../ui/password-box.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { ComparisonView } from './comparison-view.tsx';

export interface ImportDialogProps {
  readonly source: GrantedFile;
  readonly onClose: () => void;
}

/** 导入: every difference of the workbook first, then the document as which it is stored. */
export function ImportDialog({ source, onClose }: ImportDialogProps): ReactElement {
  const notice = useNotice();
  const take = useCommand('plan.import');
  const [paper, setPaper] = useState<Paper>({ document: '', title: '', date: null, from: null });
  const [passwords, setPasswords] = useState<readonly string[]>(NONE);
  const compared = useComparison(source, paper.from ?? paper.date, passwords);
  const { comparison } = compared;
  return (
    <DecisionDialog
      title={bookPageText.title(source.name)}
      confirm={bookPageText.confirm}
      blocked={blockedBy(comparison, paper)}
      width={WIDTH}
      decide={async (reason) => {
        const { stored } = await take.mutateAsync({ source: source.grant, ...given(passwords), ...written(paper), reason });
        if (stored === null) notice.warning(bookPageText.nothingStored);
        else notice.success(bookPageText.done(documentKindText(stored.kind), stored.number));
      }}
      onClose={onClose}
    >
      <JobProgress job={compared.job} />
      <FailureAlert failure={compared.job.failure} />
      {comparison === null ? null : <PasswordBox files={[comparison]} onWord={(word) => setPasswords([word])} />}
      {comparison === null ? null : <ComparisonView comparison={comparison} />}
      {comparison === null || comparison.counts.errors > 0 ? null : <PaperInputs paper={paper} onChange={setPaper} />}
    </DecisionDialog>
  );
}

const WIDTH = 900;

/** Passwords (打开密码) before one is typed. */
const NONE: readonly string[] = [];

/** The document as which the workbook is stored. */
interface Paper {
  readonly document: string;
  readonly title: string;
  readonly date: string | null;
  readonly from: string | null;
}

function written({ document, title, date, from }: Paper): { document: string; title?: string; date?: string; from?: string } {
  return {
    document: document.trim(),
    ...(title.trim() === '' ? {} : { title: title.trim() }),
    ...(date === null ? {} : { date }),
    ...(from === null ? {} : { from }),
  };
}

function blockedBy(comparison: PlanComparison | null, { document }: Paper): string | null {
  if (comparison === null) return bookPageText.comparing;
  if (comparison.counts.errors > 0) return bookPageText.errors(comparison.counts.errors);
  if (comparison.kind === null) return bookPageText.same;
  return document.trim() === '' ? bookPageText.documentMissing : null;
}

/** What the workbook would change if it held from that day; compared anew when the day changes. */
function useComparison(
  source: GrantedFile,
  from: string | null,
  passwords: readonly string[],
): { readonly job: ReturnType<typeof useJob<'plan.compare'>>; readonly comparison: PlanComparison | null } {
  const job = useJob('plan.compare');
  const { start, cancel } = job;
  const [comparison, setComparison] = useState<PlanComparison | null>(null);
  useEffect(() => {
    let wanted = true;
    const compare = async (): Promise<void> => {
      const found = await start({ source: source.grant, ...given(passwords), ...(from === null ? {} : { from }) });
      if (wanted && found !== null) setComparison(found);
    };
    void compare();
    return () => {
      wanted = false;
      cancel();
    };
  }, [source, from, passwords, start, cancel]);
  return { job, comparison };
}

interface PaperInputsProps {
  readonly paper: Paper;
  readonly onChange: (paper: Paper) => void;
}

function PaperInputs({ paper, onChange }: PaperInputsProps): ReactElement {
  const { year } = useWork();
  const text = (name: 'document' | 'title', label: string, placeholder?: string): ReactElement => (
    <Field label={label}>
      {(ids) => (
        <Input
          {...ids}
          value={paper[name]}
          maxLength={80}
          placeholder={placeholder ?? ''}
          onChange={(event) => onChange({ ...paper, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="book-paper">
      {text('document', bookPageText.document, bookPageText.documentPlaceholder)}
      {text('title', bookPageText.documentTitle)}
      <DateInput label={bookPageText.issued} value={paper.date} year={year} optional onChange={(date) => onChange({ ...paper, date })} />
      <DateInput label={bookPageText.from} value={paper.from} year={year} optional onChange={(from) => onChange({ ...paper, from })} />
    </div>
  );
}
