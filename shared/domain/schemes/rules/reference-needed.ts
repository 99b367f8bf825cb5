import type { CompiledNode, Compiler } from '../base/kinds.ts';

/** A level alone is neither better nor worse than anything. */
export function needsReference(key: string, source: CompiledNode, compiler: Compiler): void {
  if (source.measure !== null && source.measure.reference === null)
    compiler.report('REFERENCE_NEEDED', { key, measure: source.measure.names.join('+') }, key);
}
