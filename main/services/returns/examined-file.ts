import { type Finding, finding, type FindingCode, type FindingParams } from '../../../shared/domain/findings.ts';
import type { Unit } from '../../../shared/domain/plan/schema.ts';
import type { MappingPairs, TableMapping } from '../../../shared/domain/returns/other-table/map-tables.ts';
import type { ReadingRules } from '../../../shared/domain/returns/parse-return.ts';
import type { TypedFacts } from '../../../shared/domain/returns/typed/facts.ts';
import type { ReturnAnswer, ReturnLayout } from '../../../shared/domain/returns/types.ts';
import type { AirDay } from '../../db/queries/returns-air.ts';
import type { TableOptions, TableResult } from '../../documents/table-reader/read-table.ts';
import type { PlanOfYear } from '../plan/year-plan.ts';
import type { LayoutOf } from './layouts.ts';

/** A file after reading, recognising and parsing; nothing is stored yet. */
export interface ExaminedFile {
  readonly name: string;
  readonly sha256: string | null;
  /** The original; null when it is no workbook that can be read. */
  readonly bytes: Uint8Array | null;
  /** The same without its password, where one had to be given; null where the original is read as it came. */
  readonly opened: Uint8Array | null;
  /** The unit whose return this is; null when the file is refused. */
  readonly unit: Unit | null;
  /** 须选择: the units among which somebody has to choose before the file is taken in; mostly empty. */
  readonly choices: readonly Unit[];
  readonly layoutId: string;
  /** The layout it was read by; null when the file is refused. */
  readonly layout: ReturnLayout | null;
  readonly sample: boolean;
  readonly reportedOn: string | null;
  /** Without the daily air values. */
  readonly answers: readonly ReturnAnswer[];
  readonly airDays: readonly AirDay[];
  readonly findings: readonly Finding[];
  /** 对应关系 of tables that the office draws up itself, as somebody has to agree on it; null where it is the form. */
  readonly pairs: MappingPairs | null;
  /** The same with the rows themselves; absent where it is the form. */
  readonly mapping?: TableMapping;
  /** Of a return that the office typed in (手工录入); absent for a file that came. */
  readonly typed?: TypedOrigin;
}

export interface TypedOrigin extends TypedFacts {
  /** Of the scan; null where there is none. */
  readonly scanBytes: Uint8Array | null;
}

export interface ExamineRequest extends ReadingRules {
  readonly yearPlan: Pick<PlanOfYear, 'plan' | 'version'>;
  readonly year: number;
  /** Edition of the rules of reading (读表规则): today's, or that by which a stored original came. */
  readonly edition: number;
  readonly layoutOf: LayoutOf;
  /** Layouts of forms that were made before the plan of the year changed. */
  readonly formerLayoutOf: (version: string) => LayoutOf | null;
  /** SHA-256 of the files that are wanted; null: all. */
  readonly only: ReadonlySet<string> | null;
  /** The unit that somebody chose for the files; null where nobody did. */
  readonly chosen: Unit | null;
  /** The same of single files, by SHA-256. */
  readonly units: ReadonlyMap<string, Unit>;
  /** What somebody says of rows of tables that offices draw up themselves (人工对应). */
  readonly rows: readonly RowSaid[];
  /** What has been agreed on of the tables of a unit. */
  readonly agreed: (unitId: string) => readonly MappingPairs[];
  /** Passwords to open (打开密码) that somebody gave for the files. */
  readonly passwords: readonly string[];
  /** Ends the reading when it is cancelled. */
  readonly signal: AbortSignal;
  /** How the bytes become a table. */
  readonly readTable: (name: string, bytes: Uint8Array, options: TableOptions) => Promise<TableResult>;
}

/** A row of a table by its key, and the row of the form that it is; null: not to be read (不取). */
export interface RowSaid {
  /** Of which file; null: of any that has the row. */
  readonly sha256: string | null;
  readonly name: string;
  readonly row: string | null;
}

/** A file as it came (收到的文件). */
export type Received = Pick<ExaminedFile, 'name' | 'sha256' | 'bytes' | 'opened'>;

export const unread = (name: string): Received => ({ name, sha256: null, bytes: null, opened: null });

/** 不能入库, with the one finding that says why. */
export const refused = (received: Received, code: FindingCode, params: FindingParams): ExaminedFile =>
  refusedBy(received, finding(code, { file: received.name }, params), []);

/** The same by a finding with its place; `choices` where somebody can settle it. */
export const refusedBy = (received: Received, found: Finding, choices: readonly Unit[]): ExaminedFile => ({
  ...nothingOf(received, [found]),
  choices,
});

/** Of a file of which nothing is taken in. */
export function nothingOf(received: Received, findings: readonly Finding[]): ExaminedFile {
  return {
    ...received,
    unit: null,
    choices: [],
    layoutId: '',
    layout: null,
    sample: false,
    reportedOn: null,
    answers: [],
    airDays: [],
    findings,
    pairs: null,
  };
}
