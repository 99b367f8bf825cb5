import type { ReactElement } from 'react';
import { monitoringText } from '../../../shared/text/ui/monitoring-text.ts';
import { StateTag } from '../../ui/state-tag.tsx';

/** 示例数据 beside everything that invented figures have entered. */
export const SampleMark = (): ReactElement => <StateTag state="warning" text={monitoringText.sample} />;
