import { DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { FieldProblem, FormFields, FormValue } from '../../../../shared/domain/schemes/form/form-value.ts';
import type { Widget } from '../../../../shared/domain/schemes/form/widget.ts';
import { fieldLabel } from '../../../../shared/text/scheme/form/field-words.ts';
import { nameText } from '../../../../shared/text/scheme/form/name-words.ts';
import { schemeEditorText as text, widgetShapeText } from '../../../../shared/text/ui/scheme-editor-text.ts';
import { Field } from '../../../ui/field.tsx';
import { blankOf } from './blank-value.ts';
import { choiceText, type FieldEditorProps, ownProblem, useOffered, Ways } from './field-parts.tsx';

const below = (problems: readonly FieldProblem[], key: string | number): readonly FieldProblem[] =>
  problems.flatMap((found) => (found.at[0] === key ? [{ ...found, at: found.at.slice(1) }] : []));

type Of<Kind extends Widget['kind']> = FieldEditorProps<Extract<Widget, { kind: Kind }>>;

/** 一行: several values side by side. */
export function TupleEditor({ widget, value, onChange, ...props }: Of<'tuple'>): ReactElement {
  const items = itemsOf(value);
  const put = (index: number, item: FormValue): void =>
    onChange(widget.items.map((own, at) => (at === index ? item : (items[at] ?? blankOf(own)))));
  return (
    <div className="field-tuple">
      {widget.items.map((item, index) => (
        // Places of a row have no name of their own, and do not move.
        // oxlint-disable-next-line react/no-array-index-key -- the place is what it is known by
        <Item key={index} {...props} widget={item} index={index} value={items[index]} onItem={(next) => put(index, next)} />
      ))}
    </div>
  );
}

const itemsOf = (value: FormValue | undefined): readonly FormValue[] => (Array.isArray(value) ? (value as readonly FormValue[]) : []);

/** 各行; of rows of several values each value has its own field. Rules inside stand in the tree. */
export function LinesEditor(props: Of<'list'>): ReactElement {
  const { widget, value, onChange } = props;
  const { disabled } = useOffered();
  const items = itemsOf(value);
  const put = (index: number, item: FormValue): void => onChange(items.map((one, at) => (at === index ? item : one)));
  const { item } = widget;
  const inTree = hasPart(item);
  return (
    <div className="field-lines">
      {items.map((one, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is known by its place
        <div key={index} className="field-line">
          <Item {...props} widget={item} index={index} value={one} onItem={(next) => put(index, next)} />
          {inTree ? null : (
            <RemoveButton
              label={`${text.removeLine} ${index + 1}`}
              disabled={disabled || items.length < 2}
              onClick={() => onChange(items.filter((_, at) => at !== index))}
            />
          )}
        </div>
      ))}
      <Own problems={props.problems} />
      {inTree ? (
        <span className="muted">{text.inTree}</span>
      ) : (
        <Button size="small" type="dashed" disabled={disabled} onClick={() => onChange([...items, items.at(-1) ?? blankOf(item)])}>
          {text.addLine}
        </Button>
      )}
    </div>
  );
}

const hasPart = (widget: Widget): boolean =>
  widget.kind === 'part' ||
  (widget.kind === 'tuple' && widget.items.some(hasPart)) ||
  (widget.kind === 'group' && widget.fields.some((field) => hasPart(field.widget)));

interface ItemProps extends Omit<FieldEditorProps, 'widget' | 'value' | 'onChange'> {
  readonly widget: Widget;
  readonly index: number;
  readonly value: FormValue | undefined;
  onItem(value: FormValue): void;
}

function Item({ index, onItem, widget, value, place, kinds, problems, label }: ItemProps): ReactElement | null {
  const { Editor } = useOffered();
  if (widget.kind === 'part') return null;
  const own = below(problems, index);
  return (
    <div className="field-item">
      <Editor
        ids={NO_IDS}
        widget={widget}
        value={value}
        place={[...place, index]}
        kinds={kinds}
        problems={own}
        label={`${label} ${index + 1}`}
        onChange={onItem}
      />
      <Own problems={own} hidden={widget.kind === 'tuple' || widget.kind === 'group' || widget.kind === 'list'} />
    </div>
  );
}

const NO_IDS = {} as { readonly id: string };

/** What is wrong with a value inside of another one. */
const Own = ({
  problems,
  hidden = false,
}: {
  readonly problems: readonly FieldProblem[];
  readonly hidden?: boolean;
}): ReactElement | null => {
  const problem = ownProblem(problems);
  return problem === null || hidden ? null : <div className="field-error">{problem}</div>;
};

const RemoveButton = ({
  label,
  disabled,
  onClick,
}: {
  readonly label: string;
  readonly disabled: boolean;
  onClick(): void;
}): ReactElement => (
  <Button
    size="small"
    type="text"
    aria-label={label}
    title={label}
    disabled={disabled}
    icon={<DeleteOutlined aria-hidden="true" />}
    onClick={onClick}
  />
);

/** 名称和数. */
export function MapEditor({ widget, value, place, kinds, problems, label, onChange }: Of<'map'>): ReactElement {
  const { names, grades, disabled, Editor } = useOffered();
  const pairs = typeof value === 'object' && 'pairs' in value ? value.pairs : [];
  const put = (index: number, pair: readonly [string, FormValue]): void =>
    onChange({ pairs: pairs.map((one, at) => (at === index ? pair : one)) });
  const known = widget.keys === 'row' ? Object.keys(names) : widget.keys === 'grade' ? grades : null;
  const offered = (known ?? []).filter((name) => !pairs.some(([other]) => other === name));
  return (
    <div className="field-lines">
      {pairs.map(([name, item], index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the name is being typed
        <div key={index} className="field-line field-pair">
          {widget.keys === 'row' ? (
            <span className="field-row-name">{nameText(widget.keys, name, names)}</span>
          ) : (
            <Input
              aria-label={`${label} ${text.mapKey} ${index + 1}`}
              disabled={disabled}
              value={name}
              onChange={(event) => put(index, [event.target.value, item])}
            />
          )}
          <Editor
            ids={NO_IDS}
            widget={widget.value}
            value={item}
            place={[...place, index]}
            kinds={kinds}
            problems={below(problems, index)}
            label={`${label} ${nameText(widget.keys, name, names)}`}
            onChange={(next) => put(index, [name, next])}
          />
          <RemoveButton
            label={`${text.removeLine} ${index + 1}`}
            disabled={disabled || pairs.length < 2}
            onClick={() => onChange({ pairs: pairs.filter((_, at) => at !== index) })}
          />
          <Own problems={below(problems, index)} />
        </div>
      ))}
      <Own problems={problems} />
      {known === null ? (
        <Button size="small" type="dashed" disabled={disabled} onClick={() => onChange({ pairs: [...pairs, ['', blankOf(widget.value)]] })}>
          {text.addLine}
        </Button>
      ) : offered.length === 0 ? null : (
        <Select
          size="small"
          aria-label={text.addLine}
          placeholder={text.addLine}
          disabled={disabled}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(name: string) => onChange({ pairs: [...pairs, [name, '']] })}
          options={offered.map((name) => ({ value: name, label: nameText(widget.keys, name, names) }))}
        />
      )}
    </div>
  );
}

