import { zip, type ZipPart } from '../zip.ts';
import { type HostileFile, repeated, times } from './hostile-file.ts';

const TABLE = 'urn:oasis:names:tc:opendocument:xmlns';
const HEAD = `<office:document-content xmlns:office="${TABLE}:office:1.0" xmlns:table="${TABLE}:table:1.0" xmlns:text="${TABLE}:text:1.0">`;
const LAUGHS = '<!DOCTYPE x [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>';
const CELL = (attributes: string): string =>
  `<table:table-cell office:value-type="float" office:value="1" ${attributes}><text:p>1</text:p></table:table-cell>`;
const ROW = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const TAIL = '</table:table></office:spreadsheet></office:body></office:document-content>';
const MANIFEST = `<manifest:manifest xmlns:manifest="${TABLE}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>`;
const BODY = '<office:body><office:spreadsheet><table:table table:name="a">';

const odsOf = (content: ZipPart): Buffer =>
  zip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'META-INF/manifest.xml', data: MANIFEST },
    { name: 'styles.xml', data: `<office:document-styles xmlns:office="${TABLE}:office:1.0"/>` },
    { ...content, name: 'content.xml' },
  ]);
const ods = (rows: string, doctype = ''): Buffer =>
  odsOf({ name: '', data: `<?xml version="1.0"?>${doctype}${HEAD}${BODY}${rows}${TAIL}` });

/** OpenDocument. */
const OPEN_DOCUMENTS: readonly HostileFile[] = [
  {
    kind: 'ods: a cell repeated 2^31 times',
    name: '重列.ods',
    comes: 'refused',
    make: () => ods(ROW(CELL('table:number-columns-repeated="2147483647"'))),
  },
  {
    kind: 'ods: a row repeated 2^31 times',
    name: '重行.ods',
    comes: 'refused',
    make: () => ods(ROW(CELL(''), 'table:number-rows-repeated="2147483647"')),
  },
  {
    kind: 'ods: blank rows repeated 2^31 times, then one',
    name: '空行.ods',
    comes: 'refused',
    make: () => ods(ROW('<table:table-cell/>', 'table:number-rows-repeated="2147483647"') + ROW(CELL(''))),
  },
  {
    kind: 'ods: blank cells repeated 2^31 times, then one',
    name: '空列.ods',
    comes: 'refused',
    make: () => ods(ROW(`<table:table-cell table:number-columns-repeated="2147483647"/>${CELL('')}`)),
  },
  {
    kind: 'ods: text without a kind, repeated',
    name: '文字.ods',
    comes: 'refused',
    make: () =>
      ods(
        ROW(
          '<table:table-cell table:number-columns-repeated="16000"><text:p>1</text:p></table:table-cell>',
          'table:number-rows-repeated="1000000"',
        ),
      ),
  },
  {
    kind: 'ods: rows and cells filled up to the end, as LibreOffice writes',
    name: '填满.ods',
    comes: 'read',
    make: () =>
      ods(
        ROW(`${CELL('')}<table:table-cell table:number-columns-repeated="16383"/>`) +
          ROW('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048575"'),
      ),
  },
  {
    kind: 'ods: matrix over two billion cells',
    name: '矩阵.ods',
    make: () =>
      ods(
        ROW(CELL('table:formula="of:=1" table:number-matrix-columns-spanned="2147483647" table:number-matrix-rows-spanned="2147483647"')),
      ),
  },
  {
    kind: 'ods: billion laughs',
    name: '笑.ods',
    comes: 'refused',
    make: () => ods(ROW('<table:table-cell office:value-type="string"><text:p>&c;</text:p></table:table-cell>'), LAUGHS),
  },
  {
    kind: 'ods: 100,000 elements within each other',
    name: '深.ods',
    comes: 'refused',
    make: (weight) =>
      ods(
        '<table:table-row-group>'.repeat(times(100_000, Math.max(weight, 0.01))) +
          '</table:table-row-group>'.repeat(times(100_000, Math.max(weight, 0.01))),
      ),
  },
  {
    kind: 'ods: content of 60 MB',
    name: '大.ods',
    make: (weight) => odsOf(repeated('', `${HEAD}${BODY}`, ROW(CELL('').repeat(50)), times(10_000, weight), TAIL)),
  },
  {
    kind: 'ods: content that is declared smaller',
    name: '少报.ods',
    comes: 'refused',
    make: (weight) =>
      odsOf({ ...repeated('', `${HEAD}${BODY}`, ROW('<table:table-cell/>'), times(20_000_000, weight), TAIL), declaredSize: 4096 }),
  },
  {
    kind: 'ods: spaces repeated without end',
    name: '空格.ods',
    make: () =>
      ods(ROW('<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2147483647"/>b</text:p></table:table-cell>')),
  },
];

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function wordOf(document: ZipPart, more: readonly ZipPart[] = []): Buffer {
  return zip([
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { ...document, name: 'word/document.xml' },
    ...more,
  ]);
}

const START = `<w:document xmlns:w="${WORD}"><w:body><w:tbl>`;
const FINISH = '</w:tbl></w:body></w:document>';
const TEXT_CELL = '<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>';
const word = (rows: string, doctype = ''): Buffer => wordOf({ name: '', data: `${doctype}${START}${rows}${FINISH}` });

/** Word documents. */
const WORD_DOCUMENTS: readonly HostileFile[] = [
  {
    kind: 'docx: a million cells',
    name: '格.docx',
    make: (weight) => wordOf(repeated('', START, `<w:tr>${TEXT_CELL.repeat(50)}</w:tr>`, times(20_000, weight), FINISH)),
  },
  {
    kind: 'docx: 60,000 cells, within the bound',
    name: '六万.docx',
    make: (weight) => wordOf(repeated('', START, `<w:tr>${TEXT_CELL.repeat(20)}</w:tr>`, times(3_000, weight), FINISH)),
  },
  {
    kind: 'docx: 30,000 tables within each other',
    name: '深.docx',
    comes: 'refused',
    make: (weight) => {
      const depth = times(30_000, Math.max(weight, 0.01));
      return word(`<w:tr><w:tc>${'<w:tbl><w:tr><w:tc>'.repeat(depth)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(depth)}</w:tc></w:tr>`);
    },
  },
  {
    kind: 'docx: an external entity',
    name: '外部实体.docx',
    comes: 'refused',
    make: () =>
      word('<w:tr><w:tc><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:tc></w:tr>', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  },
  {
    kind: 'docx: billion laughs',
    name: '笑.docx',
    comes: 'refused',
    make: () => word('<w:tr><w:tc><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:tc></w:tr>', LAUGHS),
  },
  {
    kind: 'docx: spans of a billion',
    name: '跨.docx',
    make: () => word('<w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>'),
  },
  {
    kind: 'docx: picture that lies on the disk',
    name: '图.docx',
    make: () =>
      wordOf({ name: '', data: `${START}<w:tr>${TEXT_CELL}</w:tr>${FINISH}` }, [
        {
          name: 'word/_rels/document.xml.rels',
          data: `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`,
        },
      ]),
  },
];

export const PACKAGES: readonly HostileFile[] = [...OPEN_DOCUMENTS, ...WORD_DOCUMENTS];
