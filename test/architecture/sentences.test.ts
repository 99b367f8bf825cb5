import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '../../shared/domain/failure.ts';
import { FINDING_SEVERITY } from '../../shared/domain/findings.ts';
import { knownHints } from '../../shared/text/failure-command-text.ts';
import { failureText, knownFailureTexts } from '../../shared/text/failure-text.ts';
import { findingText, knownFindingTexts } from '../../shared/text/finding-text.ts';
import { readProjectFile, sourceFiles } from './project-files.ts';
import { readSource } from './source-text.ts';

const FINDING_CODES = Object.keys(FINDING_SEVERITY);

/** The string literals of the code that can make a finding or a failure: not its list, not the code that shows it, no comment. */
const literals = new Set(
  sourceFiles()
    .filter(
      (file) =>
        /^(?:shared\/domain|main)\//.test(file) && !/^(?:shared\/domain\/(?:findings|failure)\.ts|main\/hosts\/\w+\/render\/)/.test(file),
    )
    .flatMap((file) => readSource(readProjectFile(file)).strings),
);

describe('every finding', () => {
  it('has its sentence, and no sentence is left without its finding', () => {
    expect(knownFindingTexts.toSorted()).toEqual(FINDING_CODES.toSorted());
  });

  it.each(FINDING_CODES)('%s reads as a Chinese sentence of its own and names no code', (code) => {
    const sentence = findingText(code, {});
    expect(sentence).toMatch(/[\u4e00-\u9fff].*[。！]$/u);
    expect(sentence).not.toContain(code);
  });

  it('is found somewhere', () => {
    expect(FINDING_CODES.filter((code) => !literals.has(code))).toEqual([]);
  });
});

describe('every failure', () => {
  it('has its sentence, and no sentence is left without its failure', () => {
    expect(knownFailureTexts.toSorted()).toEqual([...FAILURE_CODES].toSorted());
  });

  it.each([...FAILURE_CODES])('%s reads as a Chinese sentence of its own and names no code', (code) => {
    const sentence = failureText(code, {});
    expect(sentence).toMatch(/[\u4e00-\u9fff].*[。！]$/u);
    expect(sentence).not.toContain(code);
  });

  it('has a hint for the command line only where it exists, and pages are told no command', () => {
    expect(knownHints.filter((code) => !(FAILURE_CODES as readonly string[]).includes(code))).toEqual([]);
    const commands = FAILURE_CODES.filter(
      (code) => /^(?!CALC_|OUT_|SCHEME_RULE_)/.test(code) && / --[a-z]|WORK\.sqlite/.test(failureText(code, {})),
    );
    expect(commands).toEqual([]);
  });

  it('happens somewhere', () => {
    expect(FAILURE_CODES.filter((code) => !literals.has(code))).toEqual([]);
  });
});
