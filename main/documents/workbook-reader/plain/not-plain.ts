/** Told apart by identity and thrown for files that nothing is wrong with, so without a trace. */
class NotPlain extends Error {}

const NOT_PLAIN = new NotPlain('not as plain as it could be');

/** The parser is to read it instead. */
export const notPlain = (): Error => NOT_PLAIN;

export const isNotPlain = (error: unknown): boolean => error === NOT_PLAIN;
