import { Button, Input } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { ScoredScheme } from '../../../../shared/contract/scheme-runs.ts';
import { schemeScoreText } from '../../../../shared/text/ui/scheme-score-text.ts';
import { Field } from '../../../ui/field.tsx';
import { Picked } from './picked.tsx';

const text = schemeScoreText.suppose;

interface SupposeWeightProps {
  readonly result: ScoredScheme;
  onAdd(change: string): void;
}

/** 假设分值或权重: one number of the rules, for everybody; a scheme whose rules write none says so. */
export function SupposeWeight({ result: { weights }, onAdd }: SupposeWeightProps): ReactElement {
  const [path, setPath] = useState<string | null>(null);
  const [value, setValue] = useState('');
  if (weights.length === 0) return <p className="muted">{text.noWeights}</p>;
  const complete = path !== null && value.trim() !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!complete) return;
    onAdd(`weight:${path}=${value.trim()}`);
    setValue('');
  };
  const options = weights.map((weight) => ({ value: weight.path, label: text.weightOption(weight.title, weight.value) }));
  return (
    <form className="suppose-figure" onSubmit={submit}>
      <Picked label={text.weight} value={path} options={options} onChange={setPath} />
      <Field label={text.weightValue}>{(ids) => <Input {...ids} value={value} onChange={(event) => setValue(event.target.value)} />}</Field>
      <Button htmlType="submit" disabled={!complete}>
        {text.addWeight}
      </Button>
    </form>
  );
}
