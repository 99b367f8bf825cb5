/** Words of registering stations by a table (从站点表登记) on the tab 站点. */
export const registerPageText = {
  open: '从站点表登记…',
  hint: '读取一张站点表（名称、代码、所属单位、类型、监测项目、起止日期），先预览再登记',
  title: (file: string): string => `从站点表登记：${file}`,
  confirm: (count: number): string => (count === 0 ? '登记' : `登记 ${count} 个站点`),
  done: (count: number): string => `已按站点表登记 ${count} 个站点`,
  changed: '站点表在预览之后有了不能登记的行，没有登记。请重新选择文件。',
  reading: '正在读取站点表…',
  nothing: '没有读到站点。站点表需要有“站点”（名称）一列，其余如代码、所属单位、类型、监测项目可有可无。',
  refused: (count: number): string => `有 ${count} 行不能登记，请改正站点表后重新选择。`,
  counts: (count: number, fresh: number, changed: number, refused: number): string =>
    [
      `读到 ${count} 个站点`,
      ...(fresh === 0 ? [] : [`新登记 ${fresh} 个`]),
      ...(changed === 0 ? [] : [`修改登记 ${changed} 个`]),
      ...(refused === 0 ? [] : [`不能登记 ${refused} 个`]),
    ].join('，'),
  acts: { new: '新登记', changed: '修改登记', refused: '不能登记' },
  columns: { act: '结果', name: '名称', code: '代码', places: '所属单位', cell: '位置', why: '原因' },
  document: '依据的文件（可不填）',
} as const;
