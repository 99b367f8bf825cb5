import type { ConditionKind } from '../base/kinds.ts';
import { each, eachAny } from './each.ts';
import { event } from './event.ts';
import { all, any, not } from './logic.ts';
import { streak } from './streak.ts';

/** 条件 that are no mere comparison of a node. */
export const CONDITION_KINDS: readonly ConditionKind[] = [any, all, not, each, eachAny, event, streak];
