import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Explained } from '../../../../../shared/domain/schemes/base/explain.ts';
import { PROBLEM_SEVERITY } from '../../../../../shared/domain/schemes/base/problems.ts';
import { EXPLAIN_CODES, LANGUAGE, WORDS } from '../../../../../shared/domain/schemes/catalogue.ts';
import { knownSchemeTexts, schemeExplainText, schemeProblemSentence } from '../../../../../shared/text/scheme-text.ts';
import { TEMPLATES } from '../../../../support/core.ts';
import { type Figures, schemeOf, trialOf } from '../../../../support/scheme-trial.ts';
import { schemeNoticeText } from '../../../../../shared/text/scheme-text.ts';

/** A sample as a scheme: what it gives is of no matter where it says nothing of it. */
const sampleScheme = (rule: object) => schemeOf({ out: 'grades' in rule || 'fold' in rule ? 'points/100' : 'notice', ...rule });

function resultsOf(rule: object, rows: readonly Figures[]): string[] {
  return trialOf(sampleScheme(rule), rows).rows.map(({ result }) => {
    const outcome = result?.explanation.outcome;
    const value = outcome?.state === 'value' ? outcome.value.text() : (outcome?.state ?? '');
    const notices = (result?.notices ?? []).map(({ code, params }) => schemeNoticeText(code, params));
    return [value, result?.grade ?? '', ...notices].filter((text) => text !== '').join(' ');
  });
}

const codesIn = ({ code, children }: Explained): string[] => [code, ...children.flatMap(codesIn)];

describe('every word of the language', () => {
  it.each(LANGUAGE.map((entry) => [`${entry.room} ${entry.key}`, entry] as const))('%s does what its sample says', (_name, { sample }) => {
    expect(resultsOf(sample.rule as object, sample.rows)).toEqual(sample.results);
  });

  it('explains itself with codes it has named', () => {
    const used = LANGUAGE.flatMap(({ sample }) => {
      const { rows } = trialOf(sampleScheme(sample.rule as object), sample.rows);
      return rows.flatMap(({ result }) => [
        ...(result === null ? [] : codesIn(result.explanation)),
        ...(result === null || result.gradeExplanation === null ? [] : codesIn(result.gradeExplanation)),
        ...(result?.notices ?? []).flatMap(({ explanation }) => codesIn(explanation)),
      ]);
    });
    expect([...new Set(used)].filter((code) => !EXPLAIN_CODES.includes(code))).toEqual([]);
    expect(new Set(EXPLAIN_CODES).size).toBe(EXPLAIN_CODES.length);
  });

  it('has its line in the page on the language, and no line is left without its word', () => {
    const page = readFileSync(join(TEMPLATES, 'scheme-language.md'), 'utf8');
    const lines = [...page.matchAll(/^\| `(\w+)` \| .+ \|$/gmu)].map((match) => match[1]);
    const wanted = [...LANGUAGE.map(({ key }) => key), 'groups', 'units', 'each'];
    expect(new Set(lines)).toEqual(new Set(wanted));
    expect(WORDS.filter((word) => !new RegExp(`\\b${word}\\b`, 'u').test(page))).toEqual([]);
  });
});

describe('the texts of the language', () => {
  it('have a sentence for every code of an explanation, and none besides', () => {
    expect(knownSchemeTexts.explained.toSorted()).toEqual([...EXPLAIN_CODES].toSorted());
  });

  it('have a sentence with a remedy for every problem, and none besides', () => {
    expect(knownSchemeTexts.problems.toSorted()).toEqual(Object.keys(PROBLEM_SEVERITY).toSorted());
    for (const code of knownSchemeTexts.problems) expect(schemeProblemSentence(code, {})).toMatch(/[\u4e00-\u9fff].*[。？]$/u);
  });

  it('say how every word is written', () => {
    expect(knownSchemeTexts.shapes.toSorted()).toEqual(WORDS);
  });

  it('name no code in a sentence', () => {
    for (const code of knownSchemeTexts.explained) expect(schemeExplainText(code, {})).not.toContain(code);
  });
});
