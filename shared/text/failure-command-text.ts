type Params = Readonly<Record<string, string | number>>;

/** What helps on the command line, said behind the sentence of a failure; the pages have buttons for it. */
const HINTS: Readonly<Record<string, (p: Params) => string>> = {
  WORK_MISSING: () => '新建：init',
  WORK_INCOMPLETE: () => '新建：init',
  ACTOR_MISSING: () => '写法：--by 姓名',
  YEAR_NOT_OPEN: (p) => `开启：year open WORK.sqlite ${p['year']} --reason 理由`,
  YEAR_OPEN_ALREADY: () => '调整：year change；取消：year cancel',
  YEAR_OUTSIDE_PLAN: () => '导入：plan import',
  YEAR_ROUND_UNKNOWN: () => '写法：rounds=年,季 due:2026-Q1=2026-04-15',
  YEAR_TARGETS_OPEN: () => '逐项写 --target 指标=目标值（或 carry、interpolate、none），或用 --targets carry 沿用上一年度有数的',
  YEAR_BLOCKED: () => '说明：--despite；审定办法：schemes approve',
  YEAR_RUN_OTHER: (p) => `查看：run list；试算：run make --year ${p['year']}`,
  YEAR_RUN_STALE: (p) => `试算：run make --year ${p['year']}`,
  MEASURE_UNKNOWN: () => '全部指标：targets show WORK.sqlite --year 年度',
  TARGET_NOT_OPEN: () => '修订：targets revise',
  DOCUMENT_UNKNOWN: () => '查看：plan list WORK.sqlite',
  YEAR_FINAL: (p) => `重新开启：year reopen WORK.sqlite ${p['year']} --reason 理由 --by 姓名`,
  REPORT_SIGNED_OTHER: (p) => `重新开启：year reopen WORK.sqlite ${p['year']} --reason 理由 --by 姓名`,
  YEAR_NOT_SIGNED: (p) => `定稿：year final WORK.sqlite ${p['year']} --run 编号 --reason 理由 --by 姓名`,
  YEAR_NO_ANNEX: () => '导入：plan import',
  YEAR_NO_SCHEME: (p) =>
    p['kind'] === 'ranking'
      ? '加入：schemes add WORK.sqlite 办法.yml'
      : `加入：schemes add WORK.sqlite 办法.yml；选定办法：year change WORK.sqlite ${p['year']} scheme=编号 --reason 理由 --by 姓名`,
  YEAR_SCHEME_RULES: (p) => `得分：score WORK.sqlite --year ${p['year']}；试算：run make WORK.sqlite --year ${p['year']}`,
  UNIT_UNKNOWN: () => '全部单位：plan show',
  PERIOD_OTHER_YEAR: () => '核对 --year 与 --period',
  SCHEME_NOT_SCORING: (p) =>
    p['kind'] === 'ranking'
      ? `排名：rank WORK.sqlite --period ${p['year']} --scheme ${p['scheme']}`
      : `计算：schemes apply WORK.sqlite --scheme ${p['scheme']} --year ${p['year']}`,
  SCHEME_UNKNOWN: (p) => (p['known'] === '' ? '加入：schemes add WORK.sqlite 办法.yml' : '查看：schemes WORK.sqlite'),
  SCHEME_MISSING: () => '查看：schemes WORK.sqlite',
  SCHEME_RETIRED: (p) => `恢复：schemes retire WORK.sqlite ${p['scheme']} --restore --reason 理由`,
  SCHEME_SUBJECTS: () => '或用 schemes apply --subjects 指定',
  SCHEME_ACCOUNT_NOTHING: () => '名次和告知：schemes apply',
  SCHEME_ACCOUNT_PER: () => '按年：schemes apply',
  RUN_UNKNOWN: () => '查看：run list',
  YEAR_UNSAID: () => '写法：--year 2024',
  REVIEW_WHOM: () => '写法：--unit 单位… 或 --clean',
  REVIEW_OPEN: () => '问题：findings；答复：answer',
  SENT_NO_FORM: (p) => `生成：templates WORK.sqlite --year ${p['year']} --unit ${p['unit']} --out 文件夹`,
  SENT_DAY: () => '写法：--on 2025-01-02 --via 途径',
  DEADLINE_UNTIL: () => '写法：--until 2025-02-15',
  RUN_NOT_SCORES: () => '查看：run list',
  RUN_KINDS_DIFFER: () => '查看：run list',
  EVENT_UNKNOWN: () => '查看：air events WORK.sqlite list --year 年度',
  EVENT_NUMBER: () => '写法：--number 文号',
  EVENT_NAME: () => '写法：--kind 名称',
  EVENT_STATE: (p) => (p['act'] === 'undo' ? '撤销：air events WORK.sqlite withdraw 编号' : '撤回上一步：air events WORK.sqlite undo 编号'),
};

/** （开启：year open …）; nothing where the sentence says it all. */
export function commandHint(code: string, params: Params): string {
  const hint = HINTS[code];
  return hint === undefined ? '' : `（${hint(params)}）`;
}

export const knownHints: readonly string[] = Object.keys(HINTS);
