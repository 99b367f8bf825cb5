/** A command of the command line as it is written (`rank <WORK.sqlite>`), and what it says of itself. */
export type ListedCommand = readonly [usage: string, description: string];

/** The commands by the room of the command line that holds them, in the order in which help lists them. */
export const commandListText = {
  plan: [
    ['init <WORK.sqlite>', '按方案新建工作库'],
    ['plan', '方案：查看、导出、导入'],
    ['conflicts <WORK.sqlite>', '列出方案内部相互矛盾的目标和采用值'],
  ],
  returns: [
    ['templates <WORK.sqlite>', '生成各单位的填报表'],
    ['import <WORK.sqlite> <PATH...>', '导入收回的填报表（文件或文件夹）'],
    ['status <WORK.sqlite>', '报送情况：谁已报、谁未报、谁迟报'],
    ['scan <WORK.sqlite> <收件号>', '取出手工录入的一版所附的扫描件'],
  ],
  versions: [
    ['versions <WORK.sqlite>', '列出一个单位报来的各版填报表，以及采用的是哪一版'],
    ['adopt <WORK.sqlite> <收件号>', '采用一版填报表：得分、清单和文件从此以它为准；或恢复一个撤回的监测文件'],
    ['withdraw <WORK.sqlite> <收件号>', '撤回一版填报表：恢复此前采用的一版；或撤回一个监测文件：它替换的数据重新有效'],
    ['findings <WORK.sqlite>', '列出采用的填报表中的问题和对它们的答复'],
    ['answer <WORK.sqlite> <问题编号>', '答复一个问题：核实属实、更正、退回单位或不再提示'],
  ],
  reporting: [
    ['receipt <WORK.sqlite> <收件号>', '登记或更正一版填报表的收到日期和途径：是否迟报以它为准'],
    ['deadline <WORK.sqlite>', '一个单位的延期、免于迟报扣分，以及撤销'],
    ['review <WORK.sqlite>', '审核：通过、退回单位，或撤销前一次审核'],
    ['sent <WORK.sqlite>', '登记填报表的发出日期和途径'],
  ],
  consents: [
    ['consent <WORK.sqlite>', '同意一个单位的“不涉及”申请：同意后该行不计入评分'],
    ['consents <WORK.sqlite>', '列出各单位申请的“不涉及”，以及已经同意的'],
  ],
  assessment: [
    ['score <WORK.sqlite>', '计算本级和各单位的年度得分（不保存）'],
    ['explain <WORK.sqlite>', '逐行说明一个单位的得分从哪里来'],
  ],
  whatIf: [
    ['whatif <WORK.sqlite>', '假设测算：改动某个数、分值或目标，得分和名次会怎样（不保存）'],
    ['sensitivity <WORK.sqlite>', '稳健性：分值变动、不修约、目标有争议时的名次和等次范围，以及改动哪一格会变等次或名次（不保存）'],
  ],
  ranking: [
    ['rank <WORK.sqlite>', '空气质量排名'],
    ['streaks <WORK.sqlite>', '连续末位：逐月名次和预警、约谈'],
  ],
  schemes: [['schemes <WORK.sqlite>', '办法（评分、排名、奖惩）：列出、检查、加入、审定、用于工作库']],
  monitoring: [['air', '空气监测数据：导入、评价、预报检验、倒排测算']],
  years: [['year', '考核年度：开启、查看、调整、定稿、归档']],
  targets: [['targets', '目标：查看采用值和来源，按文件调整']],
  figures: [['figures', '认定数：上级认定的数值，往年和基准年的结果']],
  runs: [['run', '计算记录：保存、列出、查看']],
  settings: [['settings <WORK.sqlite> <list|set> [KEY] [VALUE]', '工作库的设置：查看（list）或从某日起改变（set）']],
  stations: [
    [
      'stations <WORK.sqlite> <list|set|assign|import> [NAME]',
      '站点登记：查看（list）、登记或修改（set）、把名称归入站点或单位（assign）、从站点表登记（import）',
    ],
  ],
  reports: [
    ['report <WORK.sqlite> <KIND>', '打印正式附表：annex1（指标完成情况）、annex3（事项完成情况）、ranking（排名）、scheme（办法）'],
    ['check <WORK.sqlite>', '核验工作库：原件哈希、每个数值与原表单元格、重新计算'],
  ],
  log: [['log <WORK.sqlite>', '审计记录：谁在何时改了什么、改前改后、理由']],
  calc: [['calc', '核对公布的数据：从标准输入读 CSV，计算后以 CSV 写到标准输出（不需要工作库）']],
  machine: [['machine', '查看或修改本机设置（与工作库无关）']],
  demo: [['demo', '用示例数据走一遍全流程，结果放在 out 文件夹']],
} as const satisfies Readonly<Record<string, readonly ListedCommand[]>>;
