import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { App, Button } from 'antd';
import { type ComponentType, useMemo } from 'react';
import { dialogText } from '../../shared/text/ui/dialog-text.ts';

type Tone = 'success' | 'error' | 'warning';

export interface Notice {
  success(text: string): void;
  error(text: string): void;
  warning(text: string): void;
  /** Says what was done, with 撤销 for as long as it stands there. */
  undoable(text: string, undo: () => void): void;
}

/** A word that comes and goes by itself. The icons antd puts in would be read out by their English names. */
export function useNotice(): Notice {
  const { message } = App.useApp();
  return useMemo(() => {
    const say =
      (type: Tone) =>
      (text: string): void => {
        const Icon = ICONS[type];
        void message.open({ type, content: text, icon: <Icon aria-hidden="true" /> });
      };
    const undoable = (text: string, undo: () => void): void => {
      const key = `undo ${(count += 1)}`;
      const take = (): void => {
        message.destroy(key);
        undo();
      };
      const content = (
        <span>
          {text}{' '}
          <Button size="small" onClick={take}>
            {dialogText.undo}
          </Button>
        </span>
      );
      void message.open({ type: 'success', key, content, duration: UNDO_SECONDS, icon: <CheckCircleFilled aria-hidden="true" /> });
    };
    return { success: say('success'), error: say('error'), warning: say('warning'), undoable };
  }, [message]);
}

/** Long enough to read what was done and to think again. */
const UNDO_SECONDS = 12;

let count = 0;

const ICONS: Readonly<Record<Tone, ComponentType<{ 'aria-hidden': 'true' }>>> = {
  success: CheckCircleFilled,
  error: CloseCircleFilled,
  warning: ExclamationCircleFilled,
};
