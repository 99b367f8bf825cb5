import { PrinterOutlined } from '@ant-design/icons';
import { Button, Spin } from 'antd';
import { lazy, type ReactElement, Suspense } from 'react';
import { curvesText } from '../../../shared/text/ui/monitoring-text.ts';
import type { PictureInput } from '../../ui/chart-picture.ts';
import { ChartPictureMenu } from '../../ui/chart-picture-menu.tsx';
import { PrintAbout } from '../../ui/print-about.tsx';
import { Panel } from '../../ui/page.tsx';

/** The drawing library is large and only wanted where something is drawn. */
const Chart = lazy(() => import('../../ui/chart.tsx').then((module) => ({ default: module.Chart })));

export interface DrawnPanelProps {
  readonly title: string;
  /** What those hear who do not see it. */
  readonly label: string;
  /** Title of the picture, where it needs more than the page. */
  readonly picture?: string;
  readonly option: PictureInput['option'];
}

/** A drawing with its title, to be handed over as a picture and printed. `option` must be stable (useCallback). */
export function DrawnPanel({ title, label, picture = title, option }: DrawnPanelProps): ReactElement {
  return (
    <Panel
      title={title}
      extra={
        <>
          <ChartPictureMenu title={picture} option={option} />
          <Button size="small" icon={<PrinterOutlined aria-hidden="true" />} title={curvesText.printHint} onClick={() => window.print()}>
            {curvesText.print}
          </Button>
        </>
      }
    >
      <Suspense
        fallback={
          <div className="curve-chart" role="status">
            <Spin /> {curvesText.drawing}
          </div>
        }
      >
        <Chart className="curve-chart" label={label} option={option} />
      </Suspense>
      <PrintAbout title={picture === title ? undefined : picture} />
    </Panel>
  );
}
