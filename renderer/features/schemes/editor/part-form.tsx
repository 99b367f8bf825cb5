import { Button, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import type { FieldProblem } from '../../../../shared/domain/schemes/form/form-value.ts';
import type { LanguageForms } from '../../../../shared/domain/schemes/form/language-forms.ts';
import { fieldsOfForm, type NodeForm, rawOf, withKind } from '../../../../shared/domain/schemes/form/node-form.ts';
import type { OutlinePart } from '../../../../shared/domain/schemes/form/outline.ts';
import type { Field as FormField, Widget } from '../../../../shared/domain/schemes/form/widget.ts';
import { fieldHelp, fieldLabel } from '../../../../shared/text/scheme/form/field-words.ts';
import { COMPARISON, CONDITION_LABELS, NO_RULE, RULE_LABELS, SOURCE_LABELS } from '../../../../shared/text/scheme/form/kind-words.ts';
import { schemeReading } from '../../../../shared/text/scheme/form/readings.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { Field } from '../../../ui/field.tsx';
import { FieldEditor } from './field-editor.tsx';
import { ownProblem, useOffered } from './field-parts.tsx';

export interface PartFormProps {
  readonly part: OutlinePart;
  /** As it is typed; null where the part has no form. */
  readonly form: NodeForm | null;
  readonly language: LanguageForms;
  readonly scale: string | null;
  /** What else is wrong with the part, in words. */
  readonly problems: readonly string[];
  onChange(form: NodeForm): void;
}

/** One part of a scheme: what it says as a sentence, and a field for each of its words. */
export function PartForm({ part, form, language, scale, problems, onChange }: PartFormProps): ReactElement {
  const { names } = useOffered();
  if (form === null) return <p className="muted">{text.noForm}</p>;
  const read = rawOf(form, language, { scale });
  const wrong = 'problems' in read ? read.problems : [];
  const reading = part.role === 'head' ? '' : schemeReading(part, names);
  return (
    <div className="part-form">
      {reading === '' ? null : (
        <p className="part-reading">
          <span className="part-reading-head">{text.reading}</span>
          {reading}
        </p>
      )}
      {problems.length === 0 ? null : (
        <ul className="part-problems">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
      <KindFields form={form} language={language} onChange={onChange} />
      <Fields form={form} language={language} problems={wrong} onChange={onChange} />
    </div>
  );
}

interface FieldsProps extends Pick<PartFormProps, 'language' | 'onChange'> {
  readonly form: NodeForm;
  readonly problems: readonly FieldProblem[];
}

/** What every rule may say besides is shown where it says it, and on demand. */
function Fields({ form, language, problems, onChange }: FieldsProps): ReactElement {
  const [open, setOpen] = useState(false);
  const beside = new Set([...language.common, ...language.conditionWords, ...language.group].map(({ key }) => key));
  const all = fieldsOfForm(form, language).filter(({ widget }) => !isOnlyParts(widget));
  const shown = all.filter(({ key }) => open || !beside.has(key) || SHOWN.has(key) || form.values[key] !== undefined);
  const hidden = all.length - shown.length;
  return (
    <>
      {shown.map((field) => (
        <FormFieldRow key={field.key} field={field} form={form} problems={problems} onChange={onChange} />
      ))}
      {hidden === 0 && !open ? null : (
        <Button size="small" type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? text.less : text.more(hidden)}
        </Button>
      )}
    </>
  );
}

/** 依据的条款 should not be forgotten. */
const SHOWN: ReadonlySet<string> = new Set(['clause']);

/** A list of rules has no field: they stand in the tree. */
const isOnlyParts = (widget: Widget): boolean =>
  widget.kind === 'part' ||
  (widget.kind === 'list' && isOnlyParts(widget.item)) ||
  (widget.kind === 'either' && widget.options.every(isOnlyParts)) ||
  (widget.kind === 'group' && widget.fields.length > 0 && widget.fields.every((field) => isOnlyParts(field.widget)));

/** 取什么数 and 算法, of which the other fields follow. */
function KindFields({
  form,
  language,
  onChange,
}: Pick<PartFormProps, 'language' | 'onChange'> & { readonly form: NodeForm }): ReactElement | null {
  const { disabled } = useOffered();
  if (form.role === 'output' || form.role === 'head' || form.role === 'number') return null;
  const conditions =
    form.role === 'condition' ? language.conditions.map(({ key }) => ({ value: key, label: CONDITION_LABELS[key] ?? key })) : [];
  const sources = language.sources.filter(({ key }) => form.role !== 'condition' || !language.conditions.some((one) => one.key === key));
  const options = [
    ...conditions,
    ...sources.map(({ key }) => ({
      value: key,
      label: `${form.role === 'condition' ? `${COMPARISON}：` : ''}${SOURCE_LABELS[key] ?? key}`,
    })),
  ];
  const isCondition = conditions.some(({ value }) => value === form.source);
  const methods = [{ value: '', label: NO_RULE }, ...language.rules.map(({ key }) => ({ value: key, label: RULE_LABELS[key] ?? key }))];
  return (
    <>
      {form.source === '' ? null : (
        <Field label={form.role === 'condition' ? text.condition : text.source}>
          {(ids) => (
            <Select
              {...ids}
              disabled={disabled}
              value={form.source}
              onChange={(source) => onChange(withKind(form, { source }, language))}
              options={options}
            />
          )}
        </Field>
      )}
      {isCondition || form.role === 'condition' ? null : (
        <Field label={text.method}>
          {(ids) => (
            <Select
              {...ids}
              disabled={disabled}
              value={form.rule ?? ''}
              onChange={(rule) => onChange(withKind(form, { rule: rule === '' ? null : rule }, language))}
              options={methods}
            />
          )}
        </Field>
      )}
    </>
  );
}

interface FormFieldRowProps {
  readonly field: FormField;
  readonly form: NodeForm;
  readonly problems: readonly FieldProblem[];
  onChange(form: NodeForm): void;
}

/** Rules inside of the part stand in the tree, not among its fields. */
function FormFieldRow({ field: { key, widget, fallback }, form, problems, onChange }: FormFieldRowProps): ReactElement | null {
  const kinds = [form.source, ...(form.rule === null ? [] : [form.rule])];
  const own = problems.flatMap((found) => (found.at[0] === key ? [{ ...found, at: found.at.slice(1) }] : []));
  if (widget.kind === 'part') return null;
  const label = fieldLabel([key], kinds);
  return (
    <Field label={label} error={ownProblem(own)} hint={fieldHelp([key], kinds)} className={WIDE.has(widget.kind) ? 'field-wide' : ''}>
      {(ids) => (
        <FieldEditor
          ids={ids}
          widget={widget}
          value={form.values[key]}
          place={[key]}
          kinds={kinds}
          problems={own}
          fallback={fallback}
          label={label}
          onChange={(value) => onChange({ ...form, values: { ...form.values, [key]: value } })}
        />
      )}
    </Field>
  );
}

const WIDE: ReadonlySet<string> = new Set(['list', 'map', 'group', 'either', 'tuple']);

export interface PartActsProps {
  readonly part: OutlinePart;
  readonly removable: boolean;
  onMove(by: -1 | 1): void;
  onAdd(): void;
  onRemove(): void;
}

/** What can be done with a row as a whole. */
export function PartActs({ part: { row, role }, removable, onMove, onAdd, onRemove }: PartActsProps): ReactElement | null {
  const { disabled } = useOffered();
  if (disabled || (row === null && role !== 'output')) return null;
  return (
    <div className="part-acts">
      {row === null ? null : (
        <>
          <Button size="small" onClick={() => onMove(-1)}>
            {text.up}
          </Button>
          <Button size="small" onClick={() => onMove(1)}>
            {text.down}
          </Button>
          <Button size="small" onClick={onAdd}>
            {text.add}
          </Button>
        </>
      )}
      <Button size="small" disabled={!removable} title={removable ? '' : text.removeLast} onClick={onRemove}>
        {text.remove}
      </Button>
    </div>
  );
}
