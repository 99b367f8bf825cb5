import { LIKE, likeness, likenessText, MARGIN, namesIn } from '../other-table/likeness.ts';

/**
 * What became of the words of a row (改写): `same` in other words at the most (a slip, an abbreviation, an addition), `doubtful` where they may speak of
 * something else, `other` where they do.
 */
export type Wording = 'same' | 'doubtful' | 'other';

/** Of one place in seven another character is a slip of typing or a turn of phrase. */
const SLIPS = 0.15;
/** What is left of a name must be so much of it. */
const LEFT_OVER = 0.4;

/**
 * Whether words found in a row still are those of `own`, its names. What is counted (完成值：…) stands below a name and is the same under many, so that it
 * is left out where both say it.
 */
export function wordingOf(found: string, own: readonly string[]): Wording {
  const verdicts = own.flatMap((name) => {
    const heads = headsOf(found, name);
    return heads.found.flatMap((one) => heads.own.map((other) => compared(one, other)));
  });
  if (verdicts.includes('same')) return 'same';
  return verdicts.includes('doubtful') ? 'doubtful' : 'other';
}

/** What both are called, without the lines below a name; a found text may have them behind the name in one line. */
function headsOf(found: string, name: string): { readonly found: readonly string[]; readonly own: readonly string[] } {
  const [head = '', ...below] = name.split('\n');
  const first = found.split('\n')[0] ?? found;
  const rest = likenessText(below.join(''));
  const whole = likenessText(first);
  const cut = rest !== '' && whole.endsWith(rest) ? [whole.slice(0, whole.length - rest.length)] : namesIn(first);
  return { found: cut, own: namesIn(head) };
}

/** How alike the words are to a name, 0–100. */
export const likenessTo = (found: string, own: readonly string[]): number =>
  Math.max(0, ...spoken(found).flatMap((one) => own.flatMap(spoken).map((other) => likeness(one, other))));

/** Whether another row's name is clearly more alike. */
export const isNearer = (other: number, own: number): boolean => other >= LIKE && other - own >= MARGIN;

const spoken = (name: string): string[] => [...new Set([name, name.split('\n')[0] ?? name].flatMap(namesIn))];

function compared(found: string, own: string): Wording {
  if (found === own) return 'same';
  if (!sharesFigures(found, own) || negations(found) !== negations(own)) return likeness(found, own) >= LIKE ? 'doubtful' : 'other';
  const [shorter, longer] = [found, own].toSorted((one, other) => one.length - other.length) as [string, string];
  const common = commonLength(found, own);
  if (common === shorter.length) return shorter.length >= longer.length * LEFT_OVER ? 'same' : 'doubtful';
  const slips = Math.max(1, Math.floor(own.length * SLIPS));
  const changed = Math.max(found.length, own.length) - common;
  const like = likeness(found, own);
  if (changed <= slips || (like >= LIKE && bagDistance(found, own) <= slips)) return 'same';
  return like >= LIKE ? 'doubtful' : 'other';
}

/** Figures and letters tell rows apart more than all other words: 国三 and 国四, PM2.5 and PM10. What one of them leaves out says nothing. */
function sharesFigures(one: string, other: string): boolean {
  const [left, right] = [figuresIn(one), figuresIn(other)];
  return left.every((figure) => right.includes(figure)) || right.every((figure) => left.includes(figure));
}

const figuresIn = (text: string): string[] => text.match(/[A-Z]+\d*|\d+|[一二两三四五六七八九十百千万]+/gu) ?? [];

const negations = (text: string): number => (text.match(/[非不未无]/gu) ?? []).length;

/** Characters that stand in both in the same order. */
function commonLength(one: string, other: string): number {
  const [left, right] = [[...one], [...other]];
  let before = new Uint16Array(right.length + 1);
  for (const letter of left) {
    const row = new Uint16Array(right.length + 1);
    for (let at = 0; at < right.length; at += 1)
      row[at + 1] = letter === right[at] ? (before[at] ?? 0) + 1 : Math.max(before[at + 1] ?? 0, row[at] ?? 0);
    before = row;
  }
  return before[right.length] ?? 0;
}

/** Characters that one has and the other has not, whatever their order: 老旧车辆淘汰 and 淘汰老旧车辆 differ by none. */
function bagDistance(one: string, other: string): number {
  const rest = new Map<string, number>();
  for (const letter of other) rest.set(letter, (rest.get(letter) ?? 0) + 1);
  let common = 0;
  for (const letter of one) {
    const count = rest.get(letter) ?? 0;
    if (count === 0) continue;
    common += 1;
    rest.set(letter, count - 1);
  }
  return Math.max([...one].length, [...other].length) - common;
}
