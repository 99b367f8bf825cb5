import { Button, Segmented, Select } from 'antd';
import { type ReactElement, useMemo } from 'react';
import type { AnsweredFinding } from '../../../shared/contract/versions.ts';
import { findingsText } from '../../../shared/text/ui/findings-page-text.ts';
import { useCall } from '../../client/context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureAlert } from '../../ui/failure-alert.tsx';
import { Page } from '../../ui/page.tsx';
import { ExportMenu } from '../../ui/table/export-menu.tsx';
import { LockLine } from '../../work/lock.tsx';
import { useRoute } from '../../work/routes.ts';
import { misnamed, UnknownNames } from '../../work/unknown-names.tsx';
import { useWork } from '../../work/work-context.tsx';
import { FindingsDesk } from './findings-desk.tsx';
import { type FindingFilter, isOpen, passes, sentenceOf } from './finding-groups.ts';
import { findingsTable } from './findings-table.ts';
import './findings.css';

const STATES = ['open', 'answered', 'all'] as const;
const SEVERITIES = ['error', 'warning', 'info'] as const;

/** 核实: which numbers cannot be trusted yet. Filters stand in the address. */
export function FindingsPage(): ReactElement {
  const { year } = useWork();
  const { params } = useRoute();
  const current = useCall('returns.findings', { year });
  const all = useMemo(() => current.data?.findings ?? [], [current.data]);
  const filter = useMemo(() => filterOf(params), [params]);
  const shown = useMemo(() => all.filter((entry) => passes(entry, filter)), [all, filter]);
  const known = current.data === undefined ? null : all.map(({ unitId }) => unitId);
  return (
    <Page
      title={findingsText.title}
      hint={findingsText.hint}
      extra={
        <ExportMenu name={findingsText.table} tables={() => [findingsTable(shown)]} count={shown.length} disabled={shown.length === 0} />
      }
    >
      <UnknownNames names={[misnamed('state', params['state'], STATES), misnamed('unit', params['unit'], known)]} />
      <LockLine />
      {current.isError ? (
        <FailureAlert failure={current.error} onRetry={() => void current.refetch()} />
      ) : (
        <Listed all={all} shown={shown} filter={filter} loading={current.isPending} />
      )}
    </Page>
  );
}

function filterOf(params: Readonly<Record<string, string>>): FindingFilter {
  return {
    state: STATES.find((name) => name === params['state']) ?? 'open',
    severity: SEVERITIES.find((name) => name === params['severity']) ?? null,
    unitId: params['unit'] ?? null,
    rule: params['rule'] ?? null,
  };
}

interface ListedProps {
  readonly all: readonly AnsweredFinding[];
  readonly shown: readonly AnsweredFinding[];
  readonly filter: FindingFilter;
  readonly loading: boolean;
}

function Listed({ all, shown, filter, loading }: ListedProps): ReactElement {
  const { href, params, go } = useRoute();
  if (!loading && all.length === 0)
    return (
      <EmptyState
        title={findingsText.none}
        hint={findingsText.noneHint}
        actions={<Button href={href('returns', { tab: 'import' })}>{findingsText.toImport}</Button>}
      />
    );
  return (
    <>
      {loading ? null : <FilterBar all={all} filter={filter} />}
      {shown.length > 0 || loading ? (
        <FindingsDesk all={all} shown={shown} loading={loading} />
      ) : all.some(isOpen) || filter.state !== 'open' ? (
        <EmptyState
          title={findingsText.noMatch}
          actions={
            <Button onClick={() => go('findings', params['state'] === undefined ? {} : { state: params['state'] })}>
              {findingsText.clear}
            </Button>
          }
        />
      ) : (
        <EmptyState
          title={findingsText.allDone}
          hint={findingsText.allDoneHint}
          actions={<Button href={href('assessment')}>{findingsText.toScore}</Button>}
        />
      )}
    </>
  );
}

function FilterBar({ all, filter }: { readonly all: readonly AnsweredFinding[]; readonly filter: FindingFilter }): ReactElement {
  const { params, go } = useRoute();
  const change = (name: string, value: string | null): void => {
    const { finding: _finding, [name]: _before, ...rest } = params;
    go('findings', value === null ? rest : { ...rest, [name]: value });
  };
  const count = (wanted: Partial<FindingFilter>): number => all.filter((entry) => passes(entry, { ...filter, ...wanted })).length;
  const units = [...new Map(all.map(({ unitId, unitName }) => [unitId, unitName]))];
  const rules = [...Map.groupBy(all, ({ finding }) => finding.code)];
  return (
    <div className="findings-bar">
      <Segmented<FindingFilter['state']>
        aria-label={findingsText.stateLabel}
        value={filter.state}
        onChange={(state) => change('state', state)}
        options={STATES.map((state) => ({ value: state, label: findingsText.count(findingsText.states[state], count({ state })) }))}
      />
      <Choice
        label={findingsText.severityLabel}
        all={findingsText.severityAll}
        value={filter.severity}
        options={SEVERITIES.map((severity) => [severity, findingsText.count(findingsText.severity[severity], count({ severity }))])}
        onChange={(value) => change('severity', value)}
      />
      <Choice
        label={findingsText.unitLabel}
        all={findingsText.unitAll}
        value={filter.unitId}
        options={units.map(([unitId, name]) => [unitId, findingsText.count(name, count({ unitId }))])}
        onChange={(value) => change('unit', value)}
      />
      <Choice
        label={findingsText.ruleLabel}
        all={findingsText.ruleAll}
        value={filter.rule}
        wide
        options={rules.map(([rule, own]) => [rule, findingsText.count(ruleName(own), count({ rule }))])}
        onChange={(value) => change('rule', value)}
      />
    </div>
  );
}

/** A rule has no name before a clerk: what it said of the first cell stands for it. */
function ruleName([first]: readonly AnsweredFinding[]): string {
  const [clause = ''] = first === undefined ? [] : sentenceOf(first).split(/[，。；]/u);
  return clause.length > LONGEST_NAME ? `${clause.slice(0, LONGEST_NAME)}…` : clause;
}

const LONGEST_NAME = 24;

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly options: readonly (readonly [string, string])[];
  readonly wide?: boolean;
  onChange(value: string | null): void;
}

function Choice({ label, all, value, options, wide = false, onChange }: ChoiceProps): ReactElement {
  return (
    <Select
      aria-label={label}
      className={wide ? 'findings-choice-wide' : 'findings-choice'}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? ''}
      onChange={(chosen: string) => onChange(chosen === '' ? null : chosen)}
      options={[{ value: '', label: all }, ...options.map(([key, text]) => ({ value: key, label: text }))]}
      popupMatchSelectWidth={false}
    />
  );
}
