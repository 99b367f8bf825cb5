import { AutoComplete, Input, Select, Switch } from 'antd';
import type { ReactElement } from 'react';
import type { FormValue } from '../../../../shared/domain/schemes/form/form-value.ts';
import type { NumberWidget, TextWidget, Widget } from '../../../../shared/domain/schemes/form/widget.ts';
import { KNOWN_MEASURE_NAMES, KNOWN_OUTS, nameText } from '../../../../shared/text/scheme/form/name-words.ts';
import { schemeEditorText as text } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { EitherEditor, GroupEditor, LinesEditor, MapEditor, TupleEditor } from './field-lists.tsx';
import { choiceText, type FieldEditorProps, ownProblem, textOf, useOffered } from './field-parts.tsx';

/** One value, entered in the way that follows from its schema. */
export function FieldEditor(props: FieldEditorProps): ReactElement {
  const { widget } = props;
  switch (widget.kind) {
    case 'number':
      return <NumberEditor {...props} widget={widget} />;
    case 'text':
      return <TextEditor {...props} widget={widget} />;
    case 'choice':
      return <ChoiceEditor {...props} widget={widget} />;
    case 'flag':
      return <FlagEditor {...props} />;
    case 'words':
      return <WordsEditor {...props} />;
    case 'list':
      return <LinesEditor {...props} widget={widget} />;
    case 'tuple':
      return <TupleEditor {...props} widget={widget} />;
    case 'map':
      return <MapEditor {...props} widget={widget} />;
    case 'group':
      return <GroupEditor {...props} widget={widget} />;
    case 'either':
      return <EitherEditor {...props} widget={widget} />;
    case 'part':
      return <span className="muted">{text.inTree}</span>;
  }
}

function NumberEditor({ ids, widget, value, place, problems, fallback, label, onChange }: FieldEditorProps<NumberWidget>): ReactElement {
  const { disabled } = useOffered();
  const { words } = widget;
  const shown = words.includes(textOf(value)) ? choiceText(textOf(value), place) : textOf(value);
  const typed = (entered: string): void => onChange(words.find((word) => choiceText(word, place) === entered.trim()) ?? entered);
  const common = {
    ...ids,
    'aria-label': label,
    disabled,
    value: shown,
    onChange: typed,
    ...(ownProblem(problems) === null ? {} : { status: 'error' as const, 'aria-invalid': true }),
  };
  const placeholder = fallback === null || fallback === undefined ? '' : choiceText(fallback, place);
  if (words.length === 0)
    return <Input {...common} placeholder={placeholder} className="field-number" onChange={(event) => typed(event.target.value)} />;
  return (
    <AutoComplete
      {...common}
      placeholder={placeholder}
      options={words.map((word) => ({ value: choiceText(word, place) }))}
      className="field-number"
      popupMatchSelectWidth={false}
    />
  );
}

/** Names are chosen from those there are, or typed. */
function TextEditor({ ids, widget, value, label, problems, onChange }: FieldEditorProps<TextWidget>): ReactElement {
  const { names, grades, disabled } = useOffered();
  const current = textOf(value);
  const status = ownProblem(problems) === null ? {} : { status: 'error' as const };
  if (widget.names === null)
    return (
      <Input
        {...ids}
        {...status}
        aria-label={label}
        disabled={disabled}
        value={current}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  const known = widget.names === 'grade' ? grades : widget.names === 'out' ? KNOWN_OUTS : [...KNOWN_MEASURE_NAMES, ...Object.keys(names)];
  const all = [...new Set([...(current === '' ? [] : [current]), ...known])];
  return (
    <Select
      {...ids}
      {...status}
      aria-label={label}
      disabled={disabled}
      showSearch={{ optionFilterProp: 'label' }}
      value={current === '' ? null : current}
      onChange={onChange}
      options={all.map((name) => ({ value: name, label: nameText(widget.names, name, names) }))}
    />
  );
}

function ChoiceEditor({
  ids,
  widget,
  value,
  place,
  fallback,
  label,
  onChange,
}: FieldEditorProps<Extract<Widget, { kind: 'choice' }>>): ReactElement {
  const { disabled } = useOffered();
  const blank = { value: '', label: fallback === null || fallback === undefined ? text.noValue : choiceText(fallback, place) };
  const options = widget.options.map((word) => ({ value: word, label: choiceText(word, place) }));
  const shown = [...(widget.options.includes(fallback ?? '') ? [] : [blank]), ...options];
  return (
    <Select
      {...ids}
      aria-label={label}
      disabled={disabled}
      value={textOf(value) === '' ? (fallback ?? '') : textOf(value)}
      onChange={onChange}
      options={shown}
      popupMatchSelectWidth={false}
    />
  );
}

function FlagEditor({ ids, value, fallback, label, onChange }: FieldEditorProps): ReactElement {
  const { disabled } = useOffered();
  return (
    <Switch
      {...ids}
      aria-label={label}
      disabled={disabled}
      checked={(textOf(value) === '' ? fallback : textOf(value)) === 'true'}
      onChange={(checked) => onChange(String(checked))}
      checkedChildren={text.yes}
      unCheckedChildren={text.no}
    />
  );
}

/** 条款 are offered; a word of explanation is typed. */
function WordsEditor({ ids, value, place, label, onChange }: FieldEditorProps): ReactElement {
  const { clauses, disabled } = useOffered();
  const list = Array.isArray(value) ? (value as readonly FormValue[]).map(textOf) : [];
  const offered = place.at(-1) === 'clause' ? clauses : [];
  return (
    <Select
      {...ids}
      mode="tags"
      aria-label={label}
      disabled={disabled}
      value={list}
      onChange={(words: string[]) => onChange(words)}
      options={offered.map((clause) => ({ value: clause, label: clause }))}
      {...(offered.length === 0 ? { open: false, suffixIcon: null } : {})}
    />
  );
}
