import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { consentsMethods } from '../../../shared/contract/consents.ts';
import { welcomeText } from '../../../shared/text/ui/app-text.ts';
import { jsonValue, runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type App, openApp } from './driver.ts';

/** Two years of returns are made, read and scored; a machine that others use takes minutes for it. */
const MAKING_MS = 600_000;

describe('the sample that the page makes', () => {
  const data = temporaryFolder();
  let app: App;
  beforeAll(async () => {
    app = await openApp({ data });
  });
  afterAll(() => app.close());

  it(
    'leads into a work whose units ask for exemption and whose office has consented, as in the demo',
    async () => {
      await app.page.getByRole('button', { name: welcomeText.sampleButton }).click();
      await app.page.getByRole('navigation').getByText('工作台').waitFor({ timeout: MAKING_MS });
      expect(app.consoleErrors).toEqual([]);
      await app.close();
      const work = readdirSync(data, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('.sqlite'));
      const listed = await runCli(['consents', join(data, work ?? ''), '--year', '2024', '--json']);
      const { rows } = consentsMethods['consents.list'].output.parse(jsonValue(listed));
      expect(rows).toHaveLength(9);
      expect(rows.every((row) => row.asked !== null && row.consent?.by === welcomeText.sampleOffice)).toBe(true);
    },
    2 * MAKING_MS,
  );
});
