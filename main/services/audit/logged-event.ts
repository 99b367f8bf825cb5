import type { LogEntry } from '../../../shared/contract/audit.ts';
import type { EventRow } from '../../db/event-chain.ts';

export type Detail = Readonly<Record<string, unknown>>;

/** An event with what it holds. */
export interface LoggedEvent extends Pick<EventRow, 'id' | 'at' | 'kind' | 'actor' | 'reason' | 'subject'> {
  readonly detail: Detail;
  readonly before: unknown;
  readonly after: unknown;
}

/** One thing that was done; units and rows by id. What is left out is not told. */
export interface Told {
  readonly act: string;
  readonly object?: string;
  readonly year?: number | null;
  readonly unitId?: string | null;
  readonly itemId?: string | null;
  readonly before?: string | null;
  readonly after?: string | null;
  readonly reason?: string | null;
}

/** Names of what an event speaks of by id. */
export interface Names {
  unit(id: string): string;
  /** Null for a row that no plan of this work has. */
  item(id: string): string | null;
  /** A received file (收件号) as unit and version, or by its file name. */
  received(number: number): { readonly unitId: string | null; readonly text: string };
  scheme(id: string): string;
}

export type Teller = (event: LoggedEvent, names: Names) => readonly Told[];

export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;

export const num = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export const list = (value: unknown): readonly Detail[] => (Array.isArray(value) ? (value as readonly Detail[]) : []);

export const record = (value: unknown): Detail =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Detail) : {};

/** Who decided, and who recorded it where that is somebody else. */
export function personsOf({ actor, detail, kind }: LoggedEvent): Pick<LogEntry, 'by' | 'recordedBy'> {
  const recorded = actor ?? '';
  // What makes a work has its first year opened by nobody.
  const by = kind.startsWith('work.') ? recorded : (text(detail['by']) ?? recorded);
  return { by, recordedBy: by === recorded || recorded === '' ? null : recorded };
}
