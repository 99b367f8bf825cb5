import { CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { detailText } from '../../../../shared/text/ui/returns-text.ts';
import { copyText } from '../../../ui/clipboard.ts';
import { useNotice } from '../../../ui/use-notice.tsx';

export interface CopyButtonProps {
  readonly label: string;
  /** What goes on the clipboard. */
  text(): string;
  readonly hint?: string;
  /** Said when it is there. */
  readonly done?: string;
  readonly disabled?: boolean;
}

export function CopyButton({ label, text, hint, done, disabled }: CopyButtonProps): ReactElement {
  const notice = useNotice();
  const copy = async (): Promise<void> => {
    const copied = await copyText(text());
    void (copied ? notice.success(done ?? detailText.copied) : notice.error(detailText.copyFailed));
  };
  return (
    <Button
      size="small"
      icon={<CopyOutlined aria-hidden="true" />}
      onClick={() => void copy()}
      disabled={disabled ?? false}
      {...(hint === undefined ? {} : { title: hint })}
    >
      {label}
    </Button>
  );
}
