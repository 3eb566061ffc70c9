// A page without a mouse: Tab comes to every control once, each shows that it has the focus, and nothing holds the focus for good.
import { expect, type Page } from '@playwright/test';

/** More stops than any page has; a page on which Tab never comes round is told by this. */
const mostStops = 300;

interface Stop {
  readonly name: string;
  readonly isShown: boolean;
}

/** Walks the page by Tab from its beginning to its end. Answers how many controls there were. */
export async function walkByTab(page: Page): Promise<number> {
  await page.evaluate(begin);
  const unseen: string[] = [];
  for (let stops = 0; ; stops++) {
    expect(stops, 'Tab comes to an end').toBeLessThan(mostStops);
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | null>(look);
    if (stop === null) break; // past the last one, into the browser's own bars, or round to the first
    if (!stop.isShown) unseen.push(stop.name);
  }
  expect(unseen, 'controls that do not show the focus').toEqual([]);
  expect(await page.evaluate<string[]>(missed), 'controls that Tab does not come to').toEqual([]);
  return page.evaluate<number>('window.amityStops.size');
}

/** What can take the focus by Tab: of radio buttons the chosen one of each group, or the first. */
const focusable = `(() => {
  const inSight = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0 && !element.closest('[inert]');
  const controls = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
    .filter((element) => !element.disabled && element.tabIndex >= 0 && inSight(element));
  const groups = new Map();
  for (const radio of controls.filter(({ type }) => type === 'radio')) groups.set(radio.name, [...(groups.get(radio.name) ?? []), radio]);
  const left = new Set([...groups.values()].flatMap((radios) => {
    const stop = radios.find(({ checked }) => checked) ?? radios[0];
    return radios.filter((radio) => radio !== stop);
  }));
  return controls.filter((control) => !left.has(control));
})()`;

const nameOf = `((element) => element.tagName.toLowerCase() + ' ' + (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40))`;

/** The next Tab goes to the first control of the document, wherever the focus was. */
const begin = `(() => {
  window.amityStops = new Set();
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
})()`;

/** The focus is shown on the control itself, or on the label around it where the native control is hidden behind a card. */
const look = `(() => {
  const stop = document.activeElement;
  const isSame = stop === [...window.amityStops].at(-1); // a date has several parts, which the browser marks itself, and is one control
  if (!stop || stop === document.body || (window.amityStops.has(stop) && !isSame)) return null;
  window.amityStops.add(stop);
  const shows = (element) => {
    const style = getComputedStyle(element);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  };
  return { name: ${nameOf}(stop), isShown: isSame || shows(stop) || (stop.closest('label') !== null && shows(stop.closest('label'))) };
})()`;

const missed = `${focusable}.filter((control) => !window.amityStops.has(control)).map(${nameOf})`;
