import type { Params } from './problems.ts';

const LONGEST_SHOWN = 40;

/** What stands in place of the right thing: its text as its author will know it again, and what it is (`read`), for a sentence to say. */
export function asRead(value: unknown): Params {
  const blank = value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  return { value: shown(value), read: blank ? 'blank' : Array.isArray(value) ? 'list' : typeof value === 'object' ? 'map' : 'text' };
}

/** A value as its author will know it again: as YAML writes it in one line. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : flow(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function flow(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}: ${flow(inner)}`)
    .join(', ')}}`;
}
