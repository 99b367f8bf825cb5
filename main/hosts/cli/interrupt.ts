import { cancelledText } from '../../../shared/text/cancelled-text.ts';

/** What a shell takes for a command that Ctrl+C has ended. */
const INTERRUPTED = 130;

let working = false;

/** Ctrl+C before there is a job to cancel, from the first line of the program on: ends it with a word. */
export function onEarlyInterrupt(): void {
  process.on('SIGINT', end);
}

/** From here on somebody else answers to Ctrl+C; gives back what to call when that is over. */
export function handOver(interrupt: () => void): () => void {
  process.off('SIGINT', end);
  process.on('SIGINT', interrupt);
  return () => {
    process.off('SIGINT', interrupt);
    process.on('SIGINT', end);
  };
}

/** Something has been done since: data may have changed. */
export const hasWorked = (): void => void (working = true);

export function end(): void {
  process.stderr.write(`✗ ${working ? cancelledText.between : cancelledText.before}\n`);
  process.exit(INTERRUPTED);
}
