import { expect, test } from 'vitest';
import { kindGroups } from '../../../../renderer/work/kind-groups.ts';

test('units stand by their kinds, whatever these are called, in the order in which the kinds first stand', () => {
  const unit = (name: string, kind: string, kindName: string) => ({ name, kind, kindName });
  const groups = kindGroups([unit('甲局', 'ju', '部门'), unit('子园', 'yuan', '园区'), unit('乙局', 'ju', '部门')]);
  expect(groups.map(({ name, units }) => [name, units.map((one) => one.name)])).toEqual([
    ['部门', ['甲局', '乙局']],
    ['园区', ['子园']],
  ]);
});
