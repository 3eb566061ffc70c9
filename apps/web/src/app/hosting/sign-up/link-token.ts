/** The token behind `#token=` in the address, taken out of the address and of the history so that nobody copies it by accident. */
export function tokenBehind(document: Document): string | null {
  const window = document.defaultView;
  const token = /^#token=([\w-]{20,100})$/.exec(window?.location.hash ?? '')?.[1] ?? null;
  if (token !== null) window?.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return token;
}
