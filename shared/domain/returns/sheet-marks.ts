import type { Finding, FindingCode } from '../findings.ts';

/** What was found out about the cells of one sheet before their values are read. */
export interface SheetMarks {
  readonly findings: Finding[];
  /** Cells that hold something which is not adopted, whatever it reads as, with the code of the finding that says so. */
  readonly blocked: ReadonlyMap<string, FindingCode>;
  /** Cells of which a finding at another cell speaks. */
  readonly covered: ReadonlySet<string>;
  readonly block: (address: string, code: FindingCode) => void;
  readonly cover: (addresses: readonly string[]) => void;
}

export function createSheetMarks(): SheetMarks {
  const blocked = new Map<string, FindingCode>();
  const covered = new Set<string>();
  return {
    findings: [],
    blocked,
    covered,
    block: (address, code) => {
      if (!blocked.has(address)) blocked.set(address, code);
    },
    cover: (addresses) => {
      for (const address of addresses) covered.add(address);
    },
  };
}
