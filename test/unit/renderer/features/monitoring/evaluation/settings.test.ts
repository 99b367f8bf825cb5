import { describe, expect, it } from 'vitest';
import { askedOf, presetOn, settingsOf, settingsParams } from '../../../../../../renderer/features/monitoring/evaluation/settings.ts';
import { DUST_DAY_MODES } from '../../../../../../shared/domain/air/types.ts';
import { evaluationSettings } from '../../../../../../shared/contract/monitoring-settings.ts';

const written = (params: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== null));

const PRESET = presetOn([], '2024-12-31');

describe('settings in the address', () => {
  it('leave to the work what the address does not say, and show what holds there', () => {
    expect(askedOf({})).toEqual({ standard: 'byDate' });
    expect(evaluationSettings.parse(askedOf({}))).toEqual({ standard: 'byDate', dust: {}, index: {} });
    expect(settingsOf({}, PRESET)).toEqual({
      standard: 'byDate',
      dust: { concentrations: true, days: 'without-pm' },
      index: { rounding: 'stages' },
    });
    expect(written(settingsParams(settingsOf({}, PRESET), PRESET))).toEqual({});
    const changed = presetOn([{ key: 'dust.days', value: true, from: '2024-07-01' }], '2024-12-31');
    expect(settingsOf({}, changed).dust).toEqual({ concentrations: true, days: 'left-out' });
    expect(presetOn([{ key: 'dust.days', value: true, from: '2024-07-01' }], '2024-06-30')).toEqual(PRESET);
  });

  it('come back as they were written, whatever the work has by itself', () => {
    for (const preset of [PRESET, { dust: { concentrations: false, days: 'left-out' }, index: { rounding: 'each' } } as const]) {
      for (const standard of ['byDate', '2012', '2026', '2031'] as const) {
        for (const concentrations of [true, false]) {
          for (const days of DUST_DAY_MODES) {
            for (const rounding of ['stages', 'sum', 'each'] as const) {
              const settings = { standard, dust: { concentrations, days }, index: { rounding } };
              expect(settingsOf(written(settingsParams(settings, preset)), preset)).toEqual(settings);
            }
          }
        }
      }
    }
  });
});
