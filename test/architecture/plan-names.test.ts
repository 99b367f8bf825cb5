import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { loadPlanTemplate, planIds } from '../../main/services/plan/plan-templates.ts';
import { readProjectFile, ROOT, sourceFiles } from './project-files.ts';
import { readSource } from './source-text.ts';

const TEMPLATES = join(ROOT, 'templates');
const ROW_ID = /\bA[123]-[项政改台]?\d/u;

/** What the plans call themselves, their district and their units; a word of two letters says nothing. */
const names = [...new Set([...planIds(TEMPLATES).flatMap(planNames), ...districtNames()])].filter((name) => name.length > 2);

/** Ids of the kinds of units that the plans know. */
const kinds = [...new Set(planIds(TEMPLATES).flatMap((id) => loadPlanTemplate(TEMPLATES, id).unitKinds.map((kind) => kind.id)))];

describe('the pages and their texts', () => {
  it('name no district, plan, unit or row of a plan', () => {
    expect(names).toContain('hechuan-2024');
    expect(names.length).toBeGreaterThan(50);
    const files = sourceFiles().filter((file) => /^(?:renderer|shared\/text\/ui)\//.test(file));
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap((file) => namesIn(readProjectFile(file)).map((name) => `${file}: ${name}`))).toEqual([]);
  });

  it('know kinds of units as data only', () => {
    expect(kinds).toEqual(expect.arrayContaining(['department', 'town']));
    const files = sourceFiles().filter((file) => /^(?:renderer|shared\/text\/ui|main\/hosts\/cli)\//.test(file));
    expect(files.flatMap((file) => kindsIn(readProjectFile(file)).map((kind) => `${file}: ${kind}`))).toEqual([]);
    expect(kindsIn("const towns = units.filter((unit) => unit.kind === 'town');")).toEqual(['town']);
    expect(kindsIn("export const groups = { department: '部门', town: '镇街' };")).toEqual(['department', 'town']);
    expect(kindsIn("// unit.kind === 'town'\nconst reads = (town: RankedTown) => town.name;")).toEqual([]);
  });

  it('would be found out, but not for a word in a comment', () => {
    expect(namesIn("export const text = '清平镇';")).toEqual(['清平镇']);
    expect(namesIn("const row = rows.find((one) => one.id === 'A1-05');")).toEqual(['A1-05']);
    expect(namesIn('const page = <p>合川区的得分</p>;')).toEqual(['合川区']);
    expect(namesIn("// A1-05 of 清平镇\nexport const text = '全区';")).toEqual([]);
  });
});

function planNames(id: string): string[] {
  const { document, units } = loadPlanTemplate(TEMPLATES, id);
  return [id, document.title, document.number, document.issuer, ...units.flatMap((unit) => [unit.id, unit.name, ...unit.aliases])];
}

function districtNames(): string[] {
  return readdirSync(join(TEMPLATES, 'schemes')).flatMap((file) => {
    const { district } = parse(readProjectFile(`templates/schemes/${file}`)) as { district?: { name?: string } };
    return district?.name === undefined ? [] : [district.name];
  });
}

/** Kinds named by a string, or by a key of an object whose value is a text or a list of them. */
function kindsIn(text: string): string[] {
  const { code, strings } = readSource(text);
  return kinds.filter((kind) => strings.includes(kind) || new RegExp(`[{,]\\s*${kind}:\\s*[§[(]`, 'u').test(code));
}

function namesIn(text: string): string[] {
  const { code, strings } = readSource(text);
  const words = [code, ...strings].join('\n');
  return [...names.filter((name) => words.includes(name)), ...(words.match(new RegExp(`${ROW_ID.source}\\d*`, 'u')) ?? [])];
}
