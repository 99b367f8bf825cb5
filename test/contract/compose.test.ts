import { expect, test } from 'vitest';
import { compose } from '../../shared/contract/compose.ts';

test('a name that two features give ends the program at its start', () => {
  expect(compose({ 'a.b': 1 }, { 'c.d': 2 })).toEqual({ 'a.b': 1, 'c.d': 2 });
  expect(() => compose({ 'a.b': 1 }, { 'a.b': 2 })).toThrow('a.b is registered twice');
});
