import { createContext, useContext } from 'react';

/** Whose tables these are; it stands above a table that is handed over and in the name of its file. */
export interface TableOrigin {
  readonly district: string;
  readonly year: number;
  /** 试算, 定稿 … and 示例数据. */
  readonly marks: readonly string[];
}

const OriginContext = createContext<TableOrigin | null>(null);

export const TableOriginProvider = OriginContext.Provider;

/** Null outside of a work: there nothing is handed over as a file. */
export const useTableOrigin = (): TableOrigin | null => useContext(OriginContext);
