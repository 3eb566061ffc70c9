// The archive as a page to read in any browser, without a script and without anything from elsewhere. What people typed is text.
export function archivePage(name: string, content: object): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Data about ${escaped(name)}</title><style>
body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1d2126;background:#fbfaf7}
h2{margin-top:2rem;border-bottom:1px solid #ddd8cd}dt{color:#5c6168}dd{margin:0 0 .6rem;overflow-wrap:anywhere}section section{margin:0 0 1rem;padding:.6rem 1rem;border:1px solid #ddd8cd;border-radius:10px;background:#fff}
</style></head><body><h1>Data about ${escaped(name)}</h1>
<p>This is everything that is held about you. Where somebody else was named, it says so instead of the name. The same stands in data.json, for programs.</p>
${entries(content)
  .map(([key, value]) => section(key, value, 2))
  .join('\n')}
</body></html>
`;
}

function section(key: string, value: unknown, level: number): string {
  if (Array.isArray(value) && value.some((each) => typeof each === 'object'))
    return `<section><h${level}>${escaped(words(key))}</h${level}>${value.length === 0 ? '<p>Nothing.</p>' : value.map((each) => `<section>${list(each)}</section>`).join('')}</section>`;
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return `<section><h${level}>${escaped(words(key))}</h${level}>${entries(value)
      .map(([name, each]) => section(name, each, Math.min(level + 1, 6)))
      .join('')}</section>`;
  return list({ [key]: value });
}

function list(value: unknown): string {
  return `<dl>${entries(value)
    .map(([key, each]) => `<dt>${escaped(words(key))}</dt><dd>${escaped(written(each))}</dd>`)
    .join('')}</dl>`;
}

function entries(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function written(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map(written).join(', ');
  return typeof value === 'object'
    ? entries(value)
        .map(([key, each]) => `${words(key)}: ${written(each)}`)
        .join('; ')
    : `${value as string | number | boolean}`;
}

/** `birthDate` → "Birth date". */
function words(key: string): string {
  const spaced = key
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
