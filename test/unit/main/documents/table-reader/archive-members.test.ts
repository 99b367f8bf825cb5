import { expect, test } from 'vitest';
import { archiveMembers } from '../../../../../main/documents/table-reader/archive-members.ts';
import { sha256Of, sha256OfFile } from '../../../../../main/services/files.ts';
import { zip } from '../../../../support/zip.ts';

const MEGABYTE = 1024 * 1024;
const large = Buffer.alloc(20 * MEGABYTE, '1,2,3\n');

async function memberOf(archive: Uint8Array) {
  const [member] = (await archiveMembers(archive)) ?? [];
  if (member === undefined) throw new Error('no member');
  return member;
}

test('a large member is inflated and hashed while others have their turn', async () => {
  const member = await memberOf(zip([{ name: '大.csv', data: large }]));
  let turns = 0;
  const end = new AbortController();
  const others = (async () => {
    while (!end.signal.aborted) {
      await new Promise(setImmediate);
      turns += 1;
    }
  })();
  const bytes = await member.read();
  const read = turns;
  const hash = await sha256OfFile(bytes);
  end.abort();
  await others;
  expect(read).toBeGreaterThan(3);
  expect(turns - read).toBeGreaterThan(3);
  expect(Buffer.compare(bytes, large)).toBe(0);
  expect(hash).toBe(sha256Of(large));
});

test('a member whose checksum does not hold is damaged', async () => {
  const archive = Buffer.from(zip([{ name: '大.csv', data: large }]));
  const entry = archive.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  archive.writeUInt32LE((archive.readUInt32LE(entry + 16) ^ 1) >>> 0, entry + 16);
  await expect((await memberOf(archive)).read()).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
});

test('a member that is more than it says is not inflated beyond that', async () => {
  const archive = Buffer.from(zip([{ name: '大.csv', data: large }]));
  const entry = archive.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  archive.writeUInt32LE(MEGABYTE, entry + 24);
  await expect((await memberOf(archive)).read()).rejects.toMatchObject({ code: 'FILE_DAMAGED' });
});
