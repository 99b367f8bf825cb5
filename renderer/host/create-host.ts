import { type Bridge, BRIDGE_NAME } from '../../shared/contract/bridge.ts';
import { createElectronHost } from './electron-host.ts';
import type { Host } from './host.ts';
import { createWebHost } from './web-host.ts';

/** The one place that knows that there are two hosts: the desktop window has put its bridge into the page, the web host has not. */
export function createHost(): Host {
  const bridge = (globalThis as { readonly [BRIDGE_NAME]?: Bridge<File> })[BRIDGE_NAME];
  return bridge === undefined ? createWebHost() : createElectronHost(bridge);
}
