import { Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { OPERATORS } from '../../../../shared/domain/plan/target-schema.ts';
import { targetsText } from '../../../../shared/text/ui/targets-text.ts';
import type { TargetDraft } from './target-value.ts';

export interface TargetInputProps {
  readonly target: TargetDraft;
  readonly onChange: (target: TargetDraft) => void;
}

const KINDS = ['number', 'range', 'text'] as const;

/** A target as number with its direction, as range, or as words. */
export function TargetInput({ target, onChange }: TargetInputProps): ReactElement {
  const set = (changed: Partial<TargetDraft>): void => onChange({ ...target, ...changed });
  return (
    <>
      <Select
        aria-label={targetsText.kind}
        value={target.kind}
        onChange={(kind) => set({ kind })}
        options={KINDS.map((kind) => ({ value: kind, label: targetsText.kinds[kind] }))}
      />
      <span className="target-input">
        <Parts target={target} set={set} />
      </span>
    </>
  );
}

function Parts({ target, set }: { readonly target: TargetDraft; readonly set: (changed: Partial<TargetDraft>) => void }): ReactElement {
  if (target.kind === 'text')
    return (
      <Input
        aria-label={targetsText.text}
        placeholder={targetsText.textPlaceholder}
        maxLength={60}
        value={target.text}
        onChange={(event) => set({ text: event.target.value })}
      />
    );
  const number = (name: 'value' | 'low' | 'high'): ReactElement => (
    <Input
      aria-label={targetsText[name]}
      inputMode="decimal"
      maxLength={20}
      value={target[name]}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
  if (target.kind === 'range')
    return (
      <>
        {number('low')} ～ {number('high')}
      </>
    );
  return (
    <>
      <Select
        aria-label={targetsText.operator}
        value={target.operator}
        onChange={(operator) => set({ operator })}
        options={OPERATORS.map((operator) => ({ value: operator, label: targetsText.operators[operator] }))}
        popupMatchSelectWidth={false}
      />
      {number('value')}
    </>
  );
}
