import { describe, expect, it } from 'vitest';
import { parseSchemeText } from '../../../../../../main/services/schemes/language/read-scheme-file.ts';
import { valueOf } from '../../../../../../shared/domain/schemes/base/explain.ts';
import { LANGUAGE } from '../../../../../../shared/domain/schemes/catalogue.ts';
import { exampleOf } from '../../../../../../shared/domain/schemes/form/example.ts';
import { languageForms } from '../../../../../../shared/domain/schemes/form/language-forms.ts';
import { outlineOf, type OutlinePart } from '../../../../../../shared/domain/schemes/form/outline.ts';
import { publishedText, shippedText } from '../../../../../support/scheme-trial.ts';

const language = languageForms();
const dataOf = (text: string): unknown => parseSchemeText(text).data;
const all = (parts: readonly OutlinePart[]): OutlinePart[] => parts.flatMap((part) => [part, ...all(part.children)]);
/** All but the head, which gives nothing. */
const partsOf = (data: unknown): OutlinePart[] => all(outlineOf(data, language)?.parts ?? []).filter(({ role }) => role !== 'head');

describe('the example of a rule', () => {
  it('shows the arithmetic on figures that are usual, and on typed ones', () => {
    const data = {
      rules: {
        out: 'points/100',
        sum: [
          { of: 'pm25', share: 12 },
          { manual: 'tasks', cap: 40 },
        ],
      },
    };
    const request = { data, path: ['rules', 'sum', 0], role: 'node' } as const;
    const usual = exampleOf({ ...request, typed: {} });
    expect(usual.columns).toEqual([
      { column: 'pm25', value: '37' },
      { column: 'pm25.target', value: '36' },
    ]);
    expect(usual.result?.explanation.outcome).toMatchObject({ state: 'value' });
    expect(usual.result === null ? null : valueOf(usual.result.explanation)?.text()).toBe('11.6757');
    const typed = exampleOf({ ...request, typed: { pm25: '48' } });
    expect(typed.result === null ? null : valueOf(typed.result.explanation)?.text()).toBe('9');
  });

  it('holds a measure against what the rules around it hold it against', () => {
    const data = { rules: { out: '万元', vs: 'lastYear', sum: [{ of: 'pm25', rate: 10 }] } };
    const { result } = exampleOf({ data, path: ['rules', 'sum', 0], role: 'node', typed: {} });
    expect(result === null ? null : valueOf(result.explanation)?.text()).toBe('30');
  });

  it('reckons the first row of a list as it is typed, with its own part of the points', () => {
    const part = partsOf(dataOf(shippedText('default-2024'))).find(({ words }) => words['title'] === '附件1 主要指标');
    if (part === undefined) throw new Error('no such part');
    const { result, columns } = exampleOf({ data: dataOf(shippedText('default-2024')), path: part.path, role: 'node', typed: {} });
    expect(columns.map(({ column }) => column)).toEqual(['list:value', 'list:target']);
    expect(result?.explanation.children[0]?.params).toMatchObject({ id: 'A1-01', max: '12', result: '11.68' });
  });

  it.each(LANGUAGE.map((entry) => [`${entry.room} ${entry.key}`, entry.sample.rule] as const))('there is one for %s', (_name, rule) => {
    const data = { rules: { out: 'notice', ...(rule as object) } };
    const results = partsOf(data).map(({ path, role }) => exampleOf({ data, path, role, typed: {} }).result);
    expect(results.length).toBeGreaterThan(0);
    expect(results.every((result) => result !== null)).toBe(true);
  });

  it.each(['成都', '山东', '潍坊', '枣庄镇街', '太原2019', '安庆', '十条', '日照'])('there is one for every part of %s', (key) => {
    const data = dataOf(publishedText(key));
    const failed = partsOf(data).filter(({ path, role }) => exampleOf({ data, path, role, typed: {} }).result === null);
    expect(failed.map(({ path }) => path.join('.'))).toEqual([]);
  });
});
