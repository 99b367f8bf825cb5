import { existsSync, readFileSync } from 'node:fs';
import { createTableReader } from '../../../main/services/reading/table-reader.ts';
import { FORM_LIMITS } from '../../../main/documents/workbook-reader/limits.ts';
import { unpackedFiles, unreadable } from '../../../main/services/unpack.ts';
import type { TableResult } from '../../../main/documents/table-reader/read-table.ts';

/** One file, read as the product reads what it is sent, in a process that does nothing else; what came of it and what it cost go to the output. */
const [path = '', name = '', limits = ''] = process.argv.slice(2);
const reader = createTableReader();
const started = process.cpuUsage();
const answers: TableResult[] = [];
const file = { name, read: async () => readFileSync(path) };
for await (const { source } of unpackedFiles([file])) answers.push(await readSource(source));
const { user, system } = process.cpuUsage(started);
reader.close();
const refused = answers.filter((answer) => !answer.ok);
const cells = answers.reduce(
  (sum, answer) => sum + (answer.ok ? answer.workbook.sheets.reduce((all, sheet) => all + sheet.cells.length, 0) : 0),
  0,
);
process.stdout.write(
  JSON.stringify({
    members: answers.length,
    refused: refused.length,
    cells,
    code: refused[0]?.code ?? null,
    params: refused[0]?.params ?? null,
    seconds: (user + system) / 1_000_000,
    startSeconds: (started.user + started.system) / 1_000_000,
    megabytes: peakMegabytes(),
  }),
);

/** What resourceUsage() tells begins with the memory of the process that started this one; Linux keeps the own peak as well. */
function peakMegabytes(): number {
  const own = existsSync('/proc/self/status') ? /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined;
  return Number(own ?? process.resourceUsage().maxRSS) / 1024;
}

async function readSource(source: { readonly name: string; read(): Promise<Uint8Array> }): Promise<TableResult> {
  try {
    const bytes = await source.read();
    return await reader.table({ name: source.name, bytes }, limits === 'forms' ? FORM_LIMITS : {}, new AbortController().signal);
  } catch (error) {
    return { ok: false, ...unreadable(error) } as TableResult;
  }
}
