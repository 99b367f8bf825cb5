import {
  AreaChartOutlined,
  AuditOutlined,
  BarChartOutlined,
  CloudOutlined,
  DashboardOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  InboxOutlined,
  ProfileOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { type ComponentType, type ReactElement, useId } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';
import type { PageName } from '../work/address.ts';
import { useRoute } from '../work/routes.ts';

type Entry = keyof typeof appText.pages;

/** The year's work from left to right, one group below the other. */
const GROUPS: readonly { readonly group: keyof typeof appText.groups | null; readonly entries: readonly Entry[] }[] = [
  { group: null, entries: ['workbench'] },
  { group: 'prepare', entries: ['year', 'schemes', 'settings'] },
  { group: 'collect', entries: ['returns', 'monitoring'] },
  { group: 'verify', entries: ['findings'] },
  { group: 'judge', entries: ['assessment', 'ranking'] },
  { group: 'issue', entries: ['reports'] },
];

const ICONS: Readonly<Record<Entry, ComponentType<{ 'aria-hidden': 'true' }>>> = {
  workbench: DashboardOutlined,
  year: FileTextOutlined,
  schemes: ProfileOutlined,
  settings: SettingOutlined,
  returns: InboxOutlined,
  monitoring: CloudOutlined,
  findings: FileSearchOutlined,
  assessment: AuditOutlined,
  ranking: BarChartOutlined,
  reports: AreaChartOutlined,
};

/** The entry under which a page stands: the page of a unit under 填报收集, the parts of 年度与目标 under that. */
export const entryOf = (page: PageName): Entry =>
  isEntry(page) ? page : page === 'unit' ? 'returns' : page === 'log' ? 'workbench' : 'year';

const isEntry = (page: PageName): page is Entry => page in ICONS;

export function Navigation({ page }: { readonly page: PageName | null }): ReactElement {
  return (
    <nav className="navigation" aria-label={appText.navigation}>
      {GROUPS.map(({ group, entries }) => (
        <Group key={entries[0]} name={group === null ? null : appText.groups[group]} entries={entries} current={page} />
      ))}
    </nav>
  );
}

interface GroupProps {
  readonly name: string | null;
  readonly entries: readonly Entry[];
  readonly current: PageName | null;
}

function Group({ name, entries, current }: GroupProps): ReactElement {
  const { href } = useRoute();
  const nameId = useId();
  return (
    <>
      {name === null ? null : (
        <p id={nameId} className="navigation-group">
          {name}
        </p>
      )}
      <ul {...(name === null ? {} : { 'aria-labelledby': nameId })}>
        {entries.map((entry) => {
          const Icon = ICONS[entry];
          const title = appText.pages[entry];
          return (
            <li key={entry}>
              <a
                href={href(entry)}
                title={title}
                {...(current !== null && entryOf(current) === entry ? { 'aria-current': 'page' as const } : {})}
              >
                <Icon aria-hidden="true" />
                <span className="navigation-name">{title}</span>
                <span className="navigation-short" aria-hidden="true">
                  {appText.shortName(title)}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
