import { Button, Input, Segmented, Select } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { AssessmentResult } from '../../../../shared/domain/assessment/types.ts';
import { fieldText } from '../../../../shared/text/what-if-text.ts';
import { supposeText } from '../../../../shared/text/ui/score-page-text.ts';
import { Field } from '../../../ui/field.tsx';
import { type Choice, fieldsOf, rowChoices, targetChoices, weightChoices } from './choices.ts';

export interface SupposeFormProps {
  readonly result: AssessmentResult;
  /** One change, as the contract writes it. */
  onAdd(change: string): void;
}

type Kind = keyof typeof supposeText.kinds;
const KINDS = ['cell', 'weight', 'target'] as const satisfies Kind[];

/** One change at a time: a number of a form, the full marks of a row, or a target. */
export function SupposeForm({ result, onAdd }: SupposeFormProps): ReactElement {
  const [kind, setKind] = useState<Kind>('cell');
  return (
    <section className="suppose-form" aria-label={supposeText.title}>
      <Segmented
        aria-label={supposeText.kind}
        value={kind}
        onChange={setKind}
        options={KINDS.map((name) => ({ value: name, label: supposeText.kinds[name] }))}
      />
      {kind === 'cell' ? <CellForm result={result} onAdd={onAdd} /> : <NumberForm key={kind} kind={kind} result={result} onAdd={onAdd} />}
    </section>
  );
}

function CellForm({ result, onAdd }: SupposeFormProps): ReactElement {
  const [unit, setUnit] = useState<string | null>(null);
  const [row, setRow] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [value, setValue] = useState('');
  const subject = result.units.find(({ subjectId }) => subjectId === unit);
  const fields = subject === undefined || row === null ? [] : fieldsOf(subject, row);
  const field = chosen !== null && fields.includes(chosen) ? chosen : (fields[0] ?? null);
  const complete = subject !== undefined && row !== null && field !== null && value.trim() !== '';
  const submit = (): void => {
    if (complete) onAdd(`${subject.name}/${row}/${fieldText(field)}=${value.trim()}`);
  };
  return (
    <Line complete={complete} onSubmit={submit}>
      <Picked
        label={supposeText.unit}
        value={unit}
        options={result.units.map(({ subjectId, name }) => ({ value: subjectId, label: name }))}
        onChange={(next) => {
          setUnit(next);
          setRow(null);
          setValue('');
        }}
      />
      <Picked
        label={supposeText.row}
        value={row}
        wide
        options={subject === undefined ? [] : rowChoices(subject)}
        onChange={(next) => {
          setRow(next);
          setValue('');
        }}
      />
      <Picked
        label={supposeText.field}
        value={field}
        options={fields.map((name) => ({ value: name, label: fieldText(name) }))}
        onChange={(next) => {
          setChosen(next);
          setValue('');
        }}
      />
      {field === 'status' ? (
        <Picked
          label={supposeText.value}
          value={value === '' ? null : value}
          options={supposeText.statuses.map((status) => ({ value: status, label: status }))}
          onChange={setValue}
        />
      ) : (
        <Typed label={supposeText.value} value={value} placeholder={supposeText.valuePlaceholder} onChange={setValue} />
      )}
    </Line>
  );
}

function NumberForm({ kind, result, onAdd }: SupposeFormProps & { readonly kind: 'weight' | 'target' }): ReactElement {
  const [of, setOf] = useState<string | null>(null);
  const [value, setValue] = useState('');
  const complete = of !== null && value.trim() !== '';
  const submit = (): void => {
    if (complete) onAdd(`${kind}:${of}=${value.trim()}`);
  };
  return (
    <Line complete={complete} onSubmit={submit}>
      <Picked
        label={kind === 'weight' ? supposeText.row : supposeText.measure}
        value={of}
        wide
        options={kind === 'weight' ? weightChoices(result) : targetChoices(result)}
        onChange={setOf}
      />
      <Typed
        label={kind === 'weight' ? supposeText.weight : supposeText.target}
        value={value}
        placeholder={kind === 'weight' ? '' : supposeText.targetPlaceholder}
        onChange={setValue}
      />
    </Line>
  );
}

interface LineProps {
  readonly complete: boolean;
  readonly children: ReactElement[];
  onSubmit(): void;
}

function Line({ complete, children, onSubmit }: LineProps): ReactElement {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="suppose-fields" onSubmit={submit}>
      {children}
      <Button type="primary" htmlType="submit" disabled={!complete}>
        {supposeText.add}
      </Button>
    </form>
  );
}

interface PickedProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly Choice[];
  readonly wide?: boolean;
  onChange(value: string): void;
}

const Picked = ({ label, value, options, wide = false, onChange }: PickedProps): ReactElement => (
  <Field label={label} className={wide ? 'suppose-wide' : 'suppose-field'}>
    {(ids) => (
      <Select
        {...ids}
        value={value}
        onChange={(next) => {
          if (next !== null) onChange(next);
        }}
        placeholder={supposeText.choose}
        disabled={options.length === 0}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={[...options]}
      />
    )}
  </Field>
);

interface TypedProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  onChange(value: string): void;
}

const Typed = ({ label, value, placeholder, onChange }: TypedProps): ReactElement => (
  <Field label={label} className="suppose-field">
    {(ids) => <Input {...ids} value={value} placeholder={placeholder} maxLength={60} onChange={(event) => onChange(event.target.value)} />}
  </Field>
);
