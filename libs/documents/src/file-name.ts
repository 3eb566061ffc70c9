// A downloaded file's name must survive every browser and every disk: RFC 6266 with an ASCII `filename` for old clients and
// an RFC 5987 `filename*` in UTF-8 for all others. Names never carry a path, a control character, a bidirectional override
// (which could make `…fdp.exe` look like `…exe.pdf`), or a name Windows reserves.

const MAX_CHARACTERS = 120;
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}<>:"/\\|?*]+/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name that is safe on Windows, macOS and Linux.
 * @param stem       what the file is about, in any language: "Tateyama visit, May 2026"
 * @param extension  without the dot, ASCII letters and digits: "pdf"
 */
export function safeFileName(stem: string, extension: string): string {
  if (!/^[a-z0-9]{1,8}$/.test(extension)) throw new RangeError(`"${extension}" is not a file extension`);
  const spaced = stem.toWellFormed().normalize('NFC').replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ');
  const short = [...spaced].slice(0, MAX_CHARACTERS).join('');
  const trimmed = short.replace(/^[\s.]+|[\s.]+$/gu, '');
  const base = trimmed.split('.')[0]?.trim() ?? '';
  const name = trimmed === '' ? 'document' : RESERVED.test(base) ? `_${trimmed}` : trimmed;
  return `${name}.${extension}`;
}

/**
 * The value of a Content-Disposition header.
 * @param disposition `attachment` saves, `inline` shows in the browser when it can
 * @param fileName    from {@link safeFileName}
 */
export function contentDisposition(disposition: 'attachment' | 'inline', fileName: string): string {
  const wellFormed = fileName.toWellFormed();
  const ascii = asciiName(wellFormed);
  const plain = `${disposition}; filename="${ascii}"`;
  return ascii === wellFormed ? plain : `${plain}; filename*=UTF-8''${encodeRfc5987(wellFormed)}`;
}

/** The nearest plain name: accents fall off, every other foreign character becomes one underscore. */
function asciiName(fileName: string): string {
  return fileName
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e]+/g, '_')
    .replace(/["\\%]/g, '_'); // quotes end the value, and some clients decode percent signs in it
}

/** RFC 5987 `attr-char` stays, everything else is percent-encoded UTF-8. */
function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
