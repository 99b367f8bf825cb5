type Params = Readonly<Record<string, string | number>>;

const REASONS: Readonly<Record<string, (p: Params) => string>> = {
  none: (p) =>
    `本办法没有写成数的分值或权重（按差距、名次、表格或参数给分的规则没有单独的分值），不能假设分值。可以假设数据和目标；要改规则本身，请把办法“${p['scheme']}”复制一份，改好后用它试算。`,
  rule: (p) =>
    `“${p['name']}”所在的规则没有单独的分值（按差距、名次、表格或参数给分），不能假设。可以假设分值或权重的有：${p['known']}；要改这条规则，请把办法“${p['scheme']}”复制一份，改好后用它试算。`,
  unknown: (p) => `本办法里没有叫“${p['name']}”的分值或权重。可以假设的有：${p['known']}。`,
  several: (p) => `“${p['name']}”在办法里有几处分值或权重，请用括号里等号前的位置指明一处：${p['known']}。`,
  value: (p) => `分值或权重不能是“${p['value']}”。请写不小于 0 的数，最多 6 位小数，如 12 或 0.35。`,
  sum: (p) => `假设后权重之和是 ${p['sum']}，应为 1，不能计算。请把同一组里别的权重也一并假设，使它们相加为 1。`,
};

/** Why a weight of a scheme of rules cannot be supposed, and what can. */
export const weightRefusal = (p: Params): string => (REASONS[String(p['reason'])] ?? REASONS['unknown'])?.(p) ?? '';
