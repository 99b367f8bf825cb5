import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { type Bridge, BRIDGE_CHANNELS, BRIDGE_EVENTS, BRIDGE_NAME } from '../../../shared/contract/bridge.ts';

/** All the page gets from the desktop: these functions, each with a channel of its own. Built to preload.cjs, as the sandbox wants it. */
const bridge = {
  call: (id, method, input) => ipcRenderer.invoke(BRIDGE_CHANNELS.call, id, method, input),
  cancel: (id) => void ipcRenderer.invoke(BRIDGE_CHANNELS.cancel, id),
  onEvent: (listener) => listen(BRIDGE_EVENTS.core, listener),
  onCommand: (listener) => listen(BRIDGE_EVENTS.command, listener),
  knownWorks: () => ipcRenderer.invoke(BRIDGE_CHANNELS.knownWorks),
  openWork: () => ipcRenderer.invoke(BRIDGE_CHANNELS.openWork),
  newWork: (suggestedName) => ipcRenderer.invoke(BRIDGE_CHANNELS.newWork, suggestedName),
  sampleWork: () => ipcRenderer.invoke(BRIDGE_CHANNELS.sampleWork),
  pickReturns: (kind) => ipcRenderer.invoke(BRIDGE_CHANNELS.pickReturns, kind),
  pickScheme: () => ipcRenderer.invoke(BRIDGE_CHANNELS.pickScheme),
  // A File made by a script has no path; only what was really dropped or chosen has one.
  dropped: (files) =>
    ipcRenderer.invoke(
      BRIDGE_CHANNELS.dropped,
      files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== ''),
    ),
  outputFolder: (purpose, mode) => ipcRenderer.invoke(BRIDGE_CHANNELS.outputFolder, purpose, mode),
  fileIn: (folder, name) => ipcRenderer.invoke(BRIDGE_CHANNELS.fileIn, folder, name),
  outputFile: (suggestedName) => ipcRenderer.invoke(BRIDGE_CHANNELS.outputFile, suggestedName),
  reveal: (grant) => ipcRenderer.invoke(BRIDGE_CHANNELS.reveal, grant),
} satisfies Bridge<File>;

/** The event object stays here: it would hand the page the channel's sender. */
function listen<Payload>(channel: string, listener: (payload: Payload) => void): () => void {
  const receive = (_event: unknown, payload: Payload): void => listener(payload);
  ipcRenderer.on(channel, receive);
  return () => void ipcRenderer.off(channel, receive);
}

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
