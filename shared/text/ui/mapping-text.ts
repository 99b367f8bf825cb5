/** 对应关系 of tables that offices draw up themselves, on the page. */
export const mappingText = {
  tab: (count: number): string => `对应关系（${count}）`,
  hint: '单位自拟的表按名称相近认定各行是填报表的哪一项。认得不对的，在“认作”中另选一项或选“不取”，再重新读取；入库后该单位同样名称的行都照此办理。',
  apply: (count: number): string => (count === 0 ? '按所选重新读取' : `按所选重新读取（改 ${count} 行）`),
  skip: '不取（这一行不用）',
  choose: '请选择',
  chooseOf: (text: string): string => `“${text}”是填报表的哪一项`,
  columns: { text: '表中名称', row: '认作', state: '依据', place: '单元格' },
  states: {
    likened: (likeness: number): string => `相似 ${likeness}%`,
    chosen: (): string => '人工选定',
    unknown: (): string => '没有相近的',
    unclear: (): string => '像是几项',
    differs: (): string => '编号与名称不符',
    skipped: (): string => '选定不取',
  },
} as const;
