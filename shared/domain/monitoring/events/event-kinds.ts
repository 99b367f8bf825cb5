import type { Pollutant } from '../../air/standards/pollutants.ts';

/** 例外事件: 沙尘, 秸秆焚烧等烟雾, 烟花爆竹, and others by their own name (HJ 663-2026 names such events; its clauses could not be read). */
export const EVENT_KINDS = ['dust', 'smoke', 'fireworks', 'other'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Kinds that have settings of their own; dust has had its own since before there were others. */
export type OtherEventKind = Exclude<EventKind, 'dust'>;
export const OTHER_EVENT_KINDS = EVENT_KINDS.filter((kind): kind is OtherEventKind => kind !== 'dust');

/** 申请, 批准, 不予认定, and taken back by whoever had entered it. Only approved ones act on a number. */
export const EVENT_STATES = ['applied', 'approved', 'refused', 'withdrawn'] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** What an event touches where nobody says otherwise; dust always. */
export const EVENT_POLLUTANTS: readonly Pollutant[] = ['pm10', 'pm25'];

/** Longer spans are a slip of the pen: an event stays for days, not for months. */
export const LONGEST_EVENT = 31;
