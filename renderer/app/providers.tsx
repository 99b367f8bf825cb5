import { DownOutlined, EllipsisOutlined, LoadingOutlined } from '@ant-design/icons';
import { App, ConfigProvider } from 'antd';
import chinese from 'antd/locale/zh_CN';
import type { ReactElement, ReactNode } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';
import { ClientProvider } from '../client/context.tsx';
import type { Host } from '../host/host.ts';
import { zhiqiTheme } from './theme.ts';

/** Theme, language and calls for everything below. Icons antd puts in by itself would be read out by their English names. */
export function Providers({ host, children }: { readonly host: Host; readonly children: ReactNode }): ReactElement {
  return (
    <ConfigProvider
      locale={chinese}
      theme={zhiqiTheme}
      button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden="true" /> }}
      wave={{ disabled: true }}
      select={{ suffixIcon: <DownOutlined aria-hidden="true" /> }}
      tabs={{ moreIcon: <EllipsisOutlined aria-label={appText.moreTabs} /> }}
    >
      <App component={false} message={{ maxCount: 2 }}>
        <ClientProvider host={host}>{children}</ClientProvider>
      </App>
    </ConfigProvider>
  );
}
