/** What is filled into an answer cell: `number` as it reads in the cell, so '85' in percent format shows 85%; `date` as 2024-08-31. */
export type WorkbookInput =
  | { readonly text: string }
  | { readonly number: string; readonly format?: 'percent' }
  | { readonly date: string };

export interface ReturnWorkbookOptions {
  /** 示例数据: said on every sheet, in every page header and in the very hidden sheet. */
  readonly sample: boolean;
  /** ISO moment that the file names as its creation; the same layout, answers and moment give the same bytes. */
  readonly createdAt: string;
  /** Answers to fill in, by `${rowId}|${field}`. */
  readonly answers?: ReadonlyMap<string, WorkbookInput>;
  /** 手工录入: said in every page header, and in full in the properties of the file; no cell of the form says it. */
  readonly typed?: { readonly mark: string; readonly about: string };
}
