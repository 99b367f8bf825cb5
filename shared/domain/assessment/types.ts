import type { TypedFacts } from '../returns/typed/facts.ts';
import type { AnswerField, ParsedValue } from '../returns/types.ts';
import type { DecimalText } from '../numbers/decimal.ts';

/** Where a figure came from: a cell of a stored return. */
export interface SourceRef {
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly cell: string;
  readonly raw: string;
  readonly unitId: string;
  readonly field: AnswerField;
  /** 核定: the office's value counts in place of what stands in the cell. */
  readonly correction?: { readonly typed: string; readonly reason: string; readonly by: string; readonly at: string } | undefined;
  /** 手工录入: the office filled the cell in, from what the unit wrote or said. */
  readonly typed?: TypedFacts | undefined;
}

/** One stored answer of the current return of one unit. */
export interface StoredAnswer {
  readonly unitId: string;
  readonly rowId: string;
  readonly field: AnswerField;
  readonly value: ParsedValue;
  readonly source: SourceRef;
}

export interface StoredReturn {
  readonly unitId: string;
  readonly file: string;
  readonly sha256: string;
  /** 填报日期 written in the return, ISO, or null. */
  readonly reportedOn: string | null;
  readonly reportedOnSource: SourceRef | null;
  /** 收到日期 that the office has recorded; it decides 迟报 in place of the 填报日期. */
  readonly receivedOn?: string;
  /** 延期: the unit's own last day. */
  readonly until?: string;
  /** 免于迟报扣分: why, and who has said so. */
  readonly waived?: { readonly reason: string; readonly by: string };
}

/** 同意不涉及: the office's consent that a row does not concern a unit. Without it the row is missing, whatever the unit says. */
export interface Consent {
  readonly unitId: string;
  readonly rowId: string;
  readonly reason: string;
  /** Who consented. */
  readonly by: string;
  /** Taken over from before consents were asked for: counts as 不涉及 counted then. */
  readonly asBefore: boolean;
}

/** Air of one town over the year, as the scoring needs it; null values where nothing valid was reported. */
export interface TownAir {
  readonly unitId: string;
  /** Unrounded. */
  readonly pm25Mean: DecimalText | null;
  readonly goodDays: number;
  readonly validDays: number;
  /** Why the town cannot be ranked or scored on air; null when the data suffice. */
  readonly insufficient: string | null;
  /** The cells of the daily values: one range (B5:B370) a pollutant. */
  readonly sources: readonly SourceRef[];
}

/** How one row got its points; the sentence is made by shared/text from code and params. */
export type RuleCode =
  | 'met'
  | 'proportional'
  | 'proportionalInverse'
  | 'zeroTargetExceeded'
  | 'noOccurrence'
  | 'status'
  | 'onTime'
  | 'late'
  | 'missing'
  | 'notApplicable'
  | 'penaltyLate'
  | 'penaltyLateReceived'
  | 'penaltyWaived';

export type RowState = 'met' | 'unmet' | 'missing' | 'notApplicable' | 'noOccurrence';

export interface ScoreFigure {
  /** Measure id, or the row's own id for status and date. */
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** Adopted target as printed with its operator, or null for a status. */
  readonly target: string | null;
  /** Statement id the target came from, when it is not the row's own; with the losing print. */
  readonly targetFrom: string | null;
  readonly targetDisplaced: string | null;
  /** Unrounded value, e.g. 81.147540983606557377…; shown beside the judged one. */
  readonly exactValue: DecimalText | null;
  /** Value as judged and printed. */
  readonly judgedValue: string | null;
  readonly state: RowState;
  readonly rule: { readonly code: RuleCode; readonly params: Readonly<Record<string, string>> };
  /** Share of the row's points, 0..1, unrounded. */
  readonly share: DecimalText;
  readonly sources: readonly SourceRef[];
}

export interface ScoreRow {
  readonly rowId: string;
  readonly title: string;
  readonly max: DecimalText;
  /** Points rounded to the scheme's decimals; null when the row does not count (不涉及). */
  readonly points: DecimalText | null;
  readonly state: RowState;
  readonly figures: readonly ScoreFigure[];
}

export interface ScorePart {
  readonly id: string;
  readonly title: string;
  readonly max: DecimalText;
  readonly points: DecimalText;
  readonly rows: readonly ScoreRow[];
}

export interface ScorePenalty {
  readonly id: string;
  /** Negative: added to the folded total. */
  readonly points: DecimalText;
  readonly rule: { readonly code: RuleCode; readonly params: Readonly<Record<string, string>> };
  readonly sources: readonly SourceRef[];
}

export interface SubjectScore {
  readonly subjectId: string;
  /** Id of the unit's kind; `district` for the district itself. */
  readonly kind: string;
  /** 部门, 镇街 …; 全区 for the district. */
  readonly kindName: string;
  readonly name: string;
  readonly reported: boolean;
  readonly total: DecimalText;
  /** Before folding to 100 and rounding. */
  readonly exactTotal: DecimalText;
  readonly grade: string;
  readonly parts: readonly ScorePart[];
  readonly penalties: readonly ScorePenalty[];
}

export interface AssessmentResult {
  readonly year: number;
  readonly schemeId: string;
  readonly schemeTitle: string;
  readonly demonstration: boolean;
  readonly district: SubjectScore;
  readonly units: readonly SubjectScore[];
}
