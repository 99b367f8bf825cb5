import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { FontSet } from './fonts.ts';

interface PdfKitDocument {
  readonly outline?: { options: Record<string, unknown> };
}

interface OutputDocument {
  getStream(): Promise<PdfKitDocument>;
  getBuffer(): Promise<Uint8Array>;
}

interface PdfMake {
  setFonts(fonts: Record<string, { normal: string }>): void;
  setUrlAccessPolicy(allow: (url: string) => boolean): void;
  setLocalAccessPolicy(allow: (path: string) => boolean): void;
  createPdf(definition: TDocumentDefinitions): OutputDocument;
}

// pdfmake is CommonJS and one object for the process: fonts and policies are set anew before each document.
const pdfmake = createRequire(import.meta.url)('pdfmake') as PdfMake;

/** Renders one definition. Nothing is fetched, and only the font files of the set are read. */
export async function renderPdf(definition: TDocumentDefinitions, fonts: FontSet): Promise<Uint8Array> {
  const faces = [
    ...new Map(
      Object.values(fonts.chains)
        .flat()
        .map((face) => [face.name, face]),
    ).values(),
  ];
  const folders = new Set(faces.map((face) => dirname(face.path)));
  pdfmake.setFonts(Object.fromEntries(faces.map((face) => [face.name, { normal: face.path }])));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => folders.has(dirname(path)));
  const document = pdfmake.createPdf(definition);
  await document.getStream();
  return new Uint8Array(await document.getBuffer());
}
