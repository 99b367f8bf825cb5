/** 18-24, 18时-24时: hours of the day; null for none, undefined where it cannot be read. */
export function hoursOf(text: string): { readonly from: number; readonly to: number } | null | undefined {
  if (text.trim() === '') return null;
  const found = /^(\d{1,2})(?:时|点|:00)?\s*(?:-|–|—|~|～|至|到)\s*(\d{1,2})(?:时|点|:00)?$/u.exec(text.trim());
  const [from, to] = [Number(found?.[1]), Number(found?.[2])];
  return found === null || from > 23 || to < 1 || to > 24 ? undefined : { from, to };
}
