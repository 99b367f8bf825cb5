import type { Method } from '../../shared/contract/method.ts';
import { Failure } from '../../shared/domain/failure.ts';
import type { WorkDatabase } from '../db/open.ts';
import type { Actor } from '../services/context.ts';

/**
 * Refuses a call that its caller may not make. There are no accounts: everybody may do everything, with a name; a work that is open for reading
 * permits what changes nothing in it.
 */
export function requirePermission(actor: Actor, { audit }: Pick<Method, 'permission' | 'audit'>, work: WorkDatabase | null): void {
  if (actor.name.trim() === '') throw new Failure('ACTOR_MISSING');
  if (audit !== null && work !== null && work.readOnly) throw new Failure('WORK_READ_ONLY', { path: work.path });
}
