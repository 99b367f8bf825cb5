import type { RunSummary } from '../../../../shared/contract/runs.ts';
import { commandText } from '../../../../shared/text/command-text.ts';
import { runsText } from '../../../../shared/text/ui/score-page-text.ts';

/** 2026-11-27 09:30 */
export const timeText = (moment: string): string => moment.slice(0, 16).replace('T', ' ');

export const actorText = ({ actor }: Pick<RunSummary, 'actor'>): string => actor ?? runsText.noActor;

export const periodOf = (run: Pick<RunSummary, 'id' | 'kind' | 'period'>): string => commandText.runPeriod(run);
