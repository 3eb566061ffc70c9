// The directory at the end of a zip file says how large its parts become. It is read before anything is unpacked, so that a small file
// that unpacks to gigabytes is refused at once; the thread that unpacks holds every part to the size stated here.
import type { ReadingLimits } from './reading-limits.js';
import { bytesPerMegabyte } from './reading-limits.js';
import { UnreadableFile } from './unreadable-file.js';

export interface ZipEntry {
  readonly name: string;
  /** Byte at which the part's local header stands. */
  readonly offset: number;
  readonly packedSize: number;
  readonly size: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
}

const endRecord = 0x06054b50;
const directoryRecord = 0x02014b50;
const inExtraField = 0xffffffff;

/** The parts of an XLSX workbook. @throws UnreadableFile for everything else that is a zip, and for what unpacks too large */
export function workbookEntries(bytes: Uint8Array, fileName: string, limits: ReadingLimits): ZipEntry[] {
  const entries = readDirectory(bytes, fileName, limits);
  const names = new Set(entries.map((entry) => entry.name));
  if (!names.has('xl/workbook.xml')) {
    const format = otherFormat(names);
    if (format) throw new UnreadableFile('file_old_format', { file: fileName, format });
    throw new UnreadableFile('file_binary', { file: fileName });
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > limits.unpackedMegabytes * bytesPerMegabyte)
    throw new UnreadableFile('file_unpacks_too_large', { limit: limits.unpackedMegabytes });
  return entries;
}

function otherFormat(names: ReadonlySet<string>): string | undefined {
  if (names.has('xl/workbook.bin')) return 'XLSB';
  if (names.has('mimetype') && names.has('content.xml')) return 'OpenDocument (.ods)';
  return [...names].some((name) => name.endsWith('.iwa')) ? 'Numbers' : undefined;
}

function readDirectory(bytes: Uint8Array, fileName: string, limits: ReadingLimits): ZipEntry[] {
  const damaged = (): UnreadableFile => new UnreadableFile('file_damaged', { file: fileName });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) throw damaged();
  const count = view.getUint16(end + 10, true);
  if (count > limits.zipEntries) throw new UnreadableFile('file_too_complex');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== directoryRecord) throw damaged();
    if (view.getUint16(at + 8, true) & 1) throw new UnreadableFile('file_protected', { file: fileName });
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const sizes = readSizes(view, at, at + 46 + nameLength, extraLength);
    if (!sizes || sizes.offset + sizes.packedSize > bytes.length) throw damaged();
    entries.push({ name, method: view.getUint16(at + 10, true), ...sizes });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record stands before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === endRecord) return at;
  }
  return undefined;
}

/** Large-file writers put sizes into an extra field (id 1) in the order size, packed size, offset, each only where the main field is full. */
function readSizes(
  view: DataView,
  at: number,
  extraAt: number,
  extraLength: number,
): Pick<ZipEntry, 'size' | 'packedSize' | 'offset'> | undefined {
  const plain = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  let wide = plain.includes(inExtraField) ? extraField(view, extraAt, extraLength) : undefined;
  const values = plain.map((value) => {
    if (value !== inExtraField || wide === undefined || wide + 8 > view.byteLength) return value;
    const large = Number(view.getBigUint64(wide, true));
    wide += 8;
    return large;
  });
  const [size, packedSize, offset] = values;
  return size === undefined || packedSize === undefined || offset === undefined ? undefined : { size, packedSize, offset };
}

function extraField(view: DataView, from: number, length: number): number | undefined {
  for (let at = from; at + 4 <= Math.min(from + length, view.byteLength); at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 1) return at + 4;
  }
  return undefined;
}
