/** Reasons that were given last on this machine, offered again; nothing depends on them. */
export function recentReasons(): string[] {
  try {
    const stored: unknown = JSON.parse(globalThis.localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((reason) => typeof reason === 'string').slice(0, OFFERED) : [];
  } catch {
    // A browser that keeps nothing, or keeps something else there.
    return [];
  }
}

export function rememberReason(reason: string): void {
  try {
    globalThis.localStorage.setItem(KEY, JSON.stringify(withReason(recentReasons(), reason)));
  } catch {
    // Nothing is offered next time.
  }
}

export const withReason = (reasons: readonly string[], reason: string): string[] =>
  [reason, ...reasons.filter((other) => other !== reason)].slice(0, OFFERED);

const KEY = 'zhiqi.reasons';
const OFFERED = 5;
