/** 算法版本 of a run; blank for one from before it was kept. */
export const engineText = (version: string): string => (version === '' ? '未记版本的程序' : `算法第 ${version} 版的程序`);

interface OtherEngine {
  readonly run: number;
  readonly made: number | null;
  readonly now: number;
}

/** A difference that the program makes is no fault of the record. */
export function otherEngineText({ run, made, now }: OtherEngine): string {
  const which = made === null || made < now ? '较新' : '较旧';
  const next = made === null || made < now ? '要按新算法计算，请重新试算' : '请用更新的程序核验';
  return `第 ${run} 号计算记录由${engineText(made === null ? '' : String(made))}算出，本程序（算法第 ${now} 版）${which}，重算结果不同：是算法不同，不是记录有误；${next}。`;
}

/** Beside a run that another program made; blank where it is this one's. */
export function engineNote(made: number | null, now: number): string {
  if (made === now) return '';
  if (made === null) return '由未记算法版本的程序算出';
  return made < now
    ? `由较旧的程序算出（算法第 ${made} 版，本程序第 ${now} 版）`
    : `由较新的程序算出（算法第 ${made} 版，本程序第 ${now} 版）`;
}

/** Two results of different programs: which is the newer. */
export function engineChangeText(before: string, after: string): string {
  const newer = Number(after === '' ? 0 : after) > Number(before === '' ? 0 : before);
  return `两次计算的程序不同：前一次由${engineText(before)}算出，后一次由${engineText(after)}算出（${newer ? '后一次较新' : '后一次较旧'}）；没有数据原因的差别来自算法`;
}
