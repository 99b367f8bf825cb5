/**
 * 算法版本: goes up by one whenever the same input can give another result (scores, places, payments, figures of the air). Every run keeps the
 * one it was computed with, so that a difference that the program makes is not taken for a fault of the record.
 *
 * 2: a day counts by one definition (有效天): above AQI 100 whatever is missing, else only when nothing is missing that the place monitors.
 */
export const ENGINE_VERSION = 2;
