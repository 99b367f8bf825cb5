import { defaultTreeAdapter, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, parse, type TreeAdapter } from 'parse5';
import type { ReaderLimits } from '../workbook-reader/limits.ts';
import { overLimit } from '../workbook-reader/refusal.ts';

/**
 * A web page as a tree. Elements that were never closed are opened again by the rules of HTML in each block that follows, and nested ones are
 * searched through for each tag: the numbers of elements and texts and their depth are bounded while the tree grows, as both can cost the square of the file.
 */
export function parseHtml(html: string, limits: ReaderLimits): DefaultTreeAdapterTypes.Document {
  // Programs close what they open: more elements than there are marks come from opening again.
  const most = Math.min(limits.cells / 2, limits.otherCells * ELEMENTS_OF_PAGE, SPARE + marksIn(html));
  let made = 0;
  let texts = 0;
  let depth = 0;
  const countText = (): void => {
    texts += 1;
    if (texts > MOST_TEXTS) throw overLimit('page', texts, MOST_TEXTS);
  };
  const treeAdapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(...given) {
      made += 1;
      if (made > most) throw overLimit('elements', made, most);
      return defaultTreeAdapter.createElement(...given);
    },
    insertText(...given) {
      countText();
      defaultTreeAdapter.insertText(...given);
    },
    insertTextBefore(...given) {
      countText();
      defaultTreeAdapter.insertTextBefore(...given);
    },
    onItemPush() {
      depth += 1;
      if (depth > DEEPEST_ELEMENT) throw overLimit('depth', depth, DEEPEST_ELEMENT);
    },
    onItemPop() {
      depth -= 1;
    },
  };
  return parse(html, { treeAdapter });
}

const SPARE = 1_000;
/** Elements that a cell of a page may stand for, its row and its marks with it. */
const ELEMENTS_OF_PAGE = 2;
/** Pieces of text between two blanks: a cell has a few. */
const MOST_TEXTS = 1_250_000;
/** Careless pages leave a mark open in each of their lines; browsers stop at 512 and go on flat. */
const DEEPEST_ELEMENT = 2_000;

function marksIn(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) count += 1;
  return count;
}
