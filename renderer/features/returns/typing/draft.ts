import type { TypedEntry, TypedReturnInput, TypedRow } from '../../../../shared/contract/typed-returns.ts';
import type { TypedWay } from '../../../../shared/domain/returns/typed/facts.ts';
import type { GrantedFile } from '../../../host/host.ts';

/** What somebody is typing in (手工录入): a unit's form, and how the unit's words had come. */
export interface TypedDraft {
  readonly unit: string | null;
  readonly way: TypedWay | null;
  readonly receivedOn: string | null;
  readonly reportedOn: string | null;
  /** 录入人; blank: whoever stores it. */
  readonly by: string;
  readonly scan: GrantedFile | null;
  /** By row and column: keyOf. */
  readonly texts: Readonly<Record<string, string>>;
}

export const emptyDraft = (today: string): TypedDraft => ({
  unit: null,
  way: null,
  receivedOn: today,
  reportedOn: null,
  by: '',
  scan: null,
  texts: {},
});

/** 编号 and 填报项 together are one cell of the form. */
export const keyOf = (id: string, field: string): string => `${id}\n${field}`;

export const typedText = ({ texts }: TypedDraft, id: string, field: string): string => texts[keyOf(id, field)] ?? '';

export const withText = (draft: TypedDraft, id: string, field: string, text: string): TypedDraft => ({
  ...draft,
  texts: { ...draft.texts, [keyOf(id, field)]: text },
});

/** 填报日期 is asked for beside 来源 and 收到日期, and not once more among the rows. */
export const rowsToType = (rows: readonly TypedRow[]): TypedRow[] =>
  rows.filter(({ cover, fields }) => !(cover && fields.some(({ kind }) => kind === 'date')));

/** How many cells have been filled in. */
export const countTyped = ({ texts }: TypedDraft): number => Object.values(texts).filter((text) => text.trim() !== '').length;

/** The call's input; null while something that it needs has not been said. */
export function inputOf(draft: TypedDraft, year: number): TypedReturnInput | null {
  const { unit, way, receivedOn, reportedOn, by, scan } = draft;
  if (unit === null || way === null || receivedOn === null || countTyped(draft) === 0) return null;
  const entries = Object.entries(draft.texts).flatMap(([key, text]): TypedEntry[] => {
    const [row = '', field = ''] = key.split('\n');
    return text.trim() === '' ? [] : [{ row, field, text }];
  });
  return {
    year,
    unit,
    way,
    receivedOn,
    entries,
    ...(reportedOn === null ? {} : { reportedOn }),
    ...(by.trim() === '' ? {} : { by: by.trim() }),
    ...(scan === null ? {} : { scan: scan.grant }),
  };
}
