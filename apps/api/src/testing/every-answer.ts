// Every answer that the api gives to one reader: all GET routes of its own description, asked for every id there is, to the last
// page, with every search for a word. Papers and workbooks are read as text. A route that is added tomorrow is asked tomorrow.
import type { MemberActor } from '@amity/access';
import type { Id } from '@amity/kernel';
import type { OpenAPIObject } from '@nestjs/swagger';
import ExcelJS from 'exceljs';
import { readPdf } from '../documents/testing/pdf-text.js';
import { policyOf } from '../http/openapi.js';
import type { Answer, TestWorld } from './test-world.js';

export interface Heard {
  /** As the description has it: `/api/delegations/{id}/roster`. */
  readonly route: string;
  readonly url: string;
  readonly link: string | undefined;
  readonly status: number;
  /** Body and headers in one, in small letters. */
  readonly text: string;
}

export interface Asking {
  readonly ids: readonly Id[];
  readonly words: readonly string[];
  /** Tokens of personal links by their purpose. */
  readonly links: Readonly<Record<string, string>>;
}

export async function everyAnswer(world: TestWorld, as: MemberActor, asking: Asking): Promise<Heard[]> {
  const { body: document } = await world.call<OpenAPIObject>('GET', '/api/openapi.json');
  const heard: Heard[] = [];
  for (const [route, { get }] of Object.entries(document.paths)) {
    if (!get) continue;
    const policy = policyOf(get);
    const link = policy?.kind === 'link' ? asking.links[policy.purpose] : undefined;
    const queries = (get.parameters ?? []).flatMap((parameter) => ('in' in parameter && parameter.in === 'query' ? [parameter.name] : []));
    for (const path of pathsOf(route, asking.ids, link))
      for (const query of queriesOf(queries, asking)) {
        let url = path + query;
        for (let next: string | null = ''; next !== null;) {
          const answer: Answer = await world.call('GET', url, link === undefined ? { as } : { link });
          heard.push({ route, url, link, status: answer.status, text: await textOf(answer) });
          next = queries.includes('cursor') ? nextOf(answer.body) : null;
          url = `${path}${query}${query ? '&' : '?'}cursor=${encodeURIComponent(next ?? '')}`;
        }
      }
  }
  return heard;
}

/** The same questions from another reader; what did not even exist for the first one is left out. */
export async function askedBy(world: TestWorld, as: MemberActor, first: readonly Heard[]): Promise<Heard[]> {
  const heard: Heard[] = [];
  for (const { route, url, link, status } of first) {
    if (status >= 400) continue;
    const answer: Answer = await world.call('GET', url, link === undefined ? { as } : { link });
    heard.push({ route, url, link, status: answer.status, text: await textOf(answer) });
  }
  return heard;
}

function pathsOf(route: string, ids: readonly Id[], link: string | undefined): string[] {
  const [parameter] = /\{\w+\}/.exec(route) ?? [];
  if (!parameter) return [route];
  const values = parameter === '{token}' ? [link ?? ''] : parameter === '{slug}' ? ['organization-1'] : ids;
  return values.flatMap((value) => pathsOf(route.replace(parameter, value), ids, link));
}

/** Without a question, and then with each that may be asked: words are looked for, ids are filtered by, a draft is asked for. */
function queriesOf(names: readonly string[], { ids, words }: Asking): string[] {
  const most = names.includes('limit') ? '&limit=200' : '';
  const filters = names.filter((name) => /Id$/.test(name)).flatMap((name) => ids.map((id) => `?${name}=${id}${most}`));
  const searches = names.includes('q') ? words.map((word) => `?q=${encodeURIComponent(word)}${most}`) : [];
  return [
    most.replace('&', '?'),
    ...filters,
    ...searches,
    ...(names.includes('draft') ? ['?draft=1'] : []),
    ...(names.includes('past') ? ['?past=true'] : []),
  ];
}

async function textOf({ body, headers }: Answer): Promise<string> {
  const kind = String(headers['content-type'] ?? '');
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${decoded(String(value))}`);
  if (!Buffer.isBuffer(body)) return `${head.join('\n')}\n${JSON.stringify(body)}`.toLowerCase();
  const content = kind.includes('pdf')
    ? pdfText(body)
    : kind.includes('spreadsheetml')
      ? await workbookText(body)
      : body.toString('utf8').replace(/\r\n[ \t]/g, '');
  return `${head.join('\n')}\n${content}`.toLowerCase();
}

/** The pages, and what stands in the file about itself: titles are written as UTF-16 where they are not plain. */
function pdfText(bytes: Buffer): string {
  const { pages, raw } = readPdf(bytes);
  return [...pages, raw, bytes.toString('latin1').replaceAll('\0', '')].join('\n').replace(/\n(?=\S)/g, ' ');
}

async function workbookText(bytes: Buffer): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const cells: string[] = [book.title, book.creator].map(String);
  book.eachSheet((sheet) => {
    cells.push(sheet.name);
    sheet.eachRow((row) => cells.push(JSON.stringify(row.values)));
  });
  return cells.join('\n');
}

function decoded(value: string): string {
  return value.replace(/(%[0-9a-f]{2})+/gi, (encoded) => (URL.canParse(`x:${encoded}`) ? decodeURIComponent(encoded) : encoded));
}

function nextOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('next' in body)) return null;
  return typeof body.next === 'string' ? body.next : null;
}
