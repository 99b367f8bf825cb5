/** 来源 of a return that the office types in (手工录入): paper 纸质, photo 照片, phone 电话, other 其他. */
export const TYPED_WAYS = ['paper', 'photo', 'phone', 'other'] as const;

export type TypedWay = (typeof TYPED_WAYS)[number];

/** Of what came in this way there is something to scan (扫描件). */
export const leavesPaper = (way: TypedWay): boolean => way === 'paper' || way === 'photo';

/** What is known of a version that the office typed in: how and when the unit's own words came, and who typed them. */
export interface TypedFacts {
  readonly way: TypedWay;
  /** 收到日期. */
  readonly receivedOn: string;
  readonly by: string;
  /** 扫描件: what the unit itself wrote. */
  readonly scan: { readonly sha256: string; readonly name: string } | null;
}

/** As a part of what is shown of a version or of one of its values; nothing for one that came as a file. */
export function typedOf(typed: ReadonlyMap<number, TypedFacts>, returnId: number): { readonly typed?: TypedFacts } {
  const facts = typed.get(returnId);
  return facts === undefined ? {} : { typed: facts };
}
