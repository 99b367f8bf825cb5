import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSchemeText } from '../../../../../../main/services/schemes/language/read-scheme-file.ts';
import { isRecord } from '../../../../../../shared/domain/schemes/base/records.ts';
import { LANGUAGE } from '../../../../../../shared/domain/schemes/catalogue.ts';
import { languageForms } from '../../../../../../shared/domain/schemes/form/language-forms.ts';
import { fieldsOfForm, formOf, partsIn, type PartRole, rawOf, withKind } from '../../../../../../shared/domain/schemes/form/node-form.ts';
import { formsOf } from '../../../../../../shared/domain/schemes/language/forms.ts';
import { OUTPUT_KEYS } from '../../../../../../shared/domain/schemes/outputs/keys.ts';
import { TEMPLATES } from '../../../../../support/core.ts';

const language = languageForms();

/** Every rule of a scheme through its form and back again: what came back, and how many there were. */
function throughForms(role: PartRole, raw: unknown, scale: string | null, key = ''): number {
  const form = formOf(role, raw, language, key);
  expect(form, JSON.stringify(raw)).not.toBeNull();
  if (form === null) return 0;
  const read = rawOf(form, language, { scale });
  expect(read).toEqual({ raw });
  const record = role === 'output' ? { [key]: raw } : isRecord(raw) ? raw : {};
  const parts = fieldsOfForm(form, language).flatMap(({ key: word, widget }) => partsIn(widget, record[word]));
  return 1 + parts.reduce((sum, part) => sum + throughForms(part.part, part.raw, scale), 0);
}

function throughScheme(data: unknown): number {
  const [form] = formsOf(data).forms;
  const rules = form?.rules ?? {};
  const scale = /^points\/(?:\d+x)?(\d+)$/.exec(String(rules['out']))?.[1] ?? null;
  const body = Object.fromEntries(Object.entries(rules).filter(([key]) => !OUTPUT_KEYS.includes(key)));
  const outputs = Object.entries(rules).filter(([key]) => language.outputs.some((output) => output.key === key));
  const own = [rules['groups'], rules['units']].flatMap((raw) => (isRecord(raw) ? Object.values(raw) : []));
  return (
    throughForms('body', body, scale) +
    outputs.reduce((sum, [key, raw]) => sum + throughForms('output', raw, scale, key), 0) +
    own.reduce<number>((sum, raw) => sum + throughForms('body', raw, scale), 0)
  );
}

const folders = [join(TEMPLATES, 'schemes'), join(TEMPLATES, 'schemes', 'published')];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => [name, join(folder, name)] as const),
);

describe('the form of a rule', () => {
  it.each(files)('%s comes back from its forms as it is written', (_name, path) => {
    expect(throughScheme(parseSchemeText(readFileSync(path, 'utf8')).data)).toBeGreaterThan(2);
  });

  it.each(LANGUAGE.map((entry) => [`${entry.room} ${entry.key}`, entry.sample.rule] as const))(
    '%s has one for its sample',
    (_name, rule) => {
      expect(throughScheme(rule)).toBeGreaterThan(0);
    },
  );

  it('begins with what the sample of its kind says where another kind is chosen, and keeps the words both have', () => {
    const form = formOf('node', { of: 'pm25', share: 12, clause: '一' }, language);
    if (form === null) throw new Error('no form');
    expect(rawOf(withKind(form, { rule: 'rate' }, language), language, { scale: '100' })).toEqual({
      raw: { of: 'pm25', rate: { gain: 20, loss: 40 }, dead: 2, clause: '一' },
    });
    expect(rawOf(withKind(form, { source: 'manual', rule: null }, language), language, { scale: '100' })).toEqual({
      raw: { manual: 'tasks', clause: '一' },
    });
  });
});

describe('what is typed into a form', () => {
  const share = (text: string, scale: string | null = '12') =>
    rawOf({ role: 'node', source: 'of', rule: 'share', values: { of: { option: 0, value: 'pm25' }, share: text } }, language, { scale });

  it('is read with the digits of an input method, and as it is written where no number holds it', () => {
    expect(share('１０．５')).toEqual({ raw: { of: 'pm25', share: 10.5 } });
    expect(share('0.1234567890123456789', null)).toEqual({ raw: { of: 'pm25', share: '0.1234567890123456789' } });
    expect(share('满分参数')).toEqual({ raw: { of: 'pm25', share: '满分参数' } });
  });

  it.each([
    ['13', '12', { code: 'range', params: { kind: 'number', min: '0', max: '12' } }],
    ['-1', '12', { code: 'range', params: { kind: 'number', min: '0', max: '12' } }],
    ['-1', null, { code: 'atLeast', params: { kind: 'number', min: '0' } }],
    ['1,2', '12', { code: 'range', params: { kind: 'number', min: '0', max: '12' } }],
    ['', '12', { code: 'blank', params: {} }],
  ] as const)('"%s" of at most %s is refused with its limits', (text, scale, problem) => {
    expect(share(text, scale)).toEqual({ problems: [{ at: ['share'], ...problem }] });
  });

  it('names its place in a table', () => {
    const values = {
      of: { option: 0, value: 'pm25' },
      table: [
        ['35', '10'],
        ['五十', '6'],
      ],
    };
    expect(rawOf({ role: 'node', source: 'of', rule: 'table', values }, language, { scale: null })).toMatchObject({
      problems: [{ at: ['table', 1, 0], code: 'number' }],
    });
  });
});
