import type { RawValue } from '../../../../shared/domain/tables/raw-workbook.ts';

/** What a number format puts in the place of a value: nothing ('') or other words; null where it shows the value. */
export type Instead = string | null;

/** Whether a format has a section that does not show what it is given: `;;;`, `0;-0;;@`, `"1400"`. */
export const couldHide = (code: string): boolean => {
  const sections = sectionsOf(code);
  return sections.some((section, index) => insteadIn(section, index === 3) !== null);
};

/** What the page shows in the place of a value under a number format (ECMA-376-1, 18.8.31). */
export function insteadOf(code: string, value: RawValue): Instead {
  const sections = sectionsOf(code);
  if (value.type === 'text') {
    const own = sections[3];
    return own === undefined ? null : insteadIn(own, true);
  }
  if (value.type !== 'number') return null;
  const number = Number(value.digits);
  const section = sectionFor(sections.slice(0, 3), number);
  const instead = section === undefined ? null : insteadIn(section, false);
  // Accounts write a dash for nothing.
  return instead !== null && number === 0 && DASH.test(instead) ? null : instead;
}

const DASH = /^[-–—―]+$/u;

/** Sections that stand behind semicolons outside of quoted text and escapes. */
function sectionsOf(code: string): string[] {
  const sections: string[] = [''];
  let quoted = false;
  for (let index = 0; index < code.length; index += 1) {
    const character = code[index] ?? '';
    if (character === '"') quoted = !quoted;
    const escaped = !quoted && (character === '\\' || character === '_' || character === '*');
    if (character === ';' && !quoted) sections.push('');
    else sections[sections.length - 1] += escaped ? `${character}${code[(index += 1)] ?? ''}` : character;
  }
  return sections;
}

/** The section of positive numbers, of negative ones, of nought; or the first whose condition ([<=100]) holds. */
function sectionFor(sections: readonly string[], number: number): string | undefined {
  const conditions = sections.map((section) => CONDITION.exec(section));
  if (conditions.some((condition) => condition !== null))
    return sections.find((_, index) => {
      const condition = conditions[index];
      return condition === null || condition === undefined || holds(condition[1] ?? '', Number(condition[2]), number);
    });
  if (sections.length === 1 || number > 0) return sections[0];
  if (number < 0) return sections[1];
  return sections[2] ?? sections[0];
}

const CONDITION = /\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]/;

function holds(operator: string, bound: number, number: number): boolean {
  switch (operator) {
    case '<':
      return number < bound;
    case '<=':
      return number <= bound;
    case '>':
      return number > bound;
    case '>=':
      return number >= bound;
    case '=':
      return number === bound;
    default:
      return number !== bound;
  }
}

const LITERAL = /"([^"]*)"?|\\(.)/gsu;
const PLACE = /general|通用格式|[0#?ymdhse@]|aaa/iu;

/** A section without a place for what it is given, or with figures of its own beside that place. */
function insteadIn(section: string, ofText: boolean): Instead {
  const literals = [...section.matchAll(LITERAL)].map(([, quoted, escaped]) => quoted ?? escaped ?? '');
  const bare = section.replaceAll(LITERAL, '').replaceAll(/\[[^\]]*\]?|[_*]./gsu, '');
  if (!(ofText ? /@|general|通用格式/iu : PLACE).test(bare)) return `${literals.join('')}${bare}`.trim();
  const added = literals.find((literal) => /^\d[\d.,]*$/u.test(literal));
  return added === undefined || ofText ? null : added;
}
