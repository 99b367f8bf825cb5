import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { isValidHour } from '../../../shared/domain/air/hours/hours-of-day.ts';
import { type Pollutant, POLLUTANTS } from '../../../shared/domain/air/standards/pollutants.ts';
import { daysOfYear } from '../../../shared/domain/calendar.ts';
import { airUnits } from '../../../shared/domain/plan/unit-schema.ts';
import { loadTestPlan } from '../../support/plan.ts';
import { zip } from '../../support/zip.ts';
import { MAIN, OFFICE, relationship } from '../../unit/main/documents/workbook-reader/handmade.ts';
import { madeHours } from '../air/made-hours.ts';

/** A year of every town of the plan's district, as platforms export it: a row for each day or hour, a column for each pollutant. */
export type Kind = 'daily' | 'hourly';
export type Format = 'xlsx' | 'xls' | 'csv';

type Cell = string | number;

const YEAR = 2025;
const TITLES: Readonly<Record<Pollutant, string>> = {
  so2: 'SO2(μg/m³)',
  no2: 'NO2(μg/m³)',
  co: 'CO(mg/m³)',
  o3: 'O3(μg/m³)',
  pm10: 'PM10(μg/m³)',
  pm25: 'PM2.5(μg/m³)',
};

/** Header and rows; what was not measured is a dash, as in most exports. */
export function madeRows(kind: Kind): readonly (readonly Cell[])[] {
  const towns = airUnits(loadTestPlan());
  const values = POLLUTANTS.map((pollutant) => (kind === 'daily' && pollutant === 'o3' ? 'O3-8h(μg/m³)' : TITLES[pollutant]));
  const rows: Cell[][] = [['镇街', '日期', ...(kind === 'hourly' ? ['小时'] : []), ...values]];
  for (const [index, town] of towns.entries()) {
    const station = { id: index + 1, town: index + 1, firstDay: 0, pollutants: POLLUTANTS };
    for (const [day, date] of daysOfYear(YEAR).entries()) {
      const hours = madeHours(station, day);
      const at = (pollutant: number, hour: number): Cell => shown(hours[pollutant * 24 + hour] ?? 0);
      if (kind === 'daily') rows.push([town.name, date, ...POLLUTANTS.map((_, pollutant) => at(pollutant, 12))]);
      else for (let hour = 0; hour < 24; hour += 1) rows.push([town.name, date, hour + 1, ...POLLUTANTS.map((_, at6) => at(at6, hour))]);
    }
  }
  return rows;
}

const shown = (thousandths: number): Cell => (isValidHour(thousandths) ? thousandths / 1000 : '-');

export function writeMade(folder: string, kind: Kind, format: Format): string {
  const rows = madeRows(kind);
  const path = join(folder, `${kind === 'daily' ? '日均值' : '小时值'}.${format}`);
  writeFileSync(path, bytesOf(rows, format));
  return path;
}

function bytesOf(rows: readonly (readonly Cell[])[], format: Format): string | Uint8Array {
  if (format === 'csv') return rows.map((row) => row.join(',')).join('\r\n');
  return format === 'xlsx' ? xlsxOf(rows) : xlsOf(rows);
}

/** As Excel writes it: texts shared, every cell with its address, each row with its span. */
function xlsxOf(rows: readonly (readonly Cell[])[]): Uint8Array {
  const strings = new Map<string, number>();
  const indexOf = (text: string): number => {
    const known = strings.get(text) ?? strings.size;
    strings.set(text, known);
    return known;
  };
  const letters = [...'ABCDEFGHI'];
  const data = rows.map((row, index) => {
    const number = index + 1;
    const cells = row.map((cell, column) => {
      const at = `${letters[column]}${number}`;
      return typeof cell === 'number' ? `<c r="${at}"><v>${cell}</v></c>` : `<c r="${at}" t="s"><v>${indexOf(cell)}</v></c>`;
    });
    return `<row r="${number}" spans="1:${row.length}" x14ac:dyDescent="0.2">${cells.join('')}</row>`;
  });
  const prolog = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
  const dyDescent = 'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"';
  const packageRelationships = (entries: readonly string[]): string =>
    `${prolog}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
  return zip([
    { name: '[Content_Types].xml', data: `${prolog}${CONTENT_TYPES}` },
    { name: '_rels/.rels', data: packageRelationships([relationship('rId1', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      data: `${prolog}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: packageRelationships([
        relationship('rId1', 'worksheet', 'worksheets/sheet1.xml'),
        relationship('rId2', 'sharedStrings', 'sharedStrings.xml'),
      ]),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: Buffer.concat([
        Buffer.from(`${prolog}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" ${dyDescent}><sheetData>`),
        Buffer.from(data.join('')),
        Buffer.from('</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>'),
      ]),
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `${prolog}<sst xmlns="${MAIN}">${[...strings.keys()].map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    },
  ]);
}

const CONTENT_TYPES = [
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  ...[
    ['workbook', 'sheet.main'],
    ['worksheets/sheet1', 'worksheet'],
    ['sharedStrings', 'sharedStrings'],
  ].map(
    ([part, type]) =>
      `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
  ),
  '</Types>',
].join('');

/** A sheet of the old format holds 65,536 rows. */
const SHEET_ROWS = 65_000;

function xlsOf([header = [], ...rows]: readonly (readonly Cell[])[]): Uint8Array {
  const book = utils.book_new();
  for (let from = 0; from < rows.length; from += SHEET_ROWS) {
    const sheet = utils.aoa_to_sheet([[...header], ...rows.slice(from, from + SHEET_ROWS).map((row) => [...row])], { dense: true });
    utils.book_append_sheet(book, sheet, `表${from / SHEET_ROWS + 1}`);
  }
  return write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array;
}
