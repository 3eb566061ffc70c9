// The table of areas has no circle, names every folder, and everything generated from it is what is committed.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { differing } from './areas-generate.mjs';
import { areas, circleIn, folders, foldersOf, libs } from './areas.mjs';

const root = path.resolve(import.meta.dirname, '..');
const foldersIn = (at) =>
  existsSync(path.join(root, at))
    ? readdirSync(path.join(root, at), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : [];

test('no area uses itself, however many steps away', () => {
  expect(circleIn(libs)).toBeUndefined();
  expect(circleIn({ ...areas, people: ['visits'] })).toEqual(['people', 'visits', 'people']);
});

test('every library is in the table, and the table names no other', () => {
  expect(foldersIn('libs').sort()).toEqual(Object.keys(libs).sort());
});

test.each(Object.keys(folders))('every folder of %s is in the table', (app) => {
  expect(foldersIn(folders[app].root).filter((folder) => !(folder in foldersOf(app)))).toEqual([]);
});

test('tags, references and the picture are generated from the table', async () => {
  expect((await differing()).map(([file]) => file)).toEqual([]);
});
