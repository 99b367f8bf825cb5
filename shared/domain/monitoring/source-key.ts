/**
 * What files of one source (来源) have in common: the shape and the titles of their first hourly table, whatever days, hours or years stand in them.
 * The meaning that a person has given to the hour labels of one is remembered for the next by it.
 */
export const sourceKey = ({
  shape,
  columns,
}: {
  readonly shape: string;
  readonly columns: readonly { readonly title: string }[];
}): string =>
  [shape, ...columns.map(({ title }) => title.normalize('NFKC').replaceAll(/\s+/gu, '').replaceAll(/\d+/gu, '#'))]
    .filter((part) => part !== '')
    .join('|')
    .slice(0, LONGEST);

const LONGEST = 200;
