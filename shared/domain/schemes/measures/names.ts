import type { Compiler } from '../base/kinds.ts';
import type { Path } from '../base/problems.ts';
import { nearestWord } from '../base/words.ts';
import { KNOWN_MEASURES } from './directions.ts';

const KNOWN = Object.keys(KNOWN_MEASURES);

/** A measure may have any name; one that looks like a known one and is none is told, unless the scheme's head has it. */
export function checkMeasure(name: string, compiler: Compiler, path: Path): void {
  compiler.reads(name);
  if (KNOWN.includes(name) || compiler.frame.ownMeasures.includes(name)) return;
  const nearest = nearestWord(name.replaceAll(/[._\s-]/g, ''), KNOWN);
  const usual = nearest !== null && nearest.toLowerCase() === name.replaceAll(/[._\s-]/g, '').toLowerCase();
  if (usual || /[.:：\s]/.test(name)) compiler.report('MEASURE_FORM', { measure: name, nearest: nearest ?? '' }, ...path);
  else if (nearest !== null) compiler.report('MEASURE_NEAR', { measure: name, nearest }, ...path);
}
