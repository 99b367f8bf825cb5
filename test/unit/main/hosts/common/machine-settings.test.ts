import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openMachineSettings, userNameOf, withRecentWork } from '../../../../../main/hosts/common/machine-settings.ts';
import { temporaryFolder } from '../../../../support/folder.ts';

const root = temporaryFolder();
let folder = '';
let cases = 0;
beforeEach(() => {
  folder = join(root, String((cases += 1)));
});

test('without a file everything has its preset, and a change makes the file with its folder', () => {
  const settings = openMachineSettings(join(folder, 'deep', 'settings.json'));
  expect(settings.current()).toEqual({ userName: null, recentWorks: [], fontsFolder: null });
  settings.change({ userName: '张三' });
  settings.change({ recentWorks: withRecentWork(settings.current().recentWorks, 'a.sqlite') });
  expect(openMachineSettings(settings.path).current()).toEqual({ userName: '张三', recentWorks: ['a.sqlite'], fontsFolder: null });
  expect(readdirSync(join(folder, 'deep'))).toEqual(['settings.json']);
});

test('a file that cannot be read as it should is set aside with its bytes, and the program goes on', () => {
  mkdirSync(folder);
  const path = join(folder, 'settings.json');
  for (const [index, text] of ['{', '[]', '{"userName": 7}', '{"recentWorks": "a"}'].entries()) {
    writeFileSync(path, text);
    const settings = openMachineSettings(path);
    expect(settings.current().userName).toBeNull();
    const aside = index === 0 ? 'settings.json.broken' : `settings.json.broken-${index + 1}`;
    expect(readFileSync(join(folder, aside), 'utf8')).toBe(text);
    settings.change({ userName: '李四' });
    expect(settings.current().userName).toBe('李四');
  }
});

test('what a newer program keeps there stays, and what another process has changed is seen', () => {
  mkdirSync(folder);
  const path = join(folder, 'settings.json');
  writeFileSync(path, '{"theme":"dark"}');
  const [one, other] = [openMachineSettings(path), openMachineSettings(path)];
  one.change({ userName: '张三' });
  expect(other.current().userName).toBe('张三');
  other.change({ fontsFolder: 'fonts' });
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ theme: 'dark', userName: '张三', recentWorks: [], fontsFolder: 'fonts' });
});

test('a folder that cannot be written keeps nobody from working', () => {
  writeFileSync(folder, 'a file where the folder should be');
  const settings = openMachineSettings(join(folder, 'settings.json'));
  settings.change({ userName: '张三' });
  expect(settings.current().userName).toBeNull();
});

test('the name is the one set here, else that of the system, and never blank', () => {
  expect(userNameOf({ userName: '张三' })).toBe('张三');
  expect(userNameOf({ userName: null }).trim()).not.toBe('');
});

test('the list of works holds each once, the last one first, and ten at most', () => {
  expect(withRecentWork(['b', 'a'], 'a')).toEqual(['a', 'b']);
  expect(
    withRecentWork(
      Array.from({ length: 10 }, (_, index) => String(index)),
      'new',
    ),
  ).toHaveLength(10);
});
