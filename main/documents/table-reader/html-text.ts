import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
type HtmlNode = DefaultTreeAdapterTypes.Node;

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;
export const childrenOf = (node: HtmlNode): readonly HtmlNode[] => ('childNodes' in node ? node.childNodes : []);

const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);
/** Elements that begin a line of their own. */
const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'br', 'caption', 'center']);

/** The text of an element as a reader sees it: blanks folded, lines kept, nothing of tables within it. */
export const textOf = (element: HtmlNode): string => tidy(pieces(element).join(''));

/** The same without what is struck out (删除线), and that alone. */
export function struckTextOf(element: HtmlNode): { readonly standing: string; readonly struck: string } {
  const all = { standing: [] as string[], struck: [] as string[] };
  part(element, all, false);
  return { standing: tidy(all.standing.join('')), struck: tidy(all.struck.join('')) };
}

const STRUCK: ReadonlySet<string> = new Set(['s', 'strike', 'del']);

const isStruck = (element: HtmlElement): boolean =>
  STRUCK.has(element.tagName) || element.attrs.some(({ name, value }) => name === 'style' && /line-through/iu.test(value));

function part(node: HtmlNode, found: { readonly standing: string[]; readonly struck: string[] }, within: boolean, depth = 0): void {
  if (depth > DEEPEST) return;
  for (const child of childrenOf(node)) {
    if (child.nodeName === '#text' && 'value' in child)
      (within ? found.struck : found.standing).push(child.value.replaceAll(/[\r\n]+/g, ' '));
    if (!isElement(child) || UNSEEN.has(child.tagName) || child.tagName === 'table') continue;
    const block = BLOCKS.has(child.tagName);
    if (block) found.standing.push('\n');
    part(child, found, within || isStruck(child), depth + 1);
    if (block) found.standing.push('\n');
  }
}

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/[ \t\r\f\u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

/** Nobody nests text as deep as this; deeper levels come from broken pages. */
const DEEPEST = 200;

function pieces(node: HtmlNode, found: string[] = [], depth = 0): string[] {
  if (depth > DEEPEST) return found;
  for (const child of childrenOf(node)) {
    if (child.nodeName === '#text' && 'value' in child) found.push(child.value.replaceAll(/[\r\n]+/g, ' '));
    if (!isElement(child) || UNSEEN.has(child.tagName) || child.tagName === 'table') continue;
    const block = BLOCKS.has(child.tagName);
    if (block) found.push('\n');
    pieces(child, found, depth + 1);
    if (block) found.push('\n');
  }
  return found;
}

export interface TableBlock {
  readonly table: HtmlElement;
  /** The last lines above it that belong to no other table. */
  readonly above: readonly string[];
}

const LINES_ABOVE = 5;

/** All tables in the order of the page, tables within tables too, each with the lines above it. Walks without recursion: pages may be deep. */
export function blocksBetween(root: HtmlNode): TableBlock[] {
  const blocks: TableBlock[] = [];
  let between: string[] = [];
  const waiting: HtmlNode[] = [...childrenOf(root)].toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === '#text' && 'value' in node) between.push(node.value.replaceAll(/[\r\n]+/g, ' '));
    if (!isElement(node) || UNSEEN.has(node.tagName)) continue;
    if (BLOCKS.has(node.tagName)) between.push('\n');
    if (node.tagName === 'table') {
      const lines = [...tidy(between.join('')).split('\n'), ...captionOf(node)].filter((line) => line !== '');
      blocks.push({ table: node, above: lines.slice(-LINES_ABOVE) });
      between = [];
      for (const inner of tablesWithin(node).toReversed()) waiting.push(inner);
    } else putBack(waiting, node);
  }
  return blocks;
}

/** One by one, as a table may have more rows than a call can have arguments. */
function putBack(waiting: HtmlNode[], node: HtmlNode): void {
  const children = childrenOf(node);
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child !== undefined) waiting.push(child);
  }
}

const captionOf = (table: HtmlElement): string[] =>
  childrenOf(table)
    .filter((child) => isElement(child) && child.tagName === 'caption')
    .map(textOf);

/** The rows of a table, whether in its head, body or foot, without those of tables within it. */
export function tableOf(table: HtmlElement): HtmlElement[] {
  return childrenOf(table).flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? tableOf(child) : [];
  });
}

function tablesWithin(table: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = [];
  const waiting = [...childrenOf(table)].toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node) && node.tagName === 'table') found.push(node);
    else putBack(waiting, node);
  }
  return found;
}
