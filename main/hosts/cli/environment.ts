import { join } from 'node:path';
import type { CoreEnvironment } from '../../core.ts';
import { machineEnvironment, temporaryCache } from '../common/environment.ts';

/**
 * Where a command line finds things: templates beside the program or where ZHIQI_TEMPLATES says (plans of another district kept elsewhere),
 * caches and the log in the system's temporary folder.
 */
export const cliEnvironment = (): CoreEnvironment =>
  machineEnvironment({
    templatesFolder: process.env['ZHIQI_TEMPLATES'] ?? join(import.meta.dirname, '..', '..', '..', 'templates'),
    cacheFolder: temporaryCache(),
  });

/** Keeps an error that no code names, and gives the id under which it stands in the log. */
export function recordUnknown(error: unknown): string {
  const { log, newId } = cliEnvironment();
  const id = newId();
  log(id, error);
  return id;
}
