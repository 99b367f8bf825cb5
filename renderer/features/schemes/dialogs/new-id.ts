import { schemeDialogText as text } from '../../../../shared/text/ui/schemes-page-text.ts';

/** The first id that is free: own-2026-2 beside own-2026. */
export function freeId(id: string, taken: readonly string[]): string {
  let number = 2;
  while (taken.includes(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

/** Why it cannot be the id of a new scheme; null where it can. */
export function idProblem(id: string, taken: readonly string[]): string | null {
  if (!/^[a-z0-9-]+$/u.test(id)) return text.newIdInvalid;
  return taken.includes(id) ? text.newIdTaken : null;
}
