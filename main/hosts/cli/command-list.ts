import type { Command } from 'commander';
import { commandListText, type ListedCommand } from '../../../shared/text/command-list-text.ts';
import type { Run } from './session.ts';

/** Joins the commands of a room to the program: `run` opens a work for one, `json` is what a command without a work prints. */
type Join = (program: Command, run: Run, json: boolean) => void;

interface Room {
  readonly commands: readonly ListedCommand[];
  /** Only the room of the command that was called is loaded: help needs names and texts alone. */
  readonly load: () => Promise<Join>;
}

const LOADS: Readonly<Record<keyof typeof commandListText, Room['load']>> = {
  plan: async () => (await import('./commands/plan.ts')).addPlanCommands,
  returns: async () => (await import('./commands/returns.ts')).addReturnsCommands,
  versions: async () => (await import('./commands/versions.ts')).addVersionCommands,
  reporting: async () => (await import('./commands/reporting.ts')).addReportingCommands,
  consents: async () => (await import('./commands/consents.ts')).addConsentCommands,
  assessment: async () => (await import('./commands/assessment.ts')).addAssessmentCommands,
  whatIf: async () => (await import('./commands/what-if.ts')).addWhatIfCommands,
  ranking: async () => (await import('./commands/ranking.ts')).addRankingCommands,
  schemes: async () => (await import('./commands/schemes.ts')).addSchemesCommands,
  monitoring: async () => (await import('./commands/monitoring.ts')).addMonitoringCommands,
  years: async () => (await import('./commands/years.ts')).addYearCommands,
  targets: async () => (await import('./commands/targets.ts')).addTargetCommands,
  figures: async () => (await import('./commands/targets.ts')).addFigureCommands,
  runs: async () => (await import('./commands/runs.ts')).addRunCommands,
  settings: async () => (await import('./commands/settings.ts')).addSettingsCommand,
  stations: async () => (await import('./commands/stations.ts')).addStationsCommand,
  reports: async () => (await import('./commands/reports.ts')).addReportCommands,
  log: async () => (await import('./commands/log.ts')).addLogCommand,
  calc: async () => {
    const { addCalcCommand } = await import('./commands/calc.ts');
    return (program, _run, json) => addCalcCommand(program, json);
  },
  machine: async () => {
    const { addMachineCommand } = await import('./commands/machine.ts');
    return (program, _run, json) => addMachineCommand(program, json);
  },
  demo: async () => (await import('./commands/demo.ts')).addDemoCommand,
};

const ROOMS: readonly Room[] = (Object.keys(commandListText) as (keyof typeof commandListText)[]).map((room) => ({
  commands: commandListText[room],
  load: LOADS[room],
}));

/** All commands in the order of the list: those of the room of `called` as they work, the others by name and text. */
export async function addCommands(program: Command, called: string | null, run: Run, json: boolean): Promise<void> {
  for (const { commands, load } of ROOMS) {
    if (commands.some(([usage]) => nameOf(usage) === called)) (await load())(program, run, json);
    else for (const [usage] of commands) program.command(usage);
    for (const [usage, description] of commands)
      program.commands.find((command) => command.name() === nameOf(usage))?.description(description);
  }
}

const nameOf = (usage: string): string => usage.split(' ')[0] ?? '';

/** Which command a line calls, or asks help for: `rank w.sqlite`, `--json rank w.sqlite`, `help rank`. */
export function calledCommand(args: readonly string[]): string | null {
  const [first, second] = args.filter((argument) => !argument.startsWith('-'));
  return (first === 'help' ? second : first) ?? null;
}
