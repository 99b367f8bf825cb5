import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { type ReactElement, useEffect } from 'react';
import { tableText } from '../../shared/text/ui/app-text.ts';
import { failureOf, useHost, useJob } from '../client/context.tsx';
import type { PictureFormat } from './chart-picture.ts';
import { failureSentence } from './failure-alert.tsx';
import { pictureAbout } from './picture-about.ts';
import { fileName } from './table/export-menu.tsx';
import { useTableOrigin } from './table/table-origin.ts';
import { useNotice } from './use-notice.tsx';

export interface PictureMenuProps {
  readonly title: string;
  /** The picture in base64; `about` is the line below it. */
  make(about: string, format: PictureFormat, fontFamily: string): Promise<string>;
}

/** 图片 ▾: a picture as a file for a document. Absent outside of a work. */
export function PictureMenu({ title, make }: PictureMenuProps): ReactElement | null {
  const origin = useTableOrigin();
  const { files } = useHost();
  const { start, running, failure } = useJob('pictures.write');
  const notice = useNotice();
  useEffect(() => {
    if (failure !== null) notice.error(failureSentence(failure));
  }, [failure, notice]);
  if (origin === null) return null;
  const save = async (format: PictureFormat): Promise<void> => {
    try {
      const { district, year } = origin;
      const target = await files.outputFile(fileName(district, year, title, format));
      if (target === null) return;
      const content = await make(pictureAbout(origin), format, getComputedStyle(document.body).fontFamily);
      const written = await start({ file: target.grant, content });
      if (written === null) return;
      await files.delivered(target);
      notice.success(files.revealAvailability === 'unavailable' ? tableText.downloaded(target.name) : tableText.exported(target.name));
    } catch (error) {
      notice.error(failureSentence(failureOf(error)));
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      disabled={running}
      menu={{
        items: FORMATS.map((format) => ({ key: format, label: tableText.pictures[format] })),
        onClick: ({ key }) => void save(key === 'png' ? 'png' : 'svg'),
      }}
    >
      <Button size="small" loading={running} aria-label={tableText.pictureOf(title)}>
        {tableText.picture} <DownOutlined aria-hidden="true" />
      </Button>
    </Dropdown>
  );
}

const FORMATS: readonly PictureFormat[] = ['svg', 'png'];
