/** What decides whether a unit's return is late. */
export interface Timing {
  /** 填报日期 as it stands in the return. */
  readonly reportedOn: string | null;
  /** 收到日期 that the office has recorded; without one the 填报日期 stands in. */
  readonly receivedOn?: string | undefined;
  /** 延期: the unit's own last day in place of the year's. */
  readonly until?: string | undefined;
}

export interface Lateness {
  /** Null where nobody can say: no last day, or no day at all. */
  readonly late: boolean | null;
  /** The day that is held against the last day. */
  readonly day: string | null;
  readonly by: 'receipt' | 'form';
  /** The last day for this unit. */
  readonly due: string | null;
}

/** 迟报: the day came after the last day; `due` is the year's own. */
export function latenessOf({ reportedOn, receivedOn, until }: Timing, due: string | undefined): Lateness {
  const own = until ?? (due === undefined || due === '' ? null : due);
  const day = receivedOn ?? reportedOn;
  return { late: own === null || day === null ? null : day > own, day, by: receivedOn === undefined ? 'form' : 'receipt', due: own };
}
