import {
  CheckCircleFilled,
  ClockCircleFilled,
  CloseCircleFilled,
  ContainerFilled,
  CopyOutlined,
  ExclamationCircleFilled,
  InfoCircleFilled,
  LockFilled,
  MinusCircleOutlined,
  QuestionCircleFilled,
  RollbackOutlined,
  StopOutlined,
  WarningFilled,
} from '@ant-design/icons';
import type { ComponentType, ReactElement } from 'react';
import { stateWords } from '../../shared/text/ui/app-text.ts';
import { Bars, Circle, DashedCircle, HalfCircle, Lines } from './shapes.tsx';

export type ShownState = keyof typeof stateWords;

export interface StateTagProps {
  readonly state: ShownState;
  /** Other words than the usual ones, for example with a number: 错误 3. */
  readonly text?: string;
}

/** A state in words, with a colour and a shape: never by colour alone. */
export function StateTag({ state, text }: StateTagProps): ReactElement {
  const { tone, Shape } = LOOKS[state];
  return (
    <span className={`state-tag tone-${tone}`}>
      <Shape aria-hidden="true" />
      <span>{text ?? stateWords[state]}</span>
    </span>
  );
}

interface Look {
  readonly tone: 'good' | 'bad' | 'warn' | 'info' | 'none';
  readonly Shape: ComponentType<{ 'aria-hidden': 'true' }>;
}

const LOOKS: Readonly<Record<ShownState, Look>> = {
  met: { tone: 'good', Shape: CheckCircleFilled },
  unmet: { tone: 'bad', Shape: CloseCircleFilled },
  missing: { tone: 'warn', Shape: QuestionCircleFilled },
  notApplicable: { tone: 'none', Shape: MinusCircleOutlined },
  noOccurrence: { tone: 'good', Shape: MinusCircleOutlined },
  received: { tone: 'info', Shape: ContainerFilled },
  returned: { tone: 'warn', Shape: RollbackOutlined },
  toReview: { tone: 'info', Shape: HalfCircle },
  passed: { tone: 'good', Shape: CheckCircleFilled },
  late: { tone: 'warn', Shape: ClockCircleFilled },
  extended: { tone: 'none', Shape: Circle },
  empty: { tone: 'bad', Shape: ExclamationCircleFilled },
  notReported: { tone: 'bad', Shape: ExclamationCircleFilled },
  accepted: { tone: 'good', Shape: CheckCircleFilled },
  duplicate: { tone: 'none', Shape: CopyOutlined },
  undecided: { tone: 'warn', Shape: ClockCircleFilled },
  reverts: { tone: 'warn', Shape: ClockCircleFilled },
  rejected: { tone: 'bad', Shape: StopOutlined },
  locked: { tone: 'warn', Shape: LockFilled },
  error: { tone: 'bad', Shape: CloseCircleFilled },
  warning: { tone: 'warn', Shape: WarningFilled },
  info: { tone: 'info', Shape: InfoCircleFilled },
  unopened: { tone: 'none', Shape: Circle },
  preparing: { tone: 'info', Shape: Lines },
  collecting: { tone: 'info', Shape: HalfCircle },
  verifying: { tone: 'warn', Shape: QuestionCircleFilled },
  trial: { tone: 'info', Shape: DashedCircle },
  final: { tone: 'none', Shape: LockFilled },
  archived: { tone: 'none', Shape: ContainerFilled },
  pending: { tone: 'warn', Shape: Bars },
  versionCounts: { tone: 'good', Shape: CheckCircleFilled },
  versionKept: { tone: 'none', Shape: Circle },
  versionWithdrawn: { tone: 'none', Shape: MinusCircleOutlined },
};
