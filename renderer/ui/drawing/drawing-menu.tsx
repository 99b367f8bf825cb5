import { type ReactElement, useCallback } from 'react';
import { PictureMenu, type PictureMenuProps } from '../picture-menu.tsx';
import { drawingFile } from './drawing-file.ts';
import { type Drawing, framed } from './shapes.ts';

/** 图片 ▾ of a drawing of our own. `draw` must be stable (useCallback). */
export function DrawingMenu({ title, draw }: { readonly title: string; readonly draw: () => Drawing }): ReactElement {
  const make = useCallback<PictureMenuProps['make']>(
    (about, format, fontFamily) => Promise.resolve(drawingFile(framed(draw(), title, about), format, fontFamily, DENSITY)),
    [draw, title],
  );
  return <PictureMenu title={title} make={make} />;
}

/** 300 dots an inch. */
const DENSITY = 300 / 96;
