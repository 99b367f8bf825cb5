import { LAST_ADDRESS, LAST_COLUMN, LAST_ROW } from '../workbook-reader/address.ts';
import { overOther, type ReaderLimits } from '../workbook-reader/limits.ts';
import { overLimit } from '../workbook-reader/refusal.ts';
import { localName, readXml, type XmlAttributes } from '../workbook-reader/xml.ts';
import { TABLE_ELEMENTS } from './open-document.ts';

/**
 * Looks the XML tables of Excel 2003 over before the package reads them: whole, without definitions, and no column, row or merge reaches beyond
 * the largest sheet. The package counts places by what the file says and would fill up millions of blanks before them.
 */
export function refuseStrayPlaces(content: Buffer, limits: ReaderLimits): void {
  let cells = 0;
  readXml(
    'xml',
    content,
    limits,
    {
      open(name, _parent, attributes) {
        const most = MOST.get(name);
        if (most === undefined) return;
        for (const [key, bound] of most) {
          const value = Number(attributeOf(attributes, key) ?? 0);
          if (value > bound) throw overLimit('address', value, LAST_ADDRESS, { part: name });
        }
        if (name === 'Data') cells += 1;
        if (cells > limits.otherCells) throw overOther(cells, limits);
      },
      text() {},
      close() {},
    },
    limits.elements * TABLE_ELEMENTS,
  );
}

type Bounds = readonly (readonly [attribute: string, most: number])[];

/** Attributes that move on through the sheet, by the element that has them (XML Spreadsheet Reference). */
const MOST: ReadonlyMap<string, Bounds> = new Map<string, Bounds>([
  ['Column', [['Index', LAST_COLUMN], ['Span', LAST_COLUMN]]],
  ['Row', [['Index', LAST_ROW], ['Span', LAST_ROW]]],
  ['Cell', [['Index', LAST_COLUMN], ['MergeAcross', LAST_COLUMN], ['MergeDown', LAST_ROW]]],
  ['Data', []],
]); // prettier-ignore

const attributeOf = (attributes: XmlAttributes, wanted: string): string | undefined =>
  Object.entries(attributes).find(([key]) => localName(key) === wanted)?.[1];
