import { expect, test } from 'vitest';
import { settleUnit } from '../../../../../shared/domain/returns/identify.ts';
import { loadTestPlan } from '../../../../support/plan.ts';
import { unitNamed } from '../../../../support/layouts.ts';

const PLAN = loadTestPlan();
const POLICE = unitNamed(PLAN, '区公安局');
const TRAFFIC = unitNamed(PLAN, '区交通运输委');

const settled = (text: string, more: { chosen?: typeof POLICE; several?: boolean } = {}) =>
  settleUnit(
    '填报表.xlsx',
    POLICE,
    { unit: { sheet: '填报说明', cell: 'B3', text }, year: null, headings: [] },
    { chosen: null, several: true, ...more },
    PLAN,
  );

test.each(['区公安局、区交通运输委', '区交通运输委，区公安局', '区公安局和区交通运输委'])(
  '%s is of two units: somebody chooses',
  (cover) => {
    expect(settled(cover)).toMatchObject({ kind: 'open', choices: [TRAFFIC, POLICE], finding: { code: 'RETURN_UNIT_DISAGREES' } });
    expect(settled(cover, { chosen: TRAFFIC })).toMatchObject({ kind: 'settled', unit: TRAFFIC });
    // What an earlier edition took in goes on as it was read.
    expect(settled(cover, { several: false })).toMatchObject({ kind: 'settled', unit: POLICE });
  },
);

test.each(['区公安局', '区公安局交巡警支队', '区公安局（交巡警支队、治安支队）', '', '合川区公安局'])('%j is the one unit’s', (cover) =>
  expect(settled(cover)).toMatchObject({ kind: 'settled', unit: POLICE }),
);
