import type { Bridge } from '../../shared/contract/bridge.ts';
import { valueOf } from '../../shared/contract/wire.ts';
import type { Host } from './host.ts';

/** The desktop window: everything is behind the bridge of its preload script. */
export function createElectronHost(bridge: Bridge<File>): Host {
  return {
    call: (id, method, input) => bridge.call(id, method, input),
    cancel: (id) => bridge.cancel(id),
    onEvent: (listener) => bridge.onEvent(listener),
    onCommand: (listener) => bridge.onCommand(listener),
    files: {
      knownWorks: () => bridge.knownWorks().then(valueOf),
      openWork: () => bridge.openWork().then(valueOf),
      newWork: (suggestedName) => bridge.newWork(suggestedName).then(valueOf),
      sampleWork: () => bridge.sampleWork().then(valueOf),
      pickReturns: (kind) => bridge.pickReturns(kind).then(valueOf),
      pickScheme: () => bridge.pickScheme().then(valueOf),
      dropped: (transfer) => bridge.dropped([...transfer.files]).then(valueOf),
      outputFolder: (purpose, mode) => bridge.outputFolder(purpose, mode).then(valueOf),
      fileIn: (folder, name) => bridge.fileIn(folder.grant, name).then(valueOf),
      outputFile: (suggestedName) => bridge.outputFile(suggestedName).then(valueOf),
      delivered: () => Promise.resolve(),
      revealAvailability: 'available',
      reveal: async (target) => void valueOf(await bridge.reveal(target.grant)),
    },
  };
}
