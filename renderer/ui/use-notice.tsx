import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { App } from 'antd';
import { type ComponentType, useMemo } from 'react';

export interface Notice {
  success(text: string): void;
  error(text: string): void;
  warning(text: string): void;
}

/** A word that comes and goes by itself. The icons antd puts in would be read out by their English names. */
export function useNotice(): Notice {
  const { message } = App.useApp();
  return useMemo(() => {
    const say =
      (type: keyof Notice) =>
      (text: string): void => {
        const Icon = ICONS[type];
        void message.open({ type, content: text, icon: <Icon aria-hidden="true" /> });
      };
    return { success: say('success'), error: say('error'), warning: say('warning') };
  }, [message]);
}

const ICONS: Readonly<Record<keyof Notice, ComponentType<{ 'aria-hidden': 'true' }>>> = {
  success: CheckCircleFilled,
  error: CloseCircleFilled,
  warning: ExclamationCircleFilled,
};
