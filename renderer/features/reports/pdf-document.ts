import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

export type PdfDocument = PDFDocumentProxy;
export type PdfPage = PDFPageProxy;

/** Opens a PDF for drawing. The library is large and is fetched when the first one is shown. */
export async function openPdf(base64: string): Promise<PdfDocument> {
  const library = await import('pdfjs-dist');
  // A file of the page's own: the Content-Security-Policy takes no script from elsewhere, nor from a blob.
  library.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href;
  // All fonts are embedded in our own files, and the policy compiles no WebAssembly (only pictures would want it).
  return library.getDocument({ data: bytesOf(base64), useWasm: false, useWorkerFetch: false, useSystemFonts: false, stopAtErrors: false })
    .promise;
}

/** All pages, first to last. */
export const pagesOf = (pdf: PdfDocument): Promise<PdfPage[]> =>
  Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
