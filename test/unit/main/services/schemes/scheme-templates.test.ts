import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSchemeTemplates } from '../../../../../main/services/schemes/scheme-templates.ts';
import { testCore } from '../../../../support/core.ts';
import { temporaryFolder } from '../../../../support/folder.ts';
import { SECOND_PLAN, templatesWithSecondDistrict } from '../../../../support/templates.ts';

const folder = temporaryFolder();
const templates = templatesWithSecondDistrict(folder);

const spoil = (text: string): void => writeFileSync(join(templates, 'schemes', 'spoiled.yml'), text);

describe('a scheme file of the program that cannot be used', () => {
  it.each([
    ['is no YAML', `plan: other-2030\nrules: { out: [万元`],
    ['has rules nobody can read', 'id: x\ntitle: x\nkind: scoring\nplan: other-2030\nfrom: 2030\nrules: { out: points/100, off: pm25 }'],
    ['is of no kind', 'plan: other-2030'],
    ['says nothing of a plan', 'kind: scoring\n  - {'],
  ])('does not keep a work of another plan from being made where it %s', async (_what, text) => {
    spoil(text);
    const made = testCore(folder, templates);
    for (const planId of ['hechuan-2024', SECOND_PLAN]) {
      const file = made.grant(join(folder, `${planId}-${text.length}.sqlite`));
      await made.call('work.create', { file, planId });
      expect((await made.call('schemes.list', {})).schemes.length).toBeGreaterThan(0);
    }
    made.core.close();
  });

  it('is told with its place where it is of the very plan', () => {
    spoil(`id: x\ntitle: x\nkind: scoring\nplan: ${SECOND_PLAN}\nfrom: 2030\nrules: { out: points/100, off: pm25 }`);
    expect(() => loadSchemeTemplates(templates, SECOND_PLAN)).toThrow('SCHEME_INVALID');
    expect(() => loadSchemeTemplates(templates, 'hechuan-2024')).not.toThrow();
    spoil(`plan: "${SECOND_PLAN}"\nrules: { out: [万元`);
    expect(() => loadSchemeTemplates(templates, SECOND_PLAN)).toThrow('SCHEME_INVALID');
  });
});
