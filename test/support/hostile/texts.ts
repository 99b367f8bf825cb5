import { type HostileFile, times } from './hostile-file.ts';

const MEGABYTE = 1024 * 1024;
const page = (body: string): Buffer => Buffer.from(`<html><body>${body}</body></html>`);
const table = (rows: string): Buffer => page(`<table>${rows}</table>`);

const LAUGHS =
  '<!DOCTYPE x [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]>';
const xml2003 = (rows: string, doctype = ''): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?>${doctype}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="a"><Table>${rows}</Table></Worksheet></Workbook>`,
  );
const DATA = '<Data ss:Type="Number">1</Data>';

/** CSV. */
const FIELDS: readonly HostileFile[] = [
  {
    kind: 'CSV: a quote that is never closed, 49 MB',
    name: '引号.csv',
    comes: 'refused',
    make: (weight) => Buffer.from(`a,b\n1,"${'x,\n'.repeat(times(16 * MEGABYTE, Math.max(weight, 0.02)))}`),
  },
  {
    kind: 'CSV: one line of 100 MB',
    name: '长行.csv',
    comes: 'refused',
    make: (weight) => Buffer.alloc(times(100 * MEGABYTE, Math.max(weight, 0.02)), 'x'),
  },
  {
    kind: 'CSV: one line of 49 MB',
    name: '长行49.csv',
    comes: 'refused',
    make: (weight) => Buffer.alloc(times(49 * MEGABYTE, Math.max(weight, 0.02)), 'x'),
  },
  {
    kind: 'CSV: a million columns',
    name: '列.csv',
    comes: 'refused',
    make: (weight) => Buffer.from('1,'.repeat(times(1_000_000, Math.max(weight, 0.02)))),
  },
  { kind: 'CSV: 24 million fields', name: '格.csv', make: (weight) => Buffer.from(`${'1,'.repeat(1000)}\n`.repeat(times(24_000, weight))) },
  {
    kind: 'CSV: 49 million blank fields',
    name: '逗号.csv',
    make: (weight) => Buffer.from(`${','.repeat(10_000)}\n`.repeat(times(4_900, weight))),
  },
  { kind: 'CSV: 49 million line ends', name: '换行.csv', make: (weight) => Buffer.alloc(times(49 * MEGABYTE, weight), '\n') },
  {
    kind: 'CSV: 49 MB of quotes',
    name: '全引号.csv',
    comes: 'refused',
    make: (weight) => Buffer.alloc(times(49 * MEGABYTE, Math.max(weight, 0.02)), '"'),
  },
  {
    kind: 'CSV: lines of nothing but carriage returns',
    name: '回车.csv',
    make: (weight) => Buffer.alloc(times(49 * MEGABYTE, weight), '\r'),
  },
  { kind: 'CSV: zero bytes', name: '零.csv', comes: 'refused', make: () => Buffer.from('a,b\n1,\0\0\0\n2,3\n') },
  {
    kind: 'UTF-16 with half a character at the end',
    name: '半.csv',
    comes: 'refused',
    make: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('a,b\n1,2\n', 'utf16le'), Buffer.from([0x41])]),
  },
  { kind: '49 MB of zeros', name: '零.xlsx', comes: 'refused', make: (weight) => Buffer.alloc(times(49 * MEGABYTE, weight)) },
  {
    kind: '49 MB of nothing that is known',
    name: '乱.xlsx',
    comes: 'refused',
    make: (weight) => Buffer.alloc(times(49 * MEGABYTE, weight), 0x81),
  },
];

