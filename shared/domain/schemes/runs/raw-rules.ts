import { isRecord, type Raw } from '../base/records.ts';

/** What is written in the rules at the place of a node of an explanation (rules.sum.0); blank where nothing stands there. */
export type RawOf = (path: string) => Raw;

export const rawRules =
  (rules: Raw): RawOf =>
  (path) => {
    const [head, ...keys] = path.split('.');
    if (head !== 'rules') return {};
    const found = keys.reduce<unknown>((at, key) => (isRecord(at) || Array.isArray(at) ? (at as Raw)[key] : undefined), rules);
    return isRecord(found) ? found : {};
  };
