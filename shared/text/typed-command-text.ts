/** What the command line says of returns that the office types in (手工录入). */
export const typedCommandText = {
  typed: '手工录入：一个文件（录入表，列出编号、填报项、填报值、备注），作为 --unit 单位的一版填报表入库',
  way: '单位报来的方式：纸质、照片、电话、其他（只用于 --typed）',
  wayInvalid: (words: readonly string[]): string => `可写${words.join('、')}。`,
  scan: '扫描件或照片，PDF、JPG、PNG（只用于 --typed），随这一版保存',
  viaTyped: '手工录入的途径写在 --way，不写 --via。',
  received: '收到日期：与 --via 同写，所导入的各份都是这天收到；用于 --typed 时不写为今天',
  date: '填报日期，也可写在录入表的“填报日期”一行（只用于 --typed）',
  untyped: '这一选项只用于手工录入，请加 --typed，或去掉它。',
  oneTable: '手工录入一次只录一个单位的一份录入表，请只写一个文件。',
  formsOption: '生成手工录入用的录入表（须写 --unit），不生成填报表',
  formsWritten: (files: readonly string[], folder: string): string =>
    `✓ 已生成 ${files.length} 份录入表（${files.join('、')}），保存在 ${folder}\n  填好“填报值”“备注”后用 import --typed 录入，不填的行留空。`,
  scanOut: '保存到哪个文件夹',
  scanWritten: (file: string, folder: string): string => `✓ 已取出 ${file}，保存在 ${folder}`,
  numberInvalid: '收件号是一个整数，versions 命令列出。',
} as const;
