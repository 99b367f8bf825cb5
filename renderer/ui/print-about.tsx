import type { ReactElement } from 'react';
import { pictureAbout } from './picture-about.ts';
import { useTableOrigin } from './table/table-origin.ts';

/** On paper below a picture what an exported one says: its whole title where that of the panel is shorter, and whose it is. */
export function PrintAbout({ title }: { readonly title?: string | undefined }): ReactElement | null {
  const origin = useTableOrigin();
  if (origin === null) return null;
  return <p className="print-about">{[...(title === undefined ? [] : [title]), pictureAbout(origin)].join('　')}</p>;
}
