import mammoth from 'mammoth';
import type { RawWorkbook } from '../../../shared/domain/tables/raw-workbook.ts';
import type { ReaderLimits } from '../workbook-reader/limits.ts';
import type { Package } from '../workbook-reader/package.ts';
import { damaged, foreign, Refusal } from '../workbook-reader/refusal.ts';
import { readHtml } from './read-html.ts';

/** The tables of a Word document (.docx), each as a sheet. A document without a table is a letter. */
export async function readWord(name: string, parts: Package, bytes: Uint8Array, limits: ReaderLimits): Promise<RawWorkbook> {
  // Sizes and check sums of all that will be looked at: the package for Word documents has no limits of its own.
  for (const part of parts.names) if (/\.(?:xml|rels)$/i.test(part)) parts.read(part);
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
