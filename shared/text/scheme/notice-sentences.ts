import type { SchemeParams } from './words.ts';

type Say = (params: SchemeParams) => string;

const RECEIVERS: Readonly<Record<string, string>> = { towns: '镇街', units: '单位', departments: '部门', parks: '园区' };

/** `3..5 towns` → 3至5个镇街, `3..5 乡镇` → 3至5个乡镇; anything else as the scheme has it. */
function receiver(to: string | undefined): string {
  const match = /^(\d+)(?:\.\.(\d+))?\s*([a-z]+|[\u4e00-\u9fff、]+)$/u.exec(to ?? '');
  const said = match?.[3] ?? '';
  const kind = RECEIVERS[said] ?? (/^[a-z]/u.test(said) ? undefined : said);
  if (match === null || kind === undefined) return to ?? '';
  const counted = kind.startsWith('个') ? kind : `个${kind}`;
  return `${match[1]}${match[2] === undefined ? '' : `至${match[2]}`}${counted}`;
}

export const NOTICE_SENTENCES: Readonly<Record<string, Say>> = {
  do: (params) => params['text'] ?? '',
  barred: (params) => `不得${/^[评参获]/u.test(params['honour'] ?? '') ? '' : '参加'}${params['honour'] ?? ''}`,
  passOn: (params) => `转拨${params['amount'] ?? ''}万元给${receiver(params['to'])}`,
};

/** As it stands in the column of notices. */
export const schemeNoticeText = (code: string, params: SchemeParams): string => NOTICE_SENTENCES[code]?.(params) ?? code;

export const OPEN_SENTENCES: Readonly<Record<string, Say>> = {
  notice: (params) => `是否“${params['text'] ?? ''}”不能判断`,
  veto: (params) => `是否取消“${params['text'] ?? ''}”不能判断`,
  pass: () => '是否转拨不能判断',
  grade: (params) => `等次不能判断（${params['text'] ?? ''}）`,
};

export const schemeOpenText = (code: string, params: SchemeParams): string => OPEN_SENTENCES[code]?.(params) ?? code;
