const FAULTS: Readonly<Record<string, (name: string) => string>> = {
  NOT_JSON: () => '不是可读的 GeoJSON 文件。请从地理信息软件另存为 GeoJSON（UTF-8 编码）',
  NOT_COLLECTION: () => '不是 GeoJSON 的要素集合（FeatureCollection）。请从地理信息软件导出整个图层',
  TOO_MANY: () => '折点超过50万个，画不动。请在地理信息软件中先简化边界（如容差50米）再导出',
  NO_GEOMETRY: () => '没有图形。请在地理信息软件中补画或删去这一条',
  NO_AREA_TYPE: () => '不是面（Polygon 或 MultiPolygon）。轮廓要用面，不能用点或线',
  RING_SHORT: () => '边界不足4个点，围不成面。请修复图形后重新导出',
  RING_OPEN: () => '边界没有闭合（末点应与首点相同）。请修复图形后重新导出',
  POINT: () => '边界中有不是数字的坐标。请修复图形后重新导出',
  FLAT: () => '边界的面积为0。请修复图形后重新导出',
  NO_NAME: () => '属性中没有名称，不知道是哪个单位。请加一个属性写单位的全名或编号',
  UNKNOWN_NAME: () => '不是本方案中参加排名的单位，没有画出。是本区的，请把名称改为方案中的全名或别名；是邻区的，不用管',
  SEVERAL_UNITS: () => '属性中的名称指向几个单位。请只保留一个名称',
};

/** Fault of a file of outlines: which figure, what is wrong, and the remedy. */
export function outlineFaultText({
  feature,
  code,
  name,
}: {
  readonly feature: number;
  readonly code: string;
  readonly name: string;
}): string {
  const what = FAULTS[code]?.(name) ?? code;
  return feature < 0 ? what : `第${feature + 1}个图形${name === '' ? '' : `“${name}”`}：${what}`;
}

export const outlinesText = {
  describe: '镇街轮廓（GeoJSON）：不写文件只查看；写文件即导入，排名页的图示可选“地图”。不联网，不用底图',
  source: '轮廓从哪里来，印在图下，如“自然资源部门2024年行政区划图”；导入时必填',
  sketch: '自己画的示意轮廓，不是真实边界；图下注明“示意”',
  remove: '不再画轮廓（写 --reason 理由）',
  reason: '理由',
  sourceMissing: '导入轮廓要写明从哪里来：--source 来源',
  unreadable: '文件读不出来。请检查文件是否还在、有没有被其他程序占用',
  none: '没有导入轮廓，排名页的图示只有柱状图和方块图。',
  drawn: (file: string, count: number, of: number): string => `${file}：${of}个单位中画出${count}个`,
  from: (source: string, sketch: boolean): string => `${sketch ? '示意轮廓，不是真实边界；' : ''}来源：${source}`,
  without: (names: string): string => `没有轮廓的单位：${names}。请在文件中补上，属性里写单位的全名或编号`,
  removed: '轮廓已不再画。',
} as const;
