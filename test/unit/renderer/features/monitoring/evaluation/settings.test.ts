import { describe, expect, it } from 'vitest';
import { settingsOf, settingsParams } from '../../../../../../renderer/features/monitoring/evaluation/settings.ts';
import { evaluationSettings } from '../../../../../../shared/contract/monitoring.ts';

const written = (params: Readonly<Record<string, string | null>>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== null));

describe('settings in the address', () => {
  it('are those of the contract where the address says nothing', () => {
    expect(evaluationSettings.parse({})).toEqual(settingsOf({}));
    expect(written(settingsParams(settingsOf({})))).toEqual({});
  });

  it('come back as they were written', () => {
    for (const standard of ['byDate', '2012', '2026', '2031'] as const) {
      for (const concentrations of [true, false]) {
        for (const days of [true, false]) {
          for (const rounding of ['sum', 'each'] as const) {
            const settings = { standard, dust: { concentrations, days }, index: { rounding } };
            expect(settingsOf(written(settingsParams(settings)))).toEqual(settings);
          }
        }
      }
    }
  });
});
