import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { CommandFailed } from '../command-failed.ts';

/** One record, with the text it stands in, so that it can be handed on as it came. */
export interface CsvRow {
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Without the line's end. */
  readonly raw: string;
  /** The line's end; blank where the input ends without one. */
  readonly end: string;
  readonly delimiter: string;
  /** Nothing else has come in yet: whoever waits for output should get it now. */
  readonly idle: boolean;
}

/** Records of a CSV text, the header among them; commas, or tabs or semicolons where the first line has no comma. */
export async function* csvRows(texts: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const source = texts[Symbol.asyncIterator]();
  const head = await firstLine(source);
  const delimiter = delimiterOf(head);
  const parser = parse({
    delimiter,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_RECORD,
  });
  // What goes wrong here comes out of the parser below.
  pipeline(Readable.from(continued(head, source)), parser).catch(() => undefined);
  let line = 1;
  try {
    for await (const item of parser) {
      const { record, raw } = item as { readonly record: readonly string[]; readonly raw: string };
      const [body, end] = split(raw);
      yield { line, cells: record, raw: body, end, delimiter, idle: parser.readableLength === 0 };
      line += 1 + lineEnds(body);
    }
  } catch (error) {
    throw error instanceof CsvError
      ? new CommandFailed({ code: 'CALC_CSV_BROKEN', params: { line: beginningOf(error), reason: error.code } })
      : error;
  }
}

/** A quote that is never closed would otherwise swallow the rest of the input. */
const LONGEST_RECORD = 1_000_000;

async function firstLine(source: AsyncIterator<string>): Promise<string> {
  let head = '';
  while (!/[\r\n]/.test(head) && head.length < LONGEST_RECORD) {
    const next = await source.next();
    if (next.done === true) break;
    head += next.value;
  }
  return head;
}

async function* continued(head: string, source: AsyncIterator<string>): AsyncGenerator<string> {
  if (head !== '') yield head;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}

function delimiterOf(head: string): string {
  const line = head.split(/[\r\n]/, 1)[0] ?? '';
  if (line.includes(',')) return ',';
  return ['\t', ';'].find((candidate) => line.includes(candidate)) ?? ',';
}

function split(raw: string): [string, string] {
  const end = /(?:\r?\n|\r)$/.exec(raw)?.[0] ?? '';
  // The parser keeps of CR LF the first half only.
  return [end === '' ? raw : raw.slice(0, -end.length), end === '\r' ? '\r\n' : end];
}

const lineEnds = (text: string): number => (/[\r\n]/.test(text) ? text.split(/\r\n|\r|\n/).length - 1 : 0);

/** The parser names the line it has come to; what is wrong is the record that it is still in. */
function beginningOf(error: CsvError): number {
  const [reached, raw] = [Number(error['lines']), error['raw']];
  return Math.max(1, reached + 1 - (typeof raw === 'string' ? lineEnds(raw) : 1));
}
