import { pipeline } from 'node:stream/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { type StandardId, STANDARD_IDS } from '../../../../shared/domain/air/standards/evaluation-standard.ts';
import { EQUAL_WEIGHTS } from '../../../../shared/domain/air/types.ts';
import { type DecimalText, exact, isDecimalText, toText } from '../../../../shared/domain/numbers/decimal.ts';
import { calcText } from '../../../../shared/text/calc-text.ts';
import { aqiRows } from '../calc/aqi-rows.ts';
import { calculateTable } from '../calc/calculate-table.ts';
import type { Prepare } from '../calc/calculation.ts';
import { csvRows } from '../calc/csv-rows.ts';
import { decodeText } from '../calc/decode-text.ts';
import { indexRows } from '../calc/index-rows.ts';
import { percentileOfLines } from '../calc/percentile-of-lines.ts';
import { createRemarks, type Remarks } from '../calc/remarks.ts';
import { parsePm25Decimals, parseRounding, parseWeights, type Rounding, type Weights } from './monitoring-options.ts';

/** calc: anybody can check a published table, from standard input to standard output, without a work database. */
export function addCalcCommand(program: Command, json: boolean): void {
  const words = calcText.describe;
  const calc = program.command('calc');
  calc
    .command('aqi')
    .description(words.aqi)
    .option('--standard <标准>', words.standardAqi, parseStandard)
    .addHelpText('after', calcText.helpAqi)
    .action((options: { standard?: StandardId }) => tableCommand(aqiRows(options.standard ?? null), json));
  calc
    .command('index')
    .description(words.index)
    .requiredOption('--standard <标准>', words.standardIndex, parseStandard)
    .option('--rounding <方式>', words.rounding, parseRounding, 'stages')
    .option('--weights <权重>', words.weights, parseWeights, EQUAL_WEIGHTS)
    .option('--pm25-decimals <位数>', words.pm25Decimals, parsePm25Decimals)
    .addHelpText('after', calcText.helpIndex)
    .action(({ standard, ...settings }: { standard: StandardId; rounding: Rounding; weights: Weights; pm25Decimals?: '0' | '1' }) =>
      tableCommand(indexRows(standard, settings), json),
    );
  calc
    .command('percentile')
    .description(words.percentile)
    .requiredOption('--p <百分位>', words.percent, parsePercent)
    .addHelpText('after', calcText.helpPercentile)
    .action((options: { p: DecimalText }) => percentileCommand(options.p, json));
}

async function tableCommand(prepare: Prepare, json: boolean): Promise<void> {
  const remarks = openRemarks();
  // The pipeline holds the input back while the output is not taken, so that a table of any length passes through.
  await pipeline(process.stdin, decodeText, csvRows, (rows) => calculateTable(rows, prepare, remarks, json), process.stdout, {
    end: false,
  });
  close(remarks);
}

async function percentileCommand(p: DecimalText, json: boolean): Promise<void> {
  const remarks = openRemarks();
  const found = await percentileOfLines(decodeText(process.stdin), p, remarks);
  if (found !== null) process.stdout.write(json ? `${JSON.stringify({ ok: true, value: found }, null, 2)}\n` : `${found.value}\n`);
  close(remarks);
}

function openRemarks(): Remarks {
  if (process.stdin.isTTY) process.stderr.write(`${calcText.wait}\n`);
  return createRemarks((line) => void process.stderr.write(line));
}

function close(remarks: Remarks): void {
  remarks.finish();
  if (remarks.problems > 0) process.exitCode = 1;
}

function parseStandard(text: string): StandardId {
  const standard = STANDARD_IDS.find((id) => id === text.trim());
  if (standard === undefined) throw new InvalidArgumentError(calcText.standardInvalid);
  return standard;
}

function parsePercent(text: string): DecimalText {
  if (!isDecimalText(text.trim()) || exact(text.trim()).lt(0) || exact(text.trim()).gt(100))
    throw new InvalidArgumentError(calcText.percentInvalid);
  return toText(exact(text.trim()));
}
