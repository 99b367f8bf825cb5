import { type ReactElement, useEffect, useRef } from 'react';
import { viewerText } from '../../../shared/text/ui/reports-text.ts';
import type { PdfPage } from './pdf-document.ts';

/** CSS pixels to a PDF point at 100 %. */
export const ACTUAL_SIZE = 96 / 72;

export interface PageCanvasProps {
  readonly page: PdfPage;
  /** CSS pixels to a point. */
  readonly scale: number;
}

/** One page, drawn as sharp as the screen allows. */
export function PageCanvas({ page, scale }: PageCanvasProps): ReactElement {
  const holder = useRef<HTMLCanvasElement | null>(null);
  useEffect(() => {
    const canvas = holder.current;
    if (canvas === null) return undefined;
    const sharp = page.getViewport({ scale: scale * window.devicePixelRatio });
    const shown = page.getViewport({ scale });
    canvas.width = Math.floor(sharp.width);
    canvas.height = Math.floor(sharp.height);
    canvas.style.width = `${Math.floor(shown.width)}px`;
    canvas.style.height = `${Math.floor(shown.height)}px`;
    canvas.dataset['drawn'] = 'no';
    const task = page.render({ canvas, viewport: sharp });
    void finished(task.promise, canvas);
    return () => task.cancel();
  }, [page, scale]);
  return <canvas ref={holder} className="pdf-page" role="img" aria-label={viewerText.pageLabel(page.pageNumber)} />;
}

/** Marks a page that is all there; drawing is cut short when the page is drawn anew or goes away. */
async function finished(drawing: Promise<void>, canvas: HTMLCanvasElement): Promise<void> {
  await drawing.then(
    () => canvas.setAttribute('data-drawn', 'yes'),
    () => undefined,
  );
}
