/**
 * Edition of the rules by which cells are read (读表规则). It is stored with every return: what an earlier edition adopted goes on counting, and
 * the check does not call it forged where the rules of today would refuse it. 2: 不涉及 by whole rows, whole counts, cells in error kept.
 * 3: 完成状态“不涉及” beside a figure of the row is an error. 4: a 填报日期 within the year is one where the year is reported by quarter or month.
 * 5: a table of an office's own (自拟表) that carries ids of ours is read as such a table, and no longer as a form without its key.
 * 6: in such a table an id beside the name of another row decides nothing, and the sheet may bear the name of one of the form's.
 * 7: what the page does not show, what a comment sets right and what rows say against each other is held; a row whose words are another's is an error.
 * A figure marked void and a gas of 0 are held too, and words before the figure in a number format are read.
 */
export const READING_EDITION = 7;

/**
 * The newest edition that reads single cells otherwise than the one before it. What is newer differs in how a whole file is taken, and a stored
 * original is then read by the edition it came by.
 */
export const CELLS_EDITION = 4;

/** Since then a table with ids of ours and without the columns of the form is a table of the office's own. */
export const OWN_TABLES_EDITION = 5;

/** Since then an id and a name that speak of different rows are an error at the row. */
export const IDS_EDITION = 6;

/** Since then values are held for what speaks against them on the page, and dates in older words (廿, 卅, 元月) are read. */
export const PAGE_EDITION = 7;
