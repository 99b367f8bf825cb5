import type { Host } from '../../../renderer/host/host.ts';

/** A host that never answers: enough to draw the first picture of a page. */
export function silentHost(): Host {
  const never = (): Promise<never> => new Promise(() => undefined);
  const files: Host['files'] = {
    knownWorks: never,
    openWork: never,
    newWork: never,
    sampleWork: never,
    pickReturns: never,
    pickScheme: never,
    dropped: never,
    outputFolder: never,
    fileIn: never,
    outputFile: never,
    delivered: never,
    revealAvailability: 'unavailable',
    reveal: never,
  };
  return { call: never, cancel: () => undefined, onEvent: () => () => undefined, onCommand: () => () => undefined, files };
}
