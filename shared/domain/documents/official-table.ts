/**
 * 公文表格: one official table as plain data, made by services/reports and printed by documents/pdf and documents/workbook alike, so that
 * the PDF and the Excel sheet of a document cannot differ in a character.
 */
export interface TableColumn {
  readonly key: string;
  readonly title: string;
  /** Width on paper in millimetres; all columns together fill the type area. */
  readonly widthMm: number;
  readonly align: 'left' | 'center' | 'right';
  /** Neighbouring rows with equal text in this column share one merged cell (类别). */
  readonly merge?: boolean;
}

export interface TableCell {
  /** As printed. Newlines are kept. */
  readonly text: string;
  /** For the workbook: write a number with so many decimals instead of the text. */
  readonly number?: { readonly value: string; readonly decimals: number };
}

export type TableRow =
  | { readonly kind: 'section'; readonly id: string; readonly text: string }
  | { readonly kind: 'data'; readonly id: string; readonly cells: readonly TableCell[] };

export interface OfficialTable {
  /** 附件1; null for a table that is not an annex. */
  readonly label: string | null;
  readonly title: string;
  /** Lines under the title: （2024—2027年）, 考核年度. */
  readonly subtitles: readonly string[];
  /** Small line above the table, left and right: 单位, 数据截至. */
  readonly caption: { readonly left: string; readonly right: string };
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** Printed under the table, one paragraph each. */
  readonly notes: readonly string[];
  readonly page: {
    readonly orientation: 'portrait' | 'landscape';
    /** Margins of the plan's own geometry (word-processor margins) in millimetres. */
    readonly marginsMm: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
    readonly titlePitchPt: number;
    readonly bodyPitchPt: number;
  };
  /** 示例数据: a mark on every page and sheet. */
  readonly sample: boolean;
  /** Another mark in its place: 示范. */
  readonly mark?: string;
  readonly meta: { readonly subject: string; readonly author: string; readonly createdAt: string };
}
