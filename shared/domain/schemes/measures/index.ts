import type { SourceKind } from '../base/kinds.ts';
import { late } from './late.ts';
import { manual } from './manual.ts';
import { of } from './of.ts';
import { param } from './param.ts';
import { placeOf } from './place-of.ts';
import { rows } from './rows.ts';
import { status } from './status.ts';

/** 量度: nodes that read a figure of the input. */
export const MEASURE_KINDS: readonly SourceKind[] = [of, placeOf, manual, status, param, rows, late];
