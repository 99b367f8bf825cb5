import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Application, COMMANDS } from '../../../../renderer/app/application.tsx';
import { runCli } from '../../../support/run-cli.ts';

describe('the page until the interface exists', () => {
  it('shows the name of the product and says that the interface is still to come', () => {
    const page = renderToStaticMarkup(createElement(Application));
    expect(page).toContain('<h1>治气考核</h1>');
    expect(page).toContain('图形界面随后续版本提供');
    for (const { name, purpose } of COMMANDS) expect(page).toContain(`<code>${name}</code></dt><dd>${purpose}</dd>`);
  });

  it('lists exactly the commands that the command line has', async () => {
    const help = await runCli(['--help']);
    const plan = await runCli(['plan', '--help']);
    const commands = commandsOf(help.stdout).flatMap((name) => (name === 'plan' ? commandsOf(plan.stdout).map((inner) => `plan ${inner}`) : [name]));
    expect(commands.toSorted()).toEqual(COMMANDS.map(({ name }) => name).toSorted());
  });
});

/** The names in the list of commands of a help text; the help command itself is left out. */
function commandsOf(help: string): string[] {
  const list = help.split('命令：')[1] ?? '';
  return [...list.matchAll(/^ {2}([a-z]+)(?= )/gm)].map((match) => match[1] ?? '').filter((name) => name !== 'help');
}
