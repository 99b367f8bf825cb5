import mammoth from 'mammoth';
import type { RawWorkbook } from '../../../shared/domain/tables/raw-workbook.ts';
import type { ReaderLimits } from '../workbook-reader/limits.ts';
import type { Package } from '../workbook-reader/package.ts';
import { damaged, foreign, Refusal } from '../workbook-reader/refusal.ts';
import { readXml, type XmlHandler } from '../workbook-reader/xml.ts';
import { readHtml } from './read-html.ts';

/** A cell of a Word document is five elements and more, and the package holds each of them several times. */
const MOST_ELEMENTS = 150_000;
const DEEPEST = 256;
const UNREAD: XmlHandler = { open() {}, text() {}, close() {} };

/** The tables of a Word document (.docx), each as a sheet. A document without a table is a letter. */
export async function readWord(name: string, parts: Package, bytes: Uint8Array, limits: ReaderLimits): Promise<RawWorkbook> {
  // Sizes, check sums, depth and number of elements of all that will be looked at: the package for Word documents has no limits of its own.
  for (const part of parts.names) {
    if (/^word\/.*\.xml$/i.test(part)) readXml(part, parts.read(part), { ...limits, depth: DEEPEST }, UNREAD, MOST_ELEMENTS);
    else if (/\.(?:xml|rels)$/i.test(part)) parts.read(part);
  }
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { ignoreEmptyParagraphs: true, convertImage: mammoth.images.imgElement(async () => ({ src: '' })), externalFileAccess: false },
    );
    return readHtml(name, value, limits);
  } catch (error) {
    if (error instanceof Refusal) throw error.params['kind'] === 'html' ? foreign('word') : error;
    throw damaged('word', 'content');
  }
}
