// Every area hands its refusals down here; the filter finds the sentence by the error's code.
import { accessErrors } from '@amity/access';
import { kernelErrors, type ErrorCatalog, type ErrorEntry } from '@amity/kernel';

const catalogs = new Map<string, ErrorCatalog>([
  ['kernel', kernelErrors],
  ['access', accessErrors],
]);

/** Called once by each area's module file. */
export function registerErrors(area: string, catalog: ErrorCatalog): void {
  catalogs.set(area, catalog);
}

export function entryOf(code: string): ErrorEntry | undefined {
  const [area = '', name = ''] = code.split('.');
  return catalogs.get(area)?.[name];
}

/** All codes there are, for the test that every thrown code has a sentence. */
export function allCodes(): string[] {
  return [...catalogs].flatMap(([area, catalog]) => Object.keys(catalog).map((name) => `${area}.${name}`));
}
