import { type Finding, finding, type FindingCode, type FindingParams } from '../../../findings.ts';

/** A cell, or a sheet as a whole. */
export interface Place {
  readonly sheet: string | null;
  readonly address: string | null;
}

/** Findings of one file, collected while it is read. */
export interface Notes {
  readonly found: Finding[];
  add(code: FindingCode, place: Place, params?: FindingParams): void;
}

export function createNotes(file: string): Notes {
  const found: Finding[] = [];
  return {
    found,
    add: (code, { sheet, address }, params = {}) => void found.push(finding(code, { file, sheet, cell: address }, params)),
  };
}

export const onSheet = (sheet: string): Place => ({ sheet, address: null });
