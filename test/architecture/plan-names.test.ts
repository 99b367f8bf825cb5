import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { planWords, wordsIn } from './plan-words.ts';
import { projectFiles, readProjectFile, sourceFiles } from './project-files.ts';
import { readSource } from './source-text.ts';

const files = projectFiles();
const templates = files.filter((file) => /^templates\/(?:plans|schemes)\/.*\.yml$/.test(file));
const words = planWords(new Map(templates.map((file) => [file, readProjectFile(file)])));

/** Ids of the kinds of units that the plans know. */
const kinds = templates
  .filter((file) => file.endsWith('/unit-kinds.yml'))
  .flatMap((file) => (parse(readProjectFile(file)) as readonly { readonly id: string }[]).map(({ id }) => id));

describe('what one plan says', () => {
  it('is known: plan, district, units and rows of every list', () => {
    expect(words.size).toBeGreaterThan(250);
    const some = ['hechuan-2024', '合川区', '合川', '合川府办发〔2024〕52号', 'dept-tax', '区税务局', 'town-500117114', '清平镇'];
    for (const word of [...some, 'A1-05', 'A2-项1-a', 'A3-2.1', 'B12']) expect(words).toContain(word);
    expect(words).not.toContain('department');
    expect(words).not.toContain('pm25');
  });

  it('stands in no code, page, text or command of the program', () => {
    const program = files.filter((file) => /^(?:main|shared|renderer)\/.*\.(?:[cm]?[jt]sx?|html|css)$/.test(file));
    expect(program.length).toBeGreaterThan(500);
    expect(program.flatMap((file) => wordsIn(file, readProjectFile(file), words).map((word) => `${file}: ${word}`))).toEqual([]);
  });
});

describe('a name of a plan is found', () => {
  const made = planWords(
    new Map([
      ['templates/plans/lin-2031/units.yml', '- { id: bureau-9, kind: bureau, name: 县环境局, aliases: [环境局] }'],
      ['templates/plans/lin-2031/unit-kinds.yml', '- { id: bureau, name: 部门 }'],
      ['templates/plans/lin-2031/district.yml', 'name: 临江县\naliases: [临江]\ncity: 江州市'],
      ['templates/plans/lin-2031/document.yml', 'title: 临江县实施方案\nnumber: 临府发〔2031〕2号\nissuer: 临江县人民政府'],
      ['templates/plans/lin-2031/subjects.yml', 'pm25: 细颗粒物'],
      ['templates/plans/lin-2031/annex7.yml', 'groups: [{ id: 项 }]\nrows: [{ id: Z7-1, measures: [{ id: Z7-1-a, name: 浓度 }] }]'],
      ['templates/schemes/own.yml', 'id: own\ndistrict: { name: 江北新区 }'],
      ['templates/samples/lin-2031.yml', 'id: sample-1'],
    ]),
  );
  const found = (text: string, file = 'shared/text/stand-in.ts'): string[] => wordsIn(file, text, made);

  it('in whatever form a plan is written', () => {
    const names = ['lin-2031', 'bureau-9', '县环境局', '环境局', '临江县', '临江', '江州市', '江北新区'];
    expect([...made].toSorted()).toEqual([...names, '临江县实施方案', '临府发〔2031〕2号', '临江县人民政府', 'Z7-1', 'Z7-1-a'].toSorted());
  });

  it('in a string, a template, a key, a page and its markup', () => {
    expect(found("export const text = '县环境局';")).toEqual(['县环境局', '环境局']);
    expect(found("const row = rows.find((one) => one.id === 'Z7-1');")).toEqual(['Z7-1']);
    expect(found('const key = `${year} Z7-1@${unit}`;')).toEqual(['Z7-1']);
    expect(found("const byUnit = { 'bureau-9': 1 };")).toEqual(['bureau-9']);
    expect(found('const page = <p>临江县的得分</p>;', 'renderer/page.tsx')).toEqual(['临江县', '临江']);
    expect(found('<title>江北新区</title>', 'renderer/index.html')).toEqual(['江北新区']);
    expect(found("const plan = 'lin-2031';")).toEqual(['lin-2031']);
  });

  it('but not as an example in a comment, nor inside another word', () => {
    expect(found("// Z7-1 of 临江县\nexport const text = '全区';")).toEqual([]);
    expect(found("const names = ['GZ7-1', 'Z7-10', 'bureau'];")).toEqual([]);
  });
});

describe('the pages and their texts', () => {
  it('know kinds of units as data only', () => {
    expect(kinds).toEqual(expect.arrayContaining(['department', 'town']));
    const pages = sourceFiles().filter((file) => /^(?:renderer|shared\/text\/ui|main\/hosts\/cli)\//.test(file));
    expect(pages.flatMap((file) => kindsIn(readProjectFile(file)).map((kind) => `${file}: ${kind}`))).toEqual([]);
    expect(kindsIn("const towns = units.filter((unit) => unit.kind === 'town');")).toEqual(['town']);
    expect(kindsIn("export const groups = { department: '部门', town: '镇街' };")).toEqual(['department', 'town']);
    expect(kindsIn("// unit.kind === 'town'\nconst reads = (town: RankedTown) => town.name;")).toEqual([]);
  });
});

/** Kinds named by a string, or by a key of an object whose value is a text or a list of them. */
function kindsIn(text: string): string[] {
  const { code, strings } = readSource(text);
  return kinds.filter((kind) => strings.includes(kind) || new RegExp(`[{,]\\s*${kind}:\\s*[§[(]`, 'u').test(code));
}
