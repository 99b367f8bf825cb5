import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Application } from '../../../../renderer/app/application.tsx';
import { appText } from '../../../../shared/text/ui/app-text.ts';
import { silentHost } from '../silent-host.ts';

describe('the interface', () => {
  it('says that it is opening the work until the core has answered', () => {
    expect(renderToStaticMarkup(createElement(Application, { host: silentHost() }))).toContain(appText.loadingWork);
  });
});
