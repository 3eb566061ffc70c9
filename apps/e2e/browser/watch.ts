// A story fails when its pages complain: an error in the console or the script, a breach of the content security policy,
// an answer of 400 or above, a resource that did not load, a request that leaves this machine. What a story provokes on
// purpose it declares with `expect`; a declared complaint that never comes is a failure as well.
import type { BrowserContext, Request } from '@playwright/test';

export type Complaint = `${'console' | 'script' | 'policy' | 'answer' | 'lost' | 'foreign'}: ${string}`;

export class Watch {
  private readonly heard: Complaint[] = [];
  private readonly declared: RegExp[] = [];

  /** Listens to every page of the context, present and future. */
  attach(context: BrowserContext): void {
    context.on('console', (message) => {
      const text = message.text();
      if (message.type() !== 'error' && !/Content Security Policy/.test(text)) return;
      if (text.startsWith('Failed to load resource')) return; // heard below, with method and path
      this.hear(/Content Security Policy/.test(text) ? 'policy' : 'console', text);
    });
    context.on('weberror', (error) => this.hear('script', error.error().message));
    context.on('request', (request) => {
      if (!staysHere(request.url())) this.hear('foreign', `${request.method()} ${request.url()}`);
    });
    context.on('page', (page) => {
      page.on('websocket', (socket) => {
        if (!staysHere(socket.url())) this.hear('foreign', `SOCKET ${socket.url()}`);
      });
    });
    context.on('response', (response) => {
      if (response.status() >= 400) this.hear('answer', `${response.status()} ${line(response.request())}`);
    });
    context.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? 'unknown reason';
      if (reason === 'net::ERR_ABORTED' || reason === 'csp') return; // left the page, became a download, or heard as a breach
      if (!staysHere(request.url())) return; // heard as foreign
      this.hear('lost', `${line(request)} (${reason})`);
    });
  }

  /** Declares a complaint that this story provokes, for example `watch.expect(/^answer: 409 POST \/api\/visits/)`. */
  expect(...patterns: readonly RegExp[]): void {
    this.declared.push(...patterns);
  }

  /** Everything heard so far, in order. */
  all(): readonly Complaint[] {
    return [...this.heard];
  }

  /** What is wrong: complaints nobody declared, and declarations that never came true. */
  verdict(): string[] {
    const undeclared = this.heard.filter((complaint) => !this.declared.some((pattern) => pattern.test(complaint)));
    const silent = this.declared.filter((pattern) => !this.heard.some((complaint) => pattern.test(complaint)));
    return [...undeclared, ...silent.map((pattern) => `expected but never heard: ${String(pattern)}`)];
  }

  private hear(kind: 'console' | 'script' | 'policy' | 'answer' | 'lost' | 'foreign', text: string): void {
    this.heard.push(`${kind}: ${text}`);
  }
}

function line(request: Request): string {
  const { pathname, search } = new URL(request.url());
  return `${request.method()} ${pathname}${search}`;
}

/** Whether the address stays on this machine or inside the browser. */
export function staysHere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  if (['data:', 'blob:', 'about:', 'chrome:', 'chrome-error:'].includes(protocol)) return true;
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
