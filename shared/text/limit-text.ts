type Params = Readonly<Record<string, string | number>>;

const LIMITS: Readonly<Record<string, (p: Params) => string>> = {
  negative: (p) => `不可能：低于下限 ${p['limit']}${p['unit']}。请核实。`,
  over: (p) => `不可能：超过上限 ${p['limit']}${p['unit']}。请核实。`,
  whole: (p) => `不是整数：${p['unit']}按整数计，不四舍五入。请核实后填整数。`,
};

/** Why a number cannot be one of a measure. */
export const limitText = (p: Params): string => LIMITS[String(p['reason'])]?.(p) ?? '不是数。请只写数字，不写单位。';

/** Why what was typed is no target, and which writings are possible. */
export function targetFaultText(p: Params): string {
  const typed = `${p['measure']} 的目标“${p['text']}”`;
  const limit = LIMITS[String(p['reason'])]?.(p);
  if (limit !== undefined) return `${typed}${limit}`;
  return `${FAULTS[String(p['reason'])]?.(p, typed) ?? `${typed}看不懂。`}可以写：≥32、≤31、＞30、＜35、=30、30～35（小的在前）、待定，或不带数字和符号的文字目标（如“完成市级下达任务”）。`;
}

const FAULTS: Readonly<Record<string, (p: Params, typed: string) => string>> = {
  blank: (p) => `没有写 ${p['measure']} 的目标。`,
  none: (_p, typed) => `${typed}说不清是零、待定还是不考核。零写“=0”或“≤0”，还没有定的写“待定”。`,
  reversed: (_p, typed) => `${typed}不成区间：要小的在前、大的在后。`,
  unit: (p, typed) => `${typed}的单位不对，这项指标的单位是${p['unit']}。`,
};
