import { exact } from '../../../../shared/domain/numbers/decimal.ts';

/** As many as the table has room for. */
const MOST = 12;

/** Percentiles as somebody types them: 50、97.5; what is none is left out, and each stands once. */
export const percentilesFrom = (text: string): string[] =>
  [
    ...new Set(
      text
        .split(/[\s、，,;；]+/u)
        .filter((part) => /^\d{1,3}(?:\.\d{1,4})?$/u.test(part) && exact(part).lte(100))
        .map((part) => exact(part).toFixed()),
    ),
  ].slice(0, MOST);
