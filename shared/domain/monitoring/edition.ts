/**
 * Edition of the rules by which monitoring files are read (读表规则). A stored file keeps the one it was read by, so that its values can be
 * found again in it: since the second, labels from 0 to 23 name the end of the hour, and a blank takes no measured value back; since the
 * third, marks in columns of their own are read, a row of nothing but zeros is missing, and of two columns of the same place and pollutant
 * none is taken; since the fourth, the time zone of a heading is converted, a 0 behind the 23 is the end of its own day, marks that the work has
 * spoken of are known behind a value too, and remarks that take a value back, values that only make sense in another unit, and a town beside
 * another one are held; since the fifth, comments of cells, formulas without a sound result, exchanged particles, contradicted units, days after
 * the import, means of months, other districts and figures after dust are held, tables side by side are read each on its own,
 * what the page does not show is held, and means of towns, limits, forecasts and means of weeks are told from values.
 */
export const MONITORING_EDITION = 5;
