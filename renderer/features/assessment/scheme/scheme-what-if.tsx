import { Button, Input } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { ScoredScheme } from '../../../../shared/contract/scheme-runs.ts';
import { figureTitle, supposedText } from '../../../../shared/text/scheme/run-words.ts';
import { schemeScoreText } from '../../../../shared/text/ui/scheme-score-text.ts';
import { scorePageText, supposeText } from '../../../../shared/text/ui/score-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Field } from '../../../ui/field.tsx';
import { Panel } from '../../../ui/page.tsx';
import { useWork } from '../../../work/work-context.tsx';
import { DifferenceView } from '../difference/difference-view.tsx';
import { Waiting } from '../waiting.tsx';
import { Picked } from './picked.tsx';
import { SupposeWeight } from './suppose-weight.tsx';
import { useScheme } from './use-scheme.ts';

const text = schemeScoreText.suppose;

/** 假设测算 by a scheme that is written as rules: some figures that are only supposed, and what comes of them. */
export function SchemeWhatIf(): ReactElement {
  const { request } = useScheme();
  const { year } = useWork();
  const scored = useCall('scheme.score', request);
  const [changes, setChanges] = useState<readonly string[]>([]);
  const found = useCall('scheme.whatif', { ...request, changes: [...changes] }, { enabled: changes.length > 0, keepPrevious: true });
  const add = (change: string): void => setChanges([...changes.filter((one) => one !== change), change]);
  if (scored.error !== null) return <FailureAlert failure={scored.error} onRetry={() => void scored.refetch()} />;
  if (scored.data === undefined) return <Waiting words={scorePageText.waiting} />;
  const shown = changes.length === 0 || found.error !== null ? undefined : found.data;
  return (
    <div className="assessment">
      <p className="suppose-line">{text.line}</p>
      <SupposeFigure result={scored.data.result} onAdd={add} />
      <SupposeWeight result={scored.data.result} onAdd={add} />
      {changes.length === 0 ? <EmptyState title={text.nothing} hint={text.nothingHint} /> : null}
      {found.error === null || changes.length === 0 ? null : (
        <>
          <FailureAlert failure={found.error} />
          <div>
            <Button onClick={() => setChanges(changes.slice(0, -1))}>{supposeText.drop}</Button>
          </div>
        </>
      )}
      {found.isLoading ? <Waiting words={supposeText.computing} /> : null}
      {shown === undefined ? null : (
        <>
          <Panel
            title={supposeText.title}
            extra={
              <Button size="small" onClick={() => setChanges([])}>
                {supposeText.clear}
              </Button>
            }
          >
            <ol className="supposed">
              {shown.changes.map((change, index) => {
                const words = supposedText(change, year);
                return (
                  <li key={`${index} ${words}`}>
                    <span>{words}</span>
                    <Button size="small" aria-label={supposeText.removeOne(words)} onClick={() => setChanges(changes.toSpliced(index, 1))}>
                      {supposeText.remove}
                    </Button>
                  </li>
                );
              })}
            </ol>
          </Panel>
          <DifferenceView difference={shown.difference} />
        </>
      )}
    </div>
  );
}

interface SupposeFigureProps {
  readonly result: ScoredScheme;
  onAdd(change: string): void;
}

const EVERYBODY = '';

/** One figure that the scheme reads, of one subject or of all of them. */
function SupposeFigure({ result, onAdd }: SupposeFigureProps): ReactElement {
  const { rows, columns, periods, summed } = result;
  const [unit, setUnit] = useState<string | null>(null);
  const [column, setColumn] = useState<string | null>(null);
  const [period, setPeriod] = useState<string>(summed ? (periods[0] ?? '') : String(result.year));
  const [value, setValue] = useState('');
  const complete = unit !== null && column !== null && value.trim() !== '' && (!summed || unit !== EVERYBODY);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!complete) return;
    const at = summed ? `${unit}@${period}` : unit;
    onAdd(`${unit === EVERYBODY ? '' : `${at}/`}${column}=${value.trim()}`);
    setValue('');
  };
  const subjects = rows.map(({ subjectId, subject }) => ({ value: subjectId, label: subject }));
  return (
    <form className="suppose-figure" onSubmit={submit}>
      <Picked
        label={text.unit}
        value={unit}
        options={summed ? subjects : [{ value: EVERYBODY, label: text.everybody }, ...subjects]}
        onChange={setUnit}
      />
      {summed ? (
        <Picked label={text.period} value={period} options={periods.map((one) => ({ value: one, label: one }))} onChange={setPeriod} />
      ) : null}
      <Picked
        label={text.column}
        value={column}
        options={columns.map((one) => ({ value: one, label: figureTitle(one) }))}
        onChange={setColumn}
      />
      <Field label={text.value}>{(ids) => <Input {...ids} value={value} onChange={(event) => setValue(event.target.value)} />}</Field>
      <Button type="primary" htmlType="submit" disabled={!complete}>
        {text.add}
      </Button>
    </form>
  );
}
