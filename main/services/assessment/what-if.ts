import type { MethodOutput } from '../../../shared/contract/contract.ts';
import { scoreYear } from '../../../shared/domain/assessment/score.ts';
import type { ChangeProblem } from '../../../shared/domain/assessment/whatif/changes.ts';
import { readChange } from '../../../shared/domain/assessment/whatif/read-change.ts';
import { whatIf } from '../../../shared/domain/assessment/whatif/what-if.ts';
import { Failure } from '../../../shared/domain/failure.ts';
import type { ServiceContext } from '../context.ts';
import { type GatheredAssessment, gatherAssessment } from './gather.ts';

/** 假设测算: the year's scores with supposed changes beside those of what counts now; nothing is stored. */
export function supposeChanges(context: ServiceContext, year: number, texts: readonly string[]): MethodOutput<'assessment.whatif'> {
  const gathered = gatherAssessment(context, year);
  const readings = texts.map((text) => {
    const reading = readChange(text, gathered.input);
    return reading.ok ? reading : refuse(reading.problem);
  });
  const supposed = whatIf(
    gathered.input,
    scoreYear(gathered.input),
    readings.map(({ change }) => change),
  );
  if (!supposed.ok) return refuse(supposed.problem);
  const changes = supposed.changes.map((change, index) => ({ change, issues: [...(readings[index]?.issues ?? [])] }));
  return { ...headOf(gathered), changes, difference: supposed.difference };
}

function refuse({ code, params }: ChangeProblem): never {
  throw new Failure(code, params);
}

/** What is shown of any computation that is not stored. */
export function headOf({ input: { scheme, year }, sample }: GatheredAssessment) {
  return { year, schemeTitle: scheme.title, demonstration: scheme.demonstration, sample };
}
