import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button, Segmented, Spin } from 'antd';
import { type KeyboardEvent, type ReactElement, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { reportsText, viewerText } from '../../../shared/text/ui/reports-text.ts';
import { ACTUAL_SIZE, PageCanvas } from './page-canvas.tsx';
import { openPdf, pagesOf, type PdfPage } from './pdf-document.ts';
import { pageAfterKey, pageInView } from './viewer-pages.ts';

type Zoom = 'width' | 'actual';
const ZOOMS: readonly Zoom[] = ['width', 'actual'];
const MARGIN = 16;

/** The real pages of a PDF, one below the other. */
export function PdfViewer({
  pdf,
  title,
  notice,
}: {
  readonly pdf: string;
  readonly title: string;
  readonly notice?: ReactNode;
}): ReactElement {
  const { pages, failed } = usePages(pdf);
  const scroller = useRef<HTMLDivElement | null>(null);
  const width = useWidth(scroller);
  const [zoom, setZoom] = useState<Zoom>('width');
  const [current, setCurrent] = useState(1);

  const turnTo = (page: number): void => {
    const target = scroller.current?.querySelectorAll('canvas')[page - 1];
    if (scroller.current !== null && target !== undefined) scroller.current.scrollTop = target.offsetTop - MARGIN;
    setCurrent(page);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = pageAfterKey(event.key, current, pages.length);
    if (page === null) return;
    event.preventDefault();
    turnTo(page);
  };
  const onScroll = (): void => {
    if (scroller.current !== null)
      setCurrent(pageInView(tops(scroller.current), scroller.current.scrollTop, scroller.current.clientHeight));
  };
  return (
    <div className="pdf-viewer">
      <Toolbar page={current} pages={pages.length} zoom={zoom} onPage={turnTo} onZoom={setZoom} />
      {notice}
      {failed ? <Alert type="error" showIcon title={reportsText.pdfFailed} /> : null}
      {/* A scrolling area needs the keyboard. */}
      <div
        ref={scroller}
        className="pdf-scroller"
        tabIndex={0}
        role="region"
        aria-label={viewerText.label(title)}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
      >
        {pages.length === 0 && !failed ? (
          <div role="status">
            <Spin /> {viewerText.opening}
          </div>
        ) : null}
        {pages.map((page) => (
          <PageCanvas key={`${page.pageNumber}`} page={page} scale={zoom === 'actual' ? ACTUAL_SIZE : fitWidth(page, width)} />
        ))}
      </div>
    </div>
  );
}

interface ToolbarProps {
  readonly page: number;
  readonly pages: number;
  readonly zoom: Zoom;
  onPage(page: number): void;
  onZoom(zoom: Zoom): void;
}

function Toolbar({ page, pages, zoom, onPage, onZoom }: ToolbarProps): ReactElement {
  return (
    <div className="pdf-toolbar">
      <Button
        size="small"
        icon={<LeftOutlined aria-hidden="true" />}
        aria-label={viewerText.previous}
        title={viewerText.previous}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <span className="number" role="status">
        {viewerText.page(page, pages)}
      </span>
      <Button
        size="small"
        icon={<RightOutlined aria-hidden="true" />}
        aria-label={viewerText.next}
        title={viewerText.next}
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      />
      <Segmented<Zoom>
        className="pdf-zoom"
        size="small"
        aria-label={viewerText.zoom}
        value={zoom}
        onChange={onZoom}
        options={ZOOMS.map((value) => ({ value, label: viewerText.zooms[value] }))}
      />
    </div>
  );
}

/** The pages of the newest PDF; those of the one before stay until they are there, and are freed then. */
function usePages(pdf: string): { readonly pages: readonly PdfPage[]; readonly failed: boolean } {
  const [state, setState] = useState<{ readonly pages: readonly PdfPage[]; readonly failed: boolean }>({ pages: [], failed: false });
  useEffect(() => {
    let wanted = true;
    const opening = openPdf(pdf);
    const show = async (): Promise<void> => {
      try {
        const pages = await pagesOf(await opening);
        if (wanted) setState({ pages, failed: false });
      } catch (error) {
        if (!wanted) return;
        console.error(error);
        setState({ pages: [], failed: true });
      }
    };
    void show();
    return () => {
      wanted = false;
      void opening.then(
        (document) => document.loadingTask.destroy(),
        () => undefined,
      );
    };
  }, [pdf]);
  return state;
}

/** Inner width of the scroller, kept up to date; 0 before it is measured. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(watched.clientWidth));
    observer.observe(watched);
    setWidth(watched.clientWidth);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

const fitWidth = (page: PdfPage, width: number): number => Math.max(width - 2 * MARGIN, 200) / page.getViewport({ scale: 1 }).width;

const tops = (scroller: HTMLElement): number[] => [...scroller.querySelectorAll('canvas')].map((canvas) => canvas.offsetTop);
