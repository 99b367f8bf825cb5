import { tableText } from '../../shared/text/ui/app-text.ts';
import type { TableOrigin } from './table/table-origin.ts';
import { today } from './today.ts';

/** Below a picture: whose it is, 示例数据, where its figures come from, and the day on which it was made. */
export const pictureAbout = ({ district, year, marks }: TableOrigin): string =>
  [tableText.origin(district, year, marks), tableText.pictureSource, tableText.pictureDate(today())].join('　');
