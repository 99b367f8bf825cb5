import colors from 'picocolors';
import { clip } from './table.ts';

export interface ProgressLine {
  show(fraction: number, label: string): void;
  clear(): void;
}

/** One line that is drawn over itself on a terminal, and nothing at all when the output goes to a file or a pipe. */
export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  const width = 24;
  return {
    show(fraction, label) {
      const filled = Math.round(fraction * width);
      stream.write(
        `\r\u001B[2K  ${colors.cyan('━'.repeat(filled))}${colors.dim('━'.repeat(width - filled))} ${String(Math.round(fraction * 100)).padStart(3)}%  ${clip(label, 40)}`,
      );
    },
    clear: () => void stream.write('\r\u001B[2K'),
  };
}
