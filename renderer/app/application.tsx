import type { ReactElement } from 'react';

/** The only page until the interface exists: says so, and where the work can be done. */
export function Application(): ReactElement {
  return (
    <main className="notice">
      <h1>治气考核</h1>
      <p>
        图形界面随后续版本提供，现有功能请用命令行：在项目文件夹执行 <code>npm run -s zhiqi -- 命令</code>，可用的命令如下。
      </p>
      <dl>
        {COMMANDS.map(({ name, purpose }) => (
          <div key={name}>
            <dt><code>{name}</code></dt>
            <dd>{purpose}</dd>
          </div>
        ))}
      </dl>
    </main>
  );
}

/** The commands of main/hosts/cli, in the order of the work. */
export const COMMANDS: readonly { readonly name: string; readonly purpose: string }[] = [
  { name: 'init', purpose: '按方案新建工作库' },
  { name: 'plan show', purpose: '查看方案的附件和单位' },
  { name: 'conflicts', purpose: '列出方案内相互矛盾的目标和采用值' },
  { name: 'templates', purpose: '生成各单位的填报表' },
  { name: 'import', purpose: '导入收回的填报表' },
  { name: 'status', purpose: '查看谁已报、谁未报、谁迟报' },
  { name: 'score', purpose: '计算全区、各部门、各镇街得分' },
  { name: 'explain', purpose: '逐行说明一个单位的得分来历' },
  { name: 'rank', purpose: '镇街空气质量排名' },
  { name: 'report', purpose: '输出正式附表（PDF、Excel）' },
  { name: 'check', purpose: '核验工作库' },
  { name: 'demo', purpose: '用示例数据走一遍全流程' },
];
