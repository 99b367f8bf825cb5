import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { tableText } from '../../../shared/text/ui/app-text.ts';
import { DrawingMenu } from './drawing-menu.tsx';
import type { Drawing } from './shapes.ts';

/** 图片 ▾ and 打印. `draw` must be stable (useCallback). */
export function DrawingTools({ title, draw }: { readonly title: string; readonly draw: () => Drawing }): ReactElement {
  return (
    <span className="drawing-tools">
      <DrawingMenu title={title} draw={draw} />
      <Button size="small" icon={<PrinterOutlined aria-hidden="true" />} title={tableText.printGreyHint} onClick={() => window.print()}>
        {tableText.printPicture}
      </Button>
    </span>
  );
}