/** Web pages. */
const PAGES: readonly HostileFile[] = [
  {
    kind: 'HTML: spans of a billion',
    name: '跨.xls',
    make: () => table('<tr><td colspan=1000000000 rowspan=1000000000>1</td></tr><tr><td>2</td></tr>'),
  },
  {
    kind: 'HTML: spans that each cover a row of 16,383',
    name: '跨行.xls',
    make: (weight) => table('<tr><td colspan=16383 rowspan=1000000>1</td><td>2</td></tr>'.repeat(times(50_000, weight))),
  },
  {
    kind: 'HTML: 100,000 elements within each other',
    name: '深.xls',
    make: (weight) => table(`<tr><td>${'<div>'.repeat(times(100_000, Math.max(weight, 0.01)))}1`),
  },
  {
    kind: 'HTML: 100,000 tables within each other',
    name: '表深.xls',
    make: (weight) => page('<table><tr><td>1'.repeat(times(100_000, weight))),
  },
  {
    kind: 'HTML: 100,000 marks that are never closed',
    name: '未闭.xls',
    make: (weight) =>
      table(
        `<tr><td>${Array.from({ length: times(100_000, weight) }, (_, index) => `<b a${index}>`).join('')}<p>1${'</b></p><p>'.repeat(times(10_000, weight))}`,
      ),
  },
  {
    kind: 'HTML: marks that each block opens again',
    name: '重开.xls',
    make: (weight) =>
      table(
        `<tr><td><p>${Array.from({ length: 400 }, (_, index) => `<i a${index}>`).join('')}</p>${'<p>1</p>'.repeat(times(500_000, weight))}`,
      ),
  },
  { kind: 'HTML: 200,000 rows', name: '行.xls', make: (weight) => table('<tr><td>1</td></tr>'.repeat(times(200_000, weight))) },
  {
    kind: 'HTML: a cell of 200,000 lines',
    name: '断行.xls',
    make: (weight) => table(`<tr><td>${'<br>'.repeat(times(200_000, weight))}1</td></tr>`),
  },
  { kind: 'HTML: 49 MB of cells', name: '页.xls', make: (weight) => table(`<tr>${'<td>1'.repeat(1000)}`.repeat(times(9_800, weight))) },
  {
    kind: 'HTML: a million attributes',
    name: '属性.xls',
    make: (weight) => table(`<tr><td ${Array.from({ length: times(300_000, weight) }, (_, index) => `a${index}`).join(' ')}>1</td></tr>`),
  },
  {
    kind: 'HTML: 40 MB of text outside the table',
    name: '文.xls',
    make: (weight) => page(`${'一 '.repeat(times(10_000_000, weight))}<table><tr><td>1</td></tr></table>`),
  },
];

/** The XML tables of Excel 2003. */
const TABLES: readonly HostileFile[] = [
  {
    kind: 'XML 2003: billion laughs',
    name: '笑.xml',
    comes: 'refused',
    make: () => xml2003('<Row><Cell><Data ss:Type="String">&d;</Data></Cell></Row>', LAUGHS),
  },
  {
    kind: 'XML 2003: row at 2^31',
    name: '行号.xml',
    comes: 'refused',
    make: () => xml2003(`<Row ss:Index="2147483647"><Cell>${DATA}</Cell></Row>`),
  },
  {
    kind: 'XML 2003: cell at 2^31',
    name: '列号.xml',
    comes: 'refused',
    make: () => xml2003(`<Row><Cell ss:Index="2147483647">${DATA}</Cell></Row>`),
  },
  {
    kind: 'XML 2003: columns that span 2^31',
    name: '列宽.xml',
    comes: 'refused',
    make: () => xml2003(`<Column ss:Width="1" ss:Span="2147483647"/><Row><Cell>${DATA}</Cell></Row>`),
  },
  {
    kind: 'XML 2003: merge over 2^31',
    name: '合并.xml',
    comes: 'refused',
    make: () => xml2003(`<Row><Cell ss:MergeAcross="2147483647" ss:MergeDown="2147483647">${DATA}</Cell></Row>`),
  },
  {
    kind: 'XML 2003: 100,000 elements within each other',
    name: '深.xml',
    comes: 'refused',
    make: (weight) => xml2003('<a>'.repeat(times(100_000, Math.max(weight, 0.01))) + '</a>'.repeat(times(100_000, Math.max(weight, 0.01)))),
  },
  {
    kind: 'XML 2003: a million cells',
    name: '格.xml',
    make: (weight) => xml2003(`<Row>${`<Cell>${DATA}</Cell>`.repeat(100)}</Row>`.repeat(times(10_000, weight))),
  },
  { kind: 'XML 2003: cut off', name: '断.xml', comes: 'refused', make: () => xml2003(`<Row><Cell>${DATA}</Cell></Row>`).subarray(0, -60) },
];

export const TEXTS: readonly HostileFile[] = [...FIELDS, ...PAGES, ...TABLES];
