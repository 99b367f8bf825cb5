import type { MethodInput } from '../../shared/contract/contract.ts';
import type { schemeEditMethods } from '../../shared/contract/scheme-edit.ts';
import type { TestCore } from '../support/core.ts';

type Calls = { readonly [Name in keyof typeof schemeEditMethods]: (made: TestCore) => MethodInput<Name> | Promise<MethodInput<Name>> };

const ID = 'default-2024';

/** One valid call of each method by which a scheme is edited. */
export const schemeEditCalls = (year: number) =>
  ({
    'schemes.language': () => ({}),
    'schemes.draft': () => ({ id: ID }),
    'schemes.outline': async (made) => ({ data: await edited(made) }),
    'schemes.example': async (made) => ({ data: await edited(made), path: ['rules', 'grades'], role: 'output', typed: {} }),
    'schemes.trial': async (made) => ({ id: ID, number: 1, data: await edited(made), year }),
    'schemes.differ': async (made) => ({ id: ID, number: 1, data: await edited(made) }),
    'schemes.edit': async (made) => ({ id: ID, number: 1, data: await edited(made), reason: '界线改为 85' }),
    'schemes.published': () => ({}),
    'schemes.begin': () => ({
      published: '成都',
      kind: 'money',
      newId: 'from-published',
      title: '本区奖惩办法',
      from: year,
      reason: '起草',
    }),
  }) satisfies Calls;

async function edited(made: TestCore): Promise<Record<string, unknown>> {
  const { data } = await made.call('schemes.draft', { id: ID, number: 1 });
  const rules = (data?.['rules'] ?? {}) as object;
  return { ...data, rules: { ...rules, grades: { 优秀: 85, 良好: 70, 合格: 60, 不合格: 0 } } };
}

/** The least that they and others about schemes take, for the answer without a work. */
export const schemeInputs = (year: number): Readonly<Record<string, unknown>> => ({
  'schemes.show': { id: 'a' },
  'schemes.export': { id: 'a' },
  'schemes.write': { id: 'a', file: 'b' },
  'schemes.copy': { id: 'a', newId: 'b' },
  'schemes.draft': { id: 'a' },
  'schemes.trial': { id: 'a', number: 1, after: 2, year },
  'schemes.differ': { id: 'a', number: 1, after: 2 },
  'schemes.edit': { id: 'a', number: 1, data: {}, reason: 'b' },
  'schemes.begin': { published: null, kind: 'money', newId: 'a', title: 'b', from: year, reason: 'c' },
});
