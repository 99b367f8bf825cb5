import type { DecimalText } from '../numbers/decimal.ts';
import type { Finding, FindingCode } from '../findings.ts';
import type { Operator } from '../plan/schema.ts';

/**
 * 填报表 (return workbook): its layout, what is read back from it. The layout is made from plan + unit + year by a pure function and is
 * used both by the writer and by the parser, so that the two cannot drift apart.
 */

export type SheetKind = 'cover' | 'indicators' | 'tasks' | 'air';

/** Answer columns. Every answer is stored under (rowId, field). */
export type AnswerField =
  | 'numerator'
  | 'denominator'
  | 'increment'
  | 'value'
  | 'status'
  | 'date'
  | 'progress'
  | 'evidence'
  | 'remark'
  | 'reporter'
  | 'reviewer'
  | 'phone'
  | 'reportedOn'
  | 'pm25'
  | 'pm10'
  | 'so2'
  | 'no2'
  | 'co'
  | 'o3';

/** Cells that carry a row's result. An error in one of them leaves the row unsettled, and what else it says does not stand in. */
export const RESULT_FIELDS = ['numerator', 'denominator', 'increment', 'value', 'status'] as const satisfies readonly AnswerField[];

/** 完成状态: 已完成, 按序推进 (on schedule), 进度滞后, 未启动, 不涉及. */
export type TaskStatus = 'done' | 'onTrack' | 'behind' | 'notStarted' | 'notApplicable';

export interface AnswerCell {
  readonly kind: 'quantity' | 'date' | 'status' | 'text';
  /** Unit of a quantity as printed: 家, 辆, %, 微克/立方米. */
  readonly unit?: string;
  /** A percentage: 85, 85% and 0.85 are told apart by the parser. */
  readonly percent?: boolean;
  /** Target value in the same unit (of a range its upper end); tells the parser the order of magnitude of a percentage. */
  readonly expected?: DecimalText;
  /** Lower end of a target that is a range. */
  readonly low?: DecimalText;
  /** Required answers that are blank give VALUE_MISSING. */
  readonly required: boolean;
  readonly negative?: boolean;
  /** Direction of `expected`; tells the checks whether 已完成 agrees with the figure. */
  readonly operator?: Operator;
  /** 判定修约位数 of the measure: decimals at which a typed rate is compared with numerator over denominator. */
  readonly decimals?: number;
  /** A denominator that may be 0 because nothing occurred (无发生). */
  readonly zeroAllowed?: boolean;
  /** What this very cell asks for; shown by the workbook when the cell is selected. */
  readonly prompt?: string;
  /** Of an amount: the year's own number, the total up to the year's end, or a state over the year. Not printed. */
  readonly asks?: 'year' | 'total' | 'level';
  /** Of 分子 and 分母: what is counted. What two rows count under one name is one number. Not printed by itself. */
  readonly of?: string;
}

export interface LayoutRow {
  /** Measure id, task id, item id, article duty id (正文-7), date (2024-07-01) or cover field id. */
  readonly rowId: string;
  readonly kind: 'field' | 'indicator' | 'task' | 'figure' | 'day' | 'section';
  /** Locked cells by column key. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Of a form that was made before the year's targets changed (旧表): what its locked cells show beside `fixed`, as it held by then. */
  readonly earlier?: Readonly<Record<string, readonly string[]>>;
  readonly answers: Readonly<Partial<Record<AnswerField, AnswerCell>>>;
  /** Of a `figure` row: the rowId of the task whose figure it is. */
  readonly parent?: string;
}

export interface LayoutColumn {
  readonly key: string;
  readonly title: string;
  /** Width in Excel characters. */
  readonly width: number;
  readonly answer: AnswerField | null;
  readonly prompt?: string;
}

export interface LayoutSheet {
  readonly kind: SheetKind;
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly LayoutColumn[];
  readonly rows: readonly LayoutRow[];
}

export interface ReturnLayout {
  /** Changes whenever a sheet, row or answer changes: hash-free, made of version and content counts by layoutReturn. */
  readonly layoutId: string;
  readonly planId: string;
  readonly planVersion: string;
  readonly documentNumber: string;
  readonly year: number;
  readonly unitId: string;
  readonly unitName: string;
  readonly dueDate: string;
  /** True where the workbook is filled with 示例数据. */
  readonly sheets: readonly LayoutSheet[];
}

/** What a cell says. */
export type ReadValue =
  | { readonly kind: 'quantity'; readonly value: DecimalText }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'status'; readonly value: TaskStatus }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'notApplicable' };

export type ParsedValue =
  | ReadValue
  /** Something was typed, or should have been, and is in error: code of the finding at the cell. */
  | { readonly kind: 'rejected'; readonly value: FindingCode }
  | HeldReading;

/** 待确认: kept as it was read, not counted until somebody confirms it; `code` of the finding at the cell that says why. */
export interface HeldReading {
  readonly kind: 'held';
  readonly value: ReadValue;
  readonly code: FindingCode;
}

export interface ReturnAnswer {
  readonly rowId: string;
  readonly field: AnswerField;
  readonly value: ParsedValue;
  /** The cell's content as typed. */
  readonly raw: string;
  readonly sheet: string;
  readonly cell: string;
}

/** Answers that count. Cells in error and held ones are kept beside them, so that nothing weaker stands in for them. */
export const isAdopted = ({ value }: Pick<ReturnAnswer, 'value'>): boolean => value.kind !== 'rejected' && value.kind !== 'held';

export interface ParsedReturn {
  readonly answers: readonly ReturnAnswer[];
  readonly findings: readonly Finding[];
  /** Every non-blank cell of the workbook, by what became of it. */
  readonly account: { readonly read: number; readonly known: number; readonly reported: number };
}

/** Identity found in the very hidden sheet. */
export interface ReturnIdentity {
  readonly planId: string;
  readonly planVersion: string;
  readonly year: number;
  readonly unitId: string;
  readonly layoutId: string;
  readonly sample: boolean;
}