/** Values with names of their own. */
export function GroupEditor({ widget, value, place, kinds, problems, onChange }: Of<'group'>): ReactElement {
  const { Editor } = useOffered();
  const fields: FormFields = typeof value === 'object' && 'fields' in value ? value.fields : {};
  return (
    <div className="field-group">
      {widget.fields.map((field) => {
        const at = [...place, field.key];
        const own = below(problems, field.key);
        if (field.widget.kind === 'part') return null;
        return (
          <Field key={field.key} label={fieldLabel(at, kinds)} error={ownProblem(own)}>
            {(ids) => (
              <Editor
                ids={ids}
                widget={field.widget}
                value={fields[field.key]}
                place={at}
                kinds={kinds}
                problems={own}
                fallback={field.fallback}
                label={fieldLabel(at, kinds)}
                onChange={(next) => onChange({ fields: { ...fields, [field.key]: next } })}
              />
            )}
          </Field>
        );
      })}
    </div>
  );
}

/** 写法 is chosen first; what was typed in the other one is left behind. */
export function EitherEditor(props: Of<'either'>): ReactElement {
  const { widget, value, place, label, onChange } = props;
  const { Editor } = useOffered();
  const option = typeof value === 'object' && 'option' in value ? value.option : 0;
  const inner = typeof value === 'object' && 'option' in value ? value.value : undefined;
  const chosen = widget.options[option];
  return (
    <div className="field-either">
      <Ways
        label={`${label} ${text.otherWay}`}
        value={option}
        options={widget.options.map((one) => wayText(one, place))}
        onChange={(next) => {
          const other = widget.options[next];
          if (other !== undefined) onChange({ option: next, value: blankOf(other) });
        }}
      />
      {chosen === undefined || isConstant(chosen) ? null : (
        <Editor {...props} widget={chosen} value={inner} onChange={(next) => onChange({ option, value: next })} />
      )}
    </div>
  );
}

/** A single word needs no further field. */
const isConstant = (widget: Widget): boolean => widget.kind === 'choice' && widget.options.length === 1;

const wayText = (widget: Widget, place: readonly (string | number)[]): string =>
  widget.kind === 'choice' && widget.options.length === 1
    ? choiceText(widget.options[0] ?? '', place)
    : (widgetShapeText[widget.kind] ?? '');
