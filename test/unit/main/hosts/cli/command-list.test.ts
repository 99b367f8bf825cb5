import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addCommands, calledCommand } from '../../../../../main/hosts/cli/command-list.ts';
import { commandListText, type ListedCommand } from '../../../../../shared/text/command-list-text.ts';

const ROOMS: readonly (readonly ListedCommand[])[] = Object.values(commandListText);

async function program(called: string | null): Promise<Command> {
  const made = new Command('zhiqi');
  await addCommands(made, called, () => Promise.resolve(), false);
  return made;
}

/** Names, places and texts as help prints them; [选项] comes with the options that every command has. */
const listed = (made: Command): string[] =>
  made.commands.map((command) => [command.name(), command.usage().replace('[options] ', ''), command.description()].join('|'));

describe('the list of commands', () => {
  it.each(ROOMS.map((room) => [room[0]?.[0] ?? '', room] as const))(
    'says of the room of %s what its commands are',
    async (_first, room) => {
      const plain = listed(await program(null));
      for (const [usage] of room) {
        const name = usage.split(' ')[0] ?? '';
        const loaded = await program(name);
        expect(listed(loaded).map(withoutGroupWord)).toEqual(plain.map(withoutGroupWord));
        const own = loaded.commands.find((command) => command.name() === name);
        expect(own !== undefined && (own.options.length > 0 || own.commands.length > 0 || own.registeredArguments.length > 0)).toBe(true);
      }
    },
  );

  it('loads for help about everything no room, and for a command its own', async () => {
    expect((await program(null)).commands.flatMap(({ commands, options }) => [...commands, ...options])).toEqual([]);
    const own = (await program('rank')).commands.filter(({ commands, options }) => commands.length + options.length > 0);
    expect(own.map((command) => command.name())).toEqual(['rank', 'streaks']);
  });

  it.each([
    [['rank', 'w.sqlite'], 'rank'],
    [['--json', 'rank'], 'rank'],
    [['help', 'rank'], 'rank'],
    [['help'], null],
    [['--help'], null],
    [[], null],
  ])('%j calls %j', (args, called) => expect(calledCommand(args)).toBe(called));
});

const withoutGroupWord = (line: string): string => line.replace('[command] ', '').replace('[command]', '').replace('[options]', '').trim();
