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
  const [chosen, setChosen] = useState<Chosen>(() => ({
    way: from,
    published: null,
    kind: 'scoring',
    title: '',
    first: year,
    newId: freeId('own', ids),
  }));
  const change = (part: Partial<Chosen>): void => setChosen({ ...chosen, ...part });
  const { way, published, kind, title, first, newId } = chosen;
  return (
    <DecisionDialog
      title={text.beginTitle}
      confirm={text.beginConfirm}
      blocked={problemOf(chosen, ids)}
      decide={async (reason) => {
        const source = way === 'published' ? published : null;
        const made = await begin.mutateAsync({ published: source, kind, newId, title: title.trim(), from: first, reason });
        notice.success(text.begun(made.title));
        onBegun(made.id);
      }}
      onClose={onClose}
    >
      <Origin chosen={chosen} onChange={change} />
      <Field label={text.title}>
        {(field) => <Input {...field} value={title} maxLength={80} onChange={(event) => change({ title: event.target.value })} />}
      </Field>
      <Field label={text.from}>
        {(field) => <InputNumber {...field} min={2000} max={2100} value={first} onChange={(value) => change({ first: value ?? year })} />}
      </Field>
      <Field label={schemeDialogText.newId} error={idProblem(newId, ids)} hint={schemeDialogText.newIdHint}>
        {(field) => <Input {...field} value={newId} maxLength={60} onChange={(event) => change({ newId: event.target.value.trim() })} />}
      </Field>
    </DecisionDialog>
  );
}

interface Chosen {
  readonly way: 'published' | 'blank';
  readonly published: string | null;
  readonly kind: Kind;
  readonly title: string;
  readonly first: number;
  readonly newId: string;
}

function problemOf({ way, published, title, newId }: Chosen, ids: readonly string[]): string | null {
  if (way === 'published' && published === null) return text.publishedChoose;
  return title.trim() === '' ? text.titleMissing : idProblem(newId, ids);
}

/** Which published one, or of what kind the blank one is. */
function Origin({ chosen, onChange }: { readonly chosen: Chosen; onChange(part: Partial<Chosen>): void }): ReactElement {
  const listed = useCall('schemes.published', {});
  const schemes = listed.data?.schemes ?? [];
  return (
    <>
      <Radio.Group
        aria-label={text.beginFrom}
        value={chosen.way}
        onChange={(event) => onChange({ way: event.target.value === 'blank' ? 'blank' : 'published' })}
        options={[
          { value: 'published', label: text.fromPublished },
          { value: 'blank', label: text.fromBlank },
        ]}
      />
      <FailureAlert failure={listed.error} />
      {chosen.way === 'published' ? (
        <Field label={text.published} hint={text.publishedHint}>
          {(field) => (
            <Select
              {...field}
              value={chosen.published}
              onChange={(key) => onChange({ published: key, title: schemes.find((scheme) => scheme.key === key)?.title ?? '' })}
              showSearch={{ optionFilterProp: 'label' }}
              options={schemes.map((scheme) => ({ value: scheme.key, label: `${scheme.title}（${scheme.from}）` }))}
            />
          )}
        </Field>
      ) : (
        <Field label={text.blankKind}>
          {(field) => (
            <Select
              {...field}
              value={chosen.kind}
              onChange={(kind) => onChange({ kind })}
              options={KINDS.map((value) => ({ value, label: text.blankKinds[value] }))}
            />
          )}
        </Field>
      )}
    </>
  );
}
