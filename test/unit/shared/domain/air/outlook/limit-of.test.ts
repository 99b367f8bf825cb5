import { expect, test } from 'vitest';
import { limitOf } from '../../../../../../shared/domain/air/outlook/limit-of.ts';

test('a strict target is asked for by the next rounded value, and printed with its own sign', () => {
  expect(limitOf({ operator: 'gt', value: '84.5' }, 1)).toEqual({ operator: 'ge', value: '84.6', printed: '＞84.5' });
  expect(limitOf({ operator: 'lt', value: '0.6' }, 1)).toEqual({ operator: 'le', value: '0.5', printed: '＜0.6' });
  expect(limitOf({ operator: 'lt', value: '36' }, 0)).toEqual({ operator: 'le', value: '35', printed: '＜36' });
});

test('a target that is written more finely than it is judged has its own next value', () => {
  expect(limitOf({ operator: 'gt', value: '84.55' }, 1)).toMatchObject({ value: '84.6' });
  expect(limitOf({ operator: 'lt', value: '0.55' }, 1)).toMatchObject({ value: '0.5' });
});

test('any other target stays as it is', () => {
  expect(limitOf({ operator: 'le', value: '36' }, 0)).toEqual({ operator: 'le', value: '36' });
  expect(limitOf({ operator: 'ge', value: '83.5' }, 1)).toEqual({ operator: 'ge', value: '83.5' });
});
