import type { SourceKind } from '../base/kinds.ts';
import { max, min } from './extremes.ts';
import { first } from './first.ts';
import { mean } from './mean.ts';
import { pool } from './pool.ts';
import { rank } from './rank.ts';
import { sum } from './sum.ts';
import { times } from './times.ts';
import { weighted } from './weighted.ts';

/** 合成: nodes that are made of other nodes. */
export const COMBINING_KINDS: readonly SourceKind[] = [sum, weighted, mean, min, max, times, first, pool, rank];
