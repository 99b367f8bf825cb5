import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { unitKindSchema } from '../../shared/domain/plan/unit-schema.ts';
import { projectFiles, readProjectFile } from './project-files.ts';

const unitsSchema = z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() }));
const kindsSchema = z.array(unitKindSchema);
const schemeSchema = z.object({ district: z.object({ name: z.string() }) });

/** What belongs to one plan alone: its id, its district, its towns (units whose air is watched) by name and id. Names of departments are the same in every district. */
function planWords(): string[] {
  const files = projectFiles();
  const plans = files.filter((file) => /^templates\/plans\/[^/]+\/units\.yml$/.test(file));
  const towns = plans
    .flatMap((file) => {
      const kinds = kindsSchema.parse(parse(readProjectFile(file.replace('units.yml', 'unit-kinds.yml'))));
      const watched = new Set(kinds.filter((kind) => kind.air).map((kind) => kind.id));
      return unitsSchema.parse(parse(readProjectFile(file))).filter(({ kind }) => watched.has(kind));
    })
    .flatMap(({ id, name }) => [id, name]);
  const districts = files
    .filter((file) => file.startsWith('templates/schemes/'))
    .flatMap((file) => schemeSchema.safeParse(parse(readProjectFile(file))).data?.district.name ?? []);
  return [...plans.map((file) => file.split('/')[2] ?? ''), ...districts, ...towns];
}

const ROW_ID = /\bA[123]-(?:\d|项|台)/;

const found = (words: readonly string[], text: string): string[] => [
  ...words.filter((word) => text.includes(word)),
  ...(ROW_ID.exec(text) ?? []),
];

/** Read by their owners as plans are read, and spoken to the user of one office: their words are held by tests of their own. */
const LEFT_OUT = /^shared\/(?:domain\/plan|text\/ui)\//;

describe('what one plan says', () => {
  const words = planWords();

  it('is known', () => {
    expect(words.length).toBeGreaterThan(60);
    expect(words).toContain('hechuan-2024');
    expect(words).toContain('合川区');
    expect(words).toContain('清平镇');
  });

  it('stands in no code of main and shared', () => {
    const code = projectFiles().filter((file) => /^(?:main|shared)\/.*\.ts$/.test(file) && !LEFT_OUT.test(file));
    expect(code.length).toBeGreaterThan(300);
    expect(code.flatMap((file) => found(words, readProjectFile(file)).map((word) => `${file}: ${word}`))).toEqual([]);
  });

  it('is found in a string and in a comment, where it stands', () => {
    expect(found(words, "const DISTRICT = '合川区';")).toEqual(['合川区']);
    expect(found(words, '// as 清平镇 does for A3-2.1')).toEqual(['清平镇', 'A3-2']);
    expect(found(words, "const DISTRICT = '全区'; // row A of annex 3")).toEqual([]);
  });
});
