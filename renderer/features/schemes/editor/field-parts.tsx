import { Radio } from 'antd';
import { type ComponentType, createContext, type ReactElement, useContext } from 'react';
import type { FieldProblem, FormValue } from '../../../../shared/domain/schemes/form/form-value.ts';
import type { Widget } from '../../../../shared/domain/schemes/form/widget.ts';
import { fieldProblem } from '../../../../shared/text/scheme/form/field-words.ts';
import { CHOICE_LABELS } from '../../../../shared/text/scheme/form/kind-words.ts';
import type { FieldIds } from '../../../ui/field.tsx';
import type { MeasureNames } from './titles.ts';

/** What a form offers besides its own rule. */
export interface Offered {
  readonly names: MeasureNames;
  readonly grades: readonly string[];
  readonly clauses: readonly string[];
  readonly disabled: boolean;
  /** The editor of a value inside of a list. */
  readonly Editor: ComponentType<FieldEditorProps>;
}

export const OfferedContext = createContext<Offered | null>(null);

export function useOffered(): Offered {
  const offered = useContext(OfferedContext);
  if (offered === null) throw new Error('useOffered outside of a form');
  return offered;
}

export interface FieldEditorProps<Kind extends Widget = Widget> {
  readonly ids: FieldIds;
  readonly widget: Kind;
  readonly value: FormValue | undefined;
  /** Where it stands in the form: its word, places in it. */
  readonly place: readonly (string | number)[];
  readonly kinds: readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly fallback?: string | null;
  /** Said to who cannot see the label. */
  readonly label: string;
  onChange(value: FormValue): void;
}

export const choiceText = (word: string, place: readonly (string | number)[]): string =>
  CHOICE_LABELS[`${String(place.at(-1))}.${word}`] ?? CHOICE_LABELS[word] ?? word;

export const textOf = (value: FormValue | undefined): string => (typeof value === 'string' ? value : '');

/** What is wrong with the value itself, not with what is inside it. */
export const ownProblem = (problems: readonly FieldProblem[]): string | null => {
  const own = problems.find(({ at }) => at.length === 0);
  return own === undefined ? null : fieldProblem(own.code, own.params);
};

/** Two or three ways that are told by a word. */
export const Ways = ({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly options: readonly string[];
  onChange(option: number): void;
}): ReactElement => (
  <Radio.Group
    aria-label={label}
    size="small"
    optionType="button"
    disabled={useOffered().disabled}
    value={value}
    onChange={(event) => onChange(Number(event.target.value))}
    options={options.map((name, index) => ({ value: index, label: name }))}
  />
);
