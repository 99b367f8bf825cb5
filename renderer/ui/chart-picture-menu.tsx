import { type ReactElement, useCallback } from 'react';
import type { PictureInput } from './chart-picture.ts';
import { PictureMenu, type PictureMenuProps } from './picture-menu.tsx';

/** 图片 ▾ of what the drawing library draws; it is large and comes when it is wanted. `option` must be stable (useCallback). */
export function ChartPictureMenu({ title, option, width }: Omit<PictureInput, 'about'>): ReactElement {
  const make = useCallback<PictureMenuProps['make']>(
    async (about, format, fontFamily) => {
      const { pictureOf } = await import('./chart-picture.ts');
      return pictureOf({ title, about, option, ...(width === undefined ? {} : { width }) }, format, fontFamily);
    },
    [title, option, width],
  );
  return <PictureMenu title={title} make={make} />;
}
