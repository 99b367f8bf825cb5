import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { testCore } from '../../support/core.ts';

/**
 * One file, taken in by the core as returns or as monitoring data and nothing stored, in a process that does nothing else; what came of it and
 * what it cost go to the output. The work is open before anything is counted.
 */
const [path = '', work = '', way = ''] = process.argv.slice(2);
const made = testCore(dirname(work));
await made.call('work.open', { file: made.grant(work) });
const before = { cpu: process.cpuUsage(), megabytes: peakMegabytes() };
const sources = [made.grant(path)];
const { files } =
  way === 'forms'
    ? await made.call('returns.import', { year: 2024, sources, dryRun: true })
    : await made.call('monitoring.import', { sources, dryRun: true });
const { user, system } = process.cpuUsage(before.cpu);
const megabytes = peakMegabytes();
const findings = files.flatMap((file) => file.findings);
const worst = findings.find(({ severity }) => severity === 'error') ?? findings[0];
process.stdout.write(
  JSON.stringify({
    files: files.length,
    refused: files.filter(({ outcome }) => outcome === 'rejected').length,
    code: worst?.code ?? null,
    params: worst?.params ?? null,
    logged: made.logged,
    seconds: (user + system) / 1_000_000,
    megabytes,
    beyondStart: megabytes - before.megabytes,
  }),
);
process.exit(0);

/** What resourceUsage() tells begins with the memory of the process that started this one; Linux keeps the own peak as well. */
function peakMegabytes(): number {
  const own = existsSync('/proc/self/status') ? /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined;
  return Number(own ?? process.resourceUsage().maxRSS) / 1024;
}
