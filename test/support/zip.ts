import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a zip made by hand. What is not given is made truthfully; what is given is written as it is, true or not. */
export interface ZipPart {
  readonly name: string;
  readonly data: string | Uint8Array;
  readonly stored?: boolean;
  readonly method?: number;
  readonly crc?: number;
  readonly declaredSize?: number;
  readonly encrypted?: boolean;
  /** Shares the bytes of the entry before it. */
  readonly overlaps?: boolean;
  /** Deflated before; `crc` and `declaredSize` say then what `data` cannot. */
  readonly packed?: Buffer;
}

/** Writes a zip file byte by byte, so that tests can make the broken and crafted ones no library would write. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  let previous = 0;
  for (const part of parts) {
    const content = typeof part.data === 'string' ? Buffer.from(part.data, 'utf8') : Buffer.from(part.data);
    const packed = part.packed ?? (part.stored === true ? content : deflateRawSync(content));
    const start = part.overlaps === true ? previous : offset;
    central.push(Buffer.concat([header(part, content, packed, start), Buffer.from(part.name, 'utf8')]));
    if (part.overlaps === true) continue;
    const local = Buffer.concat([localHeader(part, content, packed), Buffer.from(part.name, 'utf8'), packed]);
    locals.push(local);
    previous = offset;
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  return Buffer.concat([...locals, directory, endOfDirectory(parts.length, directory.length, offset)]);
}

function fields(part: ZipPart, content: Buffer, packed: Buffer): Buffer {
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(0x800 | (part.encrypted === true ? 1 : 0), 2);
  shared.writeUInt16LE(part.method ?? (part.stored === true ? 0 : 8), 4);
  shared.writeUInt16LE(0x21, 8);
  shared.writeUInt32LE(part.crc ?? crc32(content), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(part.declaredSize ?? content.length, 18);
  shared.writeUInt16LE(Buffer.byteLength(part.name), 22);
  return shared;
}

function localHeader(part: ZipPart, content: Buffer, packed: Buffer): Buffer {
  return Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields(part, content, packed)]);
}

function header(part: ZipPart, content: Buffer, packed: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), fields(part, content, packed), rest]);
}

function endOfDirectory(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}
