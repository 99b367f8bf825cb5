import type { RuleKind } from '../base/kinds.ts';
import { efficacy } from './efficacy.ts';
import { met } from './met.ts';
import { places } from './places.ts';
import { rate } from './rate.ts';
import { share } from './share.ts';
import { table } from './table.ts';
import { tiers } from './tiers.ts';

/** 算法, every one of them. */
export const RULE_KINDS: readonly RuleKind[] = [met, rate, tiers, share, efficacy, table, places];
