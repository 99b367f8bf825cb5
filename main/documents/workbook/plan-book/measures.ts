/** Free rows below a table, ready to be filled in. */
export const SPARE_ROWS = 30;

/** Row of the first entry where no lines stand above the head: after the hint and the head. */
export const FIRST_ROW_WITHOUT_LINES = 3;
