import { Checkbox, Select } from 'antd';
import type { ReactElement } from 'react';
import { DUST_DAY_MODES, INDEX_ROUNDINGS } from '../../../../shared/domain/air/types.ts';
import { DAY_MODE_TEXTS, dustSaid } from '../../../../shared/text/dust-text.ts';
import { evaluationText } from '../../../../shared/text/ui/monitoring-text.ts';
import { StateTag } from '../../../ui/state-tag.tsx';
import { StandardSelect } from '../place-choice.tsx';
import type { Settings } from './settings.ts';

export interface SettingsBarProps {
  readonly settings: Settings;
  readonly dustOfWork: Settings['dust'];
  readonly parts: readonly ('standard' | 'dust' | 'rounding')[];
  readonly onChange: (settings: Settings) => void;
}

/** By which standard, with or without dust, and how the index is rounded. */
export function SettingsBar({ settings, dustOfWork, parts, onChange }: SettingsBarProps): ReactElement {
  const { dust, index } = settings;
  return (
    <>
      {parts.includes('standard') ? (
        <StandardSelect value={settings.standard} onChoose={(standard) => onChange({ ...settings, standard })} />
      ) : null}
      {parts.includes('dust') ? (
        <span className="monitoring-dust" role="group" aria-label={evaluationText.dust}>
          <Checkbox
            checked={dust.concentrations}
            onChange={(event) => onChange({ ...settings, dust: { ...dust, concentrations: event.target.checked } })}
          >
            {evaluationText.dustConcentrations}
          </Checkbox>
          <label className="monitoring-labelled">
            {evaluationText.dustDays}
            <Select
              aria-label={evaluationText.dustDays}
              value={dust.days}
              onChange={(days) => onChange({ ...settings, dust: { ...dust, days } })}
              options={DUST_DAY_MODES.map((value) => ({ value, label: DAY_MODE_TEXTS[value] }))}
              popupMatchSelectWidth={false}
            />
          </label>
          {dust.concentrations === dustOfWork.concentrations && dust.days === dustOfWork.days ? null : (
            <StateTag state="warning" text={evaluationText.look(evaluationText.dustOfWork(dustSaid(dustOfWork)))} />
          )}
        </span>
      ) : null}
      {parts.includes('rounding') ? (
        <label className="monitoring-labelled">
          {evaluationText.rounding}
          <Select
            aria-label={evaluationText.rounding}
            value={index.rounding}
            onChange={(rounding) => onChange({ ...settings, index: { rounding } })}
            options={INDEX_ROUNDINGS.map((value) => ({ value, label: evaluationText.roundings[value] }))}
            popupMatchSelectWidth={false}
          />
        </label>
      ) : null}
    </>
  );
}
