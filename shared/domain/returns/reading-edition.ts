/**
 * Edition of the rules by which cells are read (读表规则). It is stored with every return: what an earlier edition adopted goes on counting, and
 * the check does not call it forged where the rules of today would refuse it. 2: 不涉及 by whole rows, whole counts, cells in error kept.
 * 3: 完成状态“不涉及” beside a figure of the row is an error. 4: a 填报日期 within the year is one where the year is reported by quarter or month.
 */
export const READING_EDITION = 4;
