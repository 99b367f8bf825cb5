/**
 * 算法版本: goes up by one whenever the same input can give another result (scores, places, payments, figures of the air). Every run keeps the
 * one it was computed with, so that a difference that the program makes is not taken for a fault of the record.
 */
export const ENGINE_VERSION = 1;
