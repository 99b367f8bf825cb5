import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allowedValues, readSetting, SETTING_KEYS, SETTINGS, settingAt } from '../../../../../shared/domain/settings/settings.ts';
import { knownSettingLabels } from '../../../../../shared/text/settings-text.ts';

const entry = (from: string, value: boolean | string, key = 'dust.days') => ({ key, from, value });

test('every setting has its label, its preset among the values it can have, and values that can be typed', () => {
  expect(knownSettingLabels.toSorted()).toEqual([...SETTING_KEYS].toSorted());
  for (const key of SETTING_KEYS) {
    expect(readSetting(key, SETTINGS[key].preset)).toBe(SETTINGS[key].preset);
    for (const text of allowedValues(key).flatMap((value) => value.split(' … '))) expect(readSetting(key, text)).not.toBeNull();
    expect(readSetting(key, 'nonsense')).toBeNull();
  }
  expect(['是', 'TRUE', ' 1 ', '否', 'off'].map((text) => readSetting('dust.concentrations', text))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('before its first entry a setting has its preset, from the day of an entry on that one, and of one day the later counts', () => {
  const entries = [
    entry('2024-07-01', true),
    entry('2024-03-01', false),
    entry('2024-07-01', false),
    entry('2024-01-01', 'each', 'index.rounding'),
  ];
  expect(settingAt([], 'dust.concentrations', '2024-01-01')).toBe(true);
  expect(settingAt([], 'dust.days', '2024-01-01')).toBe('without-pm');
  expect(settingAt(entries, 'dust.days', '2024-06-30')).toBe('kept');
  expect(settingAt(entries.slice(0, 2), 'dust.days', '2024-07-01')).toBe('left-out');
  expect(settingAt(entries, 'dust.days', '2030-01-01')).toBe('kept');
  expect(settingAt(entries, 'index.rounding', '2023-12-31')).toBe('stages');
});

test('an entry of a later day changes nothing for the days before it', () => {
  const dates = fc.integer({ min: 1, max: 28 }).map((day) => `2024-05-${String(day).padStart(2, '0')}`);
  fc.assert(
    fc.property(fc.array(fc.tuple(dates, fc.boolean()), { maxLength: 8 }), dates, fc.boolean(), (pairs, date, value) => {
      const entries = pairs.map(([from, held]) => entry(from, held));
      const later = [...entries, entry('2024-06-01', value)];
      expect(settingAt(later, 'dust.days', date)).toBe(settingAt(entries, 'dust.days', date));
      expect(settingAt(later, 'dust.days', '2024-06-01')).toBe(value ? 'left-out' : 'kept');
    }),
  );
});
