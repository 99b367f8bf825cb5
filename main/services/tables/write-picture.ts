import { Failure } from '../../../shared/domain/failure.ts';
import { checkpoint, type JobContext } from '../../jobs/progress.ts';
import type { OutputFile } from '../files.ts';

export const PICTURE_FORMATS = ['svg', 'png'] as const;

export interface Picture {
  readonly format: (typeof PICTURE_FORMATS)[number];
  readonly bytes: Uint8Array;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** 导出图片: a drawing of a page as a file. What is no picture of its kind is not written. */
export async function writePicture(
  output: OutputFile,
  { format, bytes }: Picture,
  job: JobContext,
): Promise<{ readonly file: string; readonly bytes: number }> {
  await checkpoint(job);
  if (!(format === 'png' ? isPng(bytes) : isSvg(bytes))) throw new Failure('PICTURE_INVALID', { format: format.toUpperCase() });
  await output.write(bytes);
  job.report(1, 'print');
  return { file: output.name, bytes: bytes.byteLength };
}

const isPng = (bytes: Uint8Array): boolean => PNG.equals(bytes.subarray(0, PNG.length));

/** A drawing has no script and nothing that is fetched from elsewhere. */
function isSvg(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('utf8');
  return (
    /^(?:<\?xml[^>]*>\s*)?<svg[\s>]/u.test(text) &&
    !/<script|<foreignObject|\son[a-z]+\s*=|(?:href|src)\s*=\s*["'](?!#|data:image\/)/iu.test(text)
  );
}
