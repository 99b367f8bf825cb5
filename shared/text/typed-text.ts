type Params = Readonly<Record<string, string | number>>;

const quoted = (value: string | number | undefined): string => `“${value ?? ''}”`;

type TypedWay = 'paper' | 'photo' | 'phone' | 'other';

const WAYS: Readonly<Record<TypedWay, string>> = { paper: '纸质', photo: '照片', phone: '电话', other: '其他' };

/** 来源: how the words came that the office has typed in. */
export const typedWayText = (way: TypedWay): string => WAYS[way];

/** The way that a word means; null for any other word. */
export const typedWayOf = (word: string): TypedWay | null =>
  (Object.keys(WAYS) as TypedWay[]).find((way) => way === word || WAYS[way] === word) ?? null;

export const typedWayWords: readonly string[] = Object.values(WAYS);

/** 手工录入: what stands beside everything that the office has typed in. */
export const TYPED_MARK = '手工录入';

export interface TypedFactsText {
  readonly way: TypedWay;
  readonly receivedOn: string;
  readonly by: string;
  readonly scan: { readonly name: string } | null;
}

/** 手工录入（电话）: beside a value. */
export const typedMarkText = ({ way }: { readonly way: TypedWay }): string => `${TYPED_MARK}（${WAYS[way]}）`;

/** All that is known of a version that was typed in. */
export const typedFactsText = ({ way, receivedOn, by, scan }: TypedFactsText): string =>
  `${TYPED_MARK}：来源 ${WAYS[way]}，${receivedOn} 收到，${by} 录入，${scan === null ? '没有扫描件' : `扫描件 ${scan.name}`}`;

/** Name of the workbook that the office has typed, made from the name of the unit's own. */
export const typedFileText = (name: string): string => name.replace(/(?=\.[^.]*$)/u, `-${TYPED_MARK}`);

/** Name of the table that is handed out to be typed into. */
export const typedFormText = (unit: string, year: number): string => `${unit}-${year}年录入表.xlsx`;

/** What is wrong with a line that the office has typed, and what to do about it. */
export const TYPED_SENTENCES: Readonly<Record<string, (p: Params) => string>> = {
  TYPED_HEADER_MISSING: (p) =>
    `找不到表头，没有录入。表头应有：${p['wanted']}（编号可以用名称代替），另可有填报项、备注。命令行用 templates --typed 可生成填好编号的录入表。`,
  TYPED_NOTHING: (p) => `没有一行填了${quoted(p['column'])}，没有可以录入的内容。请填写后重试。`,
  TYPED_ROWS_BLANK: (p) => `有 ${p['count']} 行没有填写，按空白录入。`,
  TYPED_ROW_UNNAMED: (p) => `${quoted(p['text'])}这一行没有编号，也没有名称，不知道是哪一项。请补上编号。`,
  TYPED_ROW_UNKNOWN: (p) =>
    `${quoted(p['unit'])}的填报表没有${quoted(p['text'])}这一项${p['nearest'] === '' ? '' : `，最接近的是${quoted(p['nearest'])}`}。请改成填报表中的编号或名称。`,
  TYPED_ROW_NOT_ASKED: (p) =>
    `${quoted(p['text'])}不由${quoted(p['unit'])}填报，由${p['others']}填报。请核对编号，或删去这一行、另录到该单位。`,
  TYPED_ROW_SEVERAL: (p) => `有几项都叫${quoted(p['name'])}（${p['known']}），不知道是哪一项。请填写编号。`,
  TYPED_ROW_DISAGREES: (p) =>
    `编号 ${p['id']} 是${quoted(p['expected'])}，名称写的却是${quoted(p['name'])}。请核对是哪一项，改正编号或名称。`,
  TYPED_FIELD_MISSING: (p) => `${p['row']} 要填几个数（${p['known']}），不知道填的是哪一个。请在“填报项”栏写明，一行只写一项。`,
  TYPED_FIELD_UNKNOWN: (p) => `${p['row']} 没有${quoted(p['text'])}这个填报项，可填的是${p['known']}。请改正“填报项”。`,
  TYPED_TWICE: (p) =>
    `${p['row']} 的${quoted(p['field'])}录入了两次${p['first'] === '' ? '' : `（首次在 ${p['first']}）`}，不知道用哪一个。请删去多余的一行。`,
  TYPED_DATE_TWICE: (p) => `填报日期在表中写的是${quoted(p['text'])}，另又给出 ${p['date']}，不知道用哪一个。请只留一个。`,
  TYPED_RECEIVED_AHEAD: (p) => `收到日期 ${p['date']} 晚于今天（${p['today']}）。请改正收到日期。`,
  TYPED_SCAN_MISSING: (p) =>
    `来源是${WAYS[p['way'] as TypedWay] ?? ''}，但没有附扫描件，以后无法与单位所报核对。请扫描后附上重新录入，或说明原因。`,
  TYPED_SCAN_KIND: () => '扫描件不是 PDF、JPG 或 PNG 文件（按内容判断，与文件名无关）。请换成这几种格式的文件。',
  TYPED_SCAN_SIZE: (p) =>
    p['value'] === 0 ? '扫描件是空文件。请重新扫描。' : `扫描件过大（上限 ${p['maximum']} MB）。请降低分辨率后重新扫描。`,
  TYPED_SCAN_UNREADABLE: () => '扫描件无法读取。请检查文件是否还在、是否被其他程序占用，然后重试。',
};
