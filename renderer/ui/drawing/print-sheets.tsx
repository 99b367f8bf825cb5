import type { ReactElement } from 'react';
import { DrawingView } from './drawing-view.tsx';
import { type Drawing, framed } from './shapes.ts';
import { pictureAbout } from '../picture-about.ts';
import { useTableOrigin } from '../table/table-origin.ts';

/** What goes on paper in place of the page: drawings in greys, a sheet each, with title and origin. */
export function PrintSheets({ title, drawings }: { readonly title: string; readonly drawings: readonly Drawing[] }): ReactElement {
  const origin = useTableOrigin();
  const about = origin === null ? '' : pictureAbout(origin);
  return (
    <div className="print-sheets">
      {drawings.map((drawing, index) => {
        const head = drawings.length === 1 ? title : `${title}（${index + 1}/${drawings.length}）`;
        return <DrawingView key={head} className="print-sheet" drawing={framed(drawing, head, about)} label={head} />;
      })}
    </div>
  );
}
