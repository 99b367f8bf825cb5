import type { Conflict, Statement } from './conflict-types.ts';
import { isCountedStatement } from './differences.ts';

/**
 * 取定 of one statement of a contradiction: adopted; overruled by what was adopted, be it another number, or a number where this one is words or
 * left open (待定), or words where this one is a number; null for what the choice is not about (other years, other 口径).
 */
export function standingOf({ adopted, statements }: Conflict, statement: Statement, year: number | null): 'adopted' | 'losing' | null {
  if (adopted === null || statement.id === '') return null;
  if (adopted.statement === statement.id) return 'adopted';
  if (adopted.losing.includes(statement.id)) return 'losing';
  const winner = statements.find(({ id }) => id === adopted.statement);
  if (winner === undefined || statement.year !== year) return null;
  return isCountedStatement(statement) && isCountedStatement(winner) ? null : 'losing';
}
