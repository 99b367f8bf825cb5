import { CloseOutlined } from '@ant-design/icons';
import { Drawer } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { appText } from '../../shared/text/ui/app-text.ts';
import { useFocusBack } from './focus-back.ts';

export interface SideDrawerProps {
  readonly title: ReactNode;
  readonly extra?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Opens over the page from the right; Esc closes it. Mounted only while it is open, so it hands the focus back itself. */
export function SideDrawer({ title, extra, onClose, children }: SideDrawerProps): ReactElement {
  useFocusBack();
  return (
    <Drawer open title={title} extra={extra} onClose={onClose} closable={CLOSE} size={WIDTH} className="side-drawer">
      {children}
    </Drawer>
  );
}

/** antd's own button is called by an English name. */
const CLOSE = { 'aria-label': appText.close, closeIcon: <CloseOutlined aria-hidden="true" /> };

/** Leaves a strip of the page in view on the smallest window. */
const WIDTH = '82vw';
