import { Select } from 'antd';
import type { ReactElement } from 'react';
import type { RunSummary } from '../../../../shared/contract/runs.ts';
import { runsText, scorePageText } from '../../../../shared/text/ui/score-page-text.ts';
import { useCall } from '../../../client/context.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { Field } from '../../../ui/field.tsx';
import { useRoute } from '../../../work/routes.ts';
import { useWork } from '../../../work/work-context.tsx';
import { DifferenceView } from '../difference/difference-view.tsx';
import { schemeParam, useScheme } from '../scheme/use-scheme.ts';
import { Waiting } from '../waiting.tsx';
import { actorText, timeText } from './run-words.ts';

/** 比较 of two stored scores of the year; without a choice the last two. */
export function CompareTab(): ReactElement {
  const { year } = useWork();
  const { params } = useRoute();
  const { rules, id: chosen, own } = useScheme();
  const listed = useCall('run.list', {});
  if (listed.isPending) return <Waiting words={scorePageText.waiting} />;
  if (listed.error !== null) return <FailureAlert failure={listed.error} onRetry={() => void listed.refetch()} />;
  const ofYear = listed.data.runs.filter(({ kind, period }) => kind !== 'ranking' && period === String(year));
  // Of one scheme: that of a run in the address, else that of the page.
  const asked = ofYear.find(({ id: run }) => String(run) === params['after'] || String(run) === params['before']);
  const of =
    asked ??
    ofYear.find(({ kind, scheme }) => (rules === true ? kind === 'scheme' && scheme === (chosen ?? own?.id) : kind === 'assessment'));
  const runs = ofYear.filter(({ kind, scheme }) => kind === of?.kind && (kind === 'assessment' || scheme === of.scheme));
  const [newest, previous] = runs;
  if (newest === undefined || previous === undefined) return <EmptyState title={runsText.tooFew} hint={runsText.tooFewHint(runs.length)} />;
  const named = (name: string | undefined, preset: RunSummary): number => runs.find(({ id }) => String(id) === name)?.id ?? preset.id;
  return <Compared runs={runs} before={named(params['before'], previous)} after={named(params['after'], newest)} />;
}

interface ComparedProps {
  readonly runs: readonly RunSummary[];
  readonly before: number;
  readonly after: number;
}

function Compared({ runs, before, after }: ComparedProps): ReactElement {
  const { go } = useRoute();
  const { id: scheme } = useScheme();
  const compared = useCall('run.diff', { before, after }, { enabled: before !== after });
  const choose = (changed: Readonly<Record<string, string>>): void =>
    go('assessment', { tab: 'compare', before: String(before), after: String(after), ...changed, ...schemeParam(scheme) });
  return (
    <div className="assessment">
      <div className="compare-choice">
        <RunSelect label={runsText.choose.before} runs={runs} value={before} onChoose={(id) => choose({ before: String(id) })} />
        <RunSelect label={runsText.choose.after} runs={runs} value={after} onChoose={(id) => choose({ after: String(id) })} />
      </div>
      <FailureAlert failure={compared.error} onRetry={() => void compared.refetch()} />
      {before === after ? <EmptyState title={runsText.same} /> : null}
      {compared.isLoading ? <Waiting words={scorePageText.waiting} /> : null}
      {compared.data === undefined || before === after ? null : <DifferenceView difference={compared.data.difference} />}
    </div>
  );
}

interface RunSelectProps {
  readonly label: string;
  readonly runs: readonly RunSummary[];
  readonly value: number;
  onChoose(id: number): void;
}

const RunSelect = ({ label, runs, value, onChoose }: RunSelectProps): ReactElement => (
  <Field label={label}>
    {(ids) => (
      <Select
        {...ids}
        value={value}
        onChange={onChoose}
        popupMatchSelectWidth={false}
        options={runs.map((run) => ({ value: run.id, label: runsText.option(run.id, timeText(run.computedAt), actorText(run)) }))}
      />
    )}
  </Field>
);
