export type Raw = Readonly<Record<string, unknown>>;

/** A map of words, as YAML gives it. */
export const isRecord = (value: unknown): value is Raw => value !== null && typeof value === 'object' && !Array.isArray(value);
