import { Button, Input, Radio, Select } from 'antd';
import { type ReactElement, useId } from 'react';
import { TYPED_WAYS, type TypedWay } from '../../../../shared/domain/returns/typed/facts.ts';
import { typedWayText } from '../../../../shared/text/typed-text.ts';
import { typedPageText as text } from '../../../../shared/text/ui/typed-page-text.ts';
import { useCall, useHost } from '../../../client/context.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Field } from '../../../ui/field.tsx';
import { useNotice } from '../../../ui/use-notice.tsx';
import { kindsOf } from '../../../work/unit-kinds.ts';
import { useWork } from '../../../work/work-context.tsx';
import type { TypedDraft } from './draft.ts';

interface TypedHeadProps {
  readonly draft: TypedDraft;
  readonly onChange: (draft: TypedDraft) => void;
}

/** Whose words they are and how they came. Another unit has another form: what was typed into the one before is not carried over. */
export function TypedHead({ draft, onChange }: TypedHeadProps): ReactElement {
  const { year } = useWork();
  const status = useCall('returns.status', { year });
  const actor = useCall('work.actor', {});
  const options = kindsOf(status.data?.units ?? []).map((group) => ({
    label: group.kindName,
    options: group.units.map((unit) => ({ value: unit.unitId, label: unit.name })),
  }));
  return (
    <div className="returns-typed-head">
      <Field label={text.unit}>
        {(ids) => (
          <Select<string>
            {...ids}
            value={draft.unit}
            onChange={(unit) => onChange({ ...draft, unit, texts: {} })}
            options={options}
            placeholder={text.unitPlaceholder}
            showSearch={{ optionFilterProp: 'label' }}
          />
        )}
      </Field>
      <Way draft={draft} onChange={onChange} />
      <DateInput
        label={text.receivedOn}
        value={draft.receivedOn}
        year={year}
        onChange={(receivedOn) => onChange({ ...draft, receivedOn })}
      />
      <DateInput
        label={text.reportedOn}
        value={draft.reportedOn}
        year={year}
        optional
        onChange={(reportedOn) => onChange({ ...draft, reportedOn })}
      />
      <Field label={text.by}>
        {(ids) => (
          <Input
            {...ids}
            value={draft.by}
            placeholder={actor.data?.name ?? ''}
            maxLength={40}
            onChange={(event) => onChange({ ...draft, by: event.target.value })}
          />
        )}
      </Field>
      <Scan draft={draft} onChange={onChange} />
    </div>
  );
}

function Way({ draft, onChange }: TypedHeadProps): ReactElement {
  const labelId = useId();
  return (
    <div className="field">
      <span id={labelId} className="returns-typed-label">
        {text.way}
      </span>
      <Radio.Group
        aria-labelledby={labelId}
        value={draft.way}
        onChange={(event) => onChange({ ...draft, way: event.target.value as TypedWay })}
        options={TYPED_WAYS.map((way) => ({ value: way, label: typedWayText(way) }))}
      />
    </div>
  );
}

/** 扫描件: one file; it is kept with the version. */
function Scan({ draft, onChange }: TypedHeadProps): ReactElement {
  const { files } = useHost();
  const notice = useNotice();
  const choose = async (): Promise<void> => {
    const [file] = (await files.pickReturns('scan')) ?? [];
    if (file === undefined) return;
    if ('grant' in file) onChange({ ...draft, scan: file });
    else notice.error(text.scanTooLarge(file.name));
  };
  return (
    <Field label={text.scan} hint={text.scanHint}>
      {(ids) => (
        <span className="returns-typed-scan">
          <Button {...ids} onClick={() => void choose().catch(() => notice.error(text.scanFailed))}>
            {text.scanChoose}
          </Button>
          {draft.scan === null ? null : (
            <>
              <span className="returns-detail-file">{draft.scan.name}</span>
              <Button type="link" size="small" onClick={() => onChange({ ...draft, scan: null })}>
                {text.scanRemove}
              </Button>
            </>
          )}
        </span>
      )}
    </Field>
  );
}
