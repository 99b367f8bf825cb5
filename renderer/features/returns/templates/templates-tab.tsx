import { Button, Checkbox, Radio, Select } from 'antd';
import { type ReactElement, useId, useState } from 'react';
import type { MethodOutput } from '../../../../shared/contract/contract.ts';
import type { UnitStatus } from '../../../../shared/contract/returns.ts';
import { templatesText } from '../../../../shared/text/ui/returns-text.ts';
import { useRoute } from '../../../work/routes.ts';
import { useWork } from '../../../work/work-context.tsx';
import { failureOf, useCall, useHost, useJob } from '../../../client/context.tsx';
import type { GrantedFile } from '../../../host/host.ts';
import type { WireError } from '../../../../shared/contract/wire.ts';
import { FailureAlert } from '../../../ui/failure-alert.tsx';
import { JobProgress } from '../../../ui/job-progress.tsx';
import { kindsOf } from '../../../work/unit-kinds.ts';
import { type Scope, scopesOf, unitsInScope } from './scope.ts';
import { TemplatesResult } from './templates-result.tsx';

interface Written {
  readonly folder: GrantedFile;
  readonly files: MethodOutput<'returns.templates'>['files'];
}

/** Makes the workbooks that are sent to the units. */
export function TemplatesTab(): ReactElement {
  const { year } = useWork();
  const { params } = useRoute();
  const { files: hostFiles } = useHost();
  const status = useCall('returns.status', { year });
  const job = useJob('returns.templates');
  const wanted = params['unit'];
  const [scope, setScope] = useState<Scope>(wanted === undefined ? 'all' : 'some');
  const [some, setSome] = useState<readonly string[]>(wanted === undefined ? [] : [wanted]);
  const [air, setAir] = useState(true);
  const [written, setWritten] = useState<Written | null>(null);
  const [failure, setFailure] = useState<WireError | null>(null);
  if (status.isError) return <FailureAlert failure={status.error} onRetry={() => void status.refetch()} />;
  const units = status.data?.units ?? [];
  const chosen = unitsInScope(units, scope, some);

  const write = async (): Promise<void> => {
    setFailure(null);
    const folder = await hostFiles.outputFolder('templates', 'ask');
    if (folder === null) return;
    const result = await job.start({ year, folder: folder.grant, units: chosen, air });
    if (result === null) return;
    await hostFiles.delivered(folder);
    setWritten({ folder, files: result.files });
  };

  if (written !== null) return <TemplatesResult folder={written.folder} files={written.files} onAgain={() => setWritten(null)} />;
  return (
    <div className="returns-templates">
      <p className="muted">{templatesText.intro}</p>
      <ScopeChoice units={units} scope={scope} onScope={setScope} some={some} onSome={setSome} disabled={job.running} />
      <p>
        <Checkbox checked={air} onChange={(event) => setAir(event.target.checked)} disabled={job.running}>
          {templatesText.air}
        </Checkbox>
        <span className="returns-templates-hint muted">{templatesText.airHint}</span>
      </p>
      <FailureAlert failure={failure ?? job.failure} />
      {job.running ? (
        <JobProgress job={job} />
      ) : (
        <Button
          type="primary"
          disabled={chosen.length === 0}
          onClick={() => void write().catch((error: unknown) => setFailure(failureOf(error)))}
        >
          {hostFiles.revealAvailability === 'available'
            ? templatesText.startAsk(chosen.length)
            : templatesText.startDownload(chosen.length)}
        </Button>
      )}
    </div>
  );
}

interface ScopeChoiceProps {
  readonly units: readonly UnitStatus[];
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  readonly some: readonly string[];
  readonly onSome: (unitIds: readonly string[]) => void;
  readonly disabled: boolean;
}

function ScopeChoice({ units, scope, onScope, some, onSome, disabled }: ScopeChoiceProps): ReactElement {
  const headingId = useId();
  const options = kindsOf(units).map((group) => ({
    label: group.kindName,
    options: group.units.map((unit) => ({ value: unit.unitId, label: unit.name })),
  }));
  return (
    <div className="returns-templates-scope">
      <h2 id={headingId}>{templatesText.scope}</h2>
      <Radio.Group
        aria-labelledby={headingId}
        value={scope}
        disabled={disabled}
        onChange={(event) => onScope(event.target.value as Scope)}
        options={scopesOf(units).map((value) => ({ value, label: scopeLabel(value, unitsInScope(units, value, some).length) }))}
      />
      {scope !== 'some' ? null : (
        <Select
          mode="multiple"
          aria-label={templatesText.choose}
          placeholder={templatesText.choosePlaceholder}
          value={[...some]}
          onChange={(values: string[]) => onSome(values)}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={disabled}
          className="returns-templates-units"
        />
      )}
    </div>
  );
}

function scopeLabel(scope: Scope, count: number): string {
  const { scopes } = templatesText;
  if (scope === 'some') return scopes.some;
  if (scope === 'all' || scope === 'missing') return scopes[scope](count);
  return scopes.ofKind(scope.slice('kind:'.length), count);
}
