import { type CoreEnvironment, createCore } from '../../core.ts';
import type { FromCore, Port, ToCore } from './core-port.ts';

/** The core at the far end of a port: a slow query or a long job never stops the host that shows the window. */
export function serveCore(port: Port<FromCore, ToCore>, environment: CoreEnvironment): void {
  const core = createCore(environment);
  core.onEvent((event) => port.post({ kind: 'event', event }));
  port.listen((message) => {
    switch (message.kind) {
      case 'call':
        void core
          .dispatch(message.id, message.method, message.input)
          .then((envelope) => port.post({ kind: 'answer', id: message.id, envelope }));
        return;
      case 'cancel':
        core.cancel(message.id);
        return;
      case 'issue':
        port.post({ kind: 'issued', request: message.request, grant: core.grants.issue(message.path) });
        return;
      case 'close':
        core.close();
        port.post({ kind: 'closed' });
    }
  });
}
