/** The day in China, where the data come from: 2026-03-01. */
export const today = (now: Date = new Date()): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now);

/** Days from one ISO day to another; negative where the other lies before it. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

const DAY_MS = 86_400_000;
