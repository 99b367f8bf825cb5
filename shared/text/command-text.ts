import { periodText } from './report-text.ts';

interface Run {
  readonly id: number;
  readonly kind: 'assessment' | 'ranking' | 'scheme';
  readonly period: string;
}

const KINDS: Readonly<Record<Run['kind'], string>> = { assessment: '年度得分', ranking: '空气质量排名', scheme: '办法试算' };

/** What commands of the command line say of themselves and of what they have done. */
export const commandText = {
  by: '操作人姓名，记入操作记录；不写用本机设置的姓名',
  scoreScheme: '按这个评分办法计算；不写用该年度选定的办法',
  readOnly: '只查看，不改动工作库',
  password: '文件的打开密码；可以重复写多个，每个文件逐个试，不保存',
  passwordEmpty: '密码不能为空。',
  passwordUnused: (option: string): string => `写了 --password，但没有写要用它打开的文件。请用 ${option} 写明文件，或去掉 --password。`,
  passwordHint: '有文件设有打开密码：加 --password 密码 重做一次即可读取，密码不同的可以重复写多个；密码不会保存。',
  runMake: '计算得分或排名并存为计算记录',
  runYear: '考核年度：保存年度得分',
  runRanking: '时段，如 2024、2024-H1、2024-07：保存空气质量排名',
  runScheme: '办法的编号（用 schemes 命令查看），不写用该年度选定的评分办法，或默认的排名办法',
  runList: '列出全部计算记录，新的在前',
  runShow: '按保存时的结果显示一次计算',
  runWhat: '请用 --year 年度 或 --ranking 时段 写明要计算什么（两者选一；都可以加 --scheme 编号）。',
  runIdInvalid: '请写计算记录的编号，如 3。',
  runKind: (kind: Run['kind']): string => KINDS[kind],
  runPeriod: ({ kind, period }: Run): string => (kind === 'ranking' ? periodText(period) : `${period}年`),
  runStored: ({ id, kind }: Run): string => `✓ 已存为第 ${id} 号计算记录（${KINDS[kind]}）`,
  runSame: ({ id, kind }: Run): string => `✓ 数据没有变化，与第 ${id} 号计算记录（${KINDS[kind]}）相同，没有重复保存`,
  runNone: '还没有计算记录。用 run make 命令保存一次计算。',
  runColumns: { id: '编号', kind: '类别', period: '时段', computedAt: '时间', actor: '操作人', scheme: '方案', engine: '算法' },
  runOtherEngine: (now: number): string => `  * 由其他版本的程序算出；本程序为算法第 ${now} 版。`,
  runEngine: (engine: number | null): string => (engine === null ? '未记' : `第${engine}版`),
  runHeading: ({ id }: Run, computedAt: string, actor: string | null): string =>
    `第 ${id} 号计算记录　${computedAt}${actor === null ? '' : `　${actor}`}`,
  machineUserName: '本机操作人姓名；写空文字恢复为系统用户名',
  machineFonts: '字体所在文件夹；写空文字取消',
  machineLines: ({ userName, fontsFolder, path }: { userName: string; fontsFolder: string | null; path: string }): string =>
    `操作人　　${userName}\n字体文件夹　${fontsFolder ?? '（系统字体）'}\n保存在　　${path}`,
} as const;
