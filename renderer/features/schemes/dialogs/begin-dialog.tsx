import { Input, InputNumber, Radio, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { schemeDialogText } from '../../../../shared/text/ui/schemes-page-text.ts';
import { useCall, useCommand } from '../../../client/context.tsx';
import { DecisionDialog } from '../../../ui/decision-dialog.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Field } from '../../../ui/field.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { freeId, idProblem } from './new-id.ts';

export interface BeginDialogProps {
  readonly ids: readonly string[];
  /** From a published one, or blank, to begin with. */
  readonly from: 'published' | 'blank';
  onBegun(id: string): void;
  readonly onClose: () => void;
}

const KINDS = ['scoring', 'ranking', 'money'] as const;
type Kind = (typeof KINDS)[number];

/** 新办法: from a published one, or a blank one of its kind; then it is edited. */
export function BeginDialog({ ids, from, onBegun, onClose }: BeginDialogProps): ReactElement {
  const { year } = useWork();
  const begin = useCommand('schemes.begin');
  const notice = useNotice();
  const listed = useCall('schemes.published', {});
  const [way, setWay] = useState(from);
  const [published, setPublished] = useState<string | null>(null);
  const [kind, setKind] = useState<Kind>('scoring');
  const [title, setTitle] = useState('');
  const [first, setFirst] = useState(year);
  const [newId, setNewId] = useState(() => freeId('own', ids));
  const schemes = listed.data?.schemes ?? [];
  const problem =
    way === 'published' && published === null ? text.publishedChoose : title.trim() === '' ? text.titleMissing : idProblem(newId, ids);
  const choose = (key: string): void => {
    setPublished(key);
    setTitle(schemes.find((scheme) => scheme.key === key)?.title ?? '');
  };
  return (
    <DecisionDialog
      title={text.beginTitle}
      confirm={text.beginConfirm}
      blocked={problem}
      decide={async (reason) => {
        const source = way === 'published' ? published : null;
        const made = await begin.mutateAsync({ published: source, kind, newId, title: title.trim(), from: first, reason });
        notice.success(text.begun(made.title));
        onBegun(made.id);
      }}
      onClose={onClose}
    >
      <Radio.Group
        aria-label={text.beginFrom}
        value={way}
        onChange={(event) => setWay(event.target.value === 'blank' ? 'blank' : 'published')}
        options={[
          { value: 'published', label: text.fromPublished },
          { value: 'blank', label: text.fromBlank },
        ]}
      />
      <FailureAlert failure={listed.error} />
      {way === 'published' ? (
        <Field label={text.published} hint={text.publishedHint}>
          {(field) => (
            <Select
              {...field}
              value={published}
              onChange={choose}
              showSearch={{ optionFilterProp: 'label' }}
              options={schemes.map((scheme) => ({ value: scheme.key, label: `${scheme.title}（${scheme.from}）` }))}
            />
          )}
        </Field>
      ) : (
        <Field label={text.blankKind}>
          {(field) => (
            <Select {...field} value={kind} onChange={setKind} options={KINDS.map((value) => ({ value, label: text.blankKinds[value] }))} />
          )}
        </Field>
      )}
      <Field label={text.title}>
        {(field) => <Input {...field} value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
      <Field label={text.from}>
        {(field) => <InputNumber {...field} min={2000} max={2100} value={first} onChange={(value) => setFirst(value ?? year)} />}
      </Field>
      <Field label={schemeDialogText.newId} error={problem === null ? null : idProblem(newId, ids)} hint={schemeDialogText.newIdHint}>
        {(field) => <Input {...field} value={newId} maxLength={60} onChange={(event) => setNewId(event.target.value.trim())} />}
      </Field>
    </DecisionDialog>
  );
}
