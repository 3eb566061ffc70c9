// One area word names a library, a folder of the api, a folder of the web app, a schema of the database and the routes.
// Whoever knows the word finds the code.
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { areaWords, folders, foldersOf } from './areas.mjs';

const root = path.resolve(import.meta.dirname, '..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');
/** Schemas that belong to no area: what the database itself offers, accounts, reference tables, and the job queue. */
const otherSchemas = ['amity', 'identity', 'reference', 'pgboss'];
/** Route prefixes that belong to no area. */
const otherRoutes = { http: ['health', 'openapi', 'openapi.json'] };

test.each(areaWords)('libs/%s is there and has a front door', (area) => {
  expect(existsSync(path.join(root, 'libs', area, 'src/index.ts'))).toBe(true);
});

test.each(Object.keys(folders))('every folder of %s is an area word or one of the few others', (app) => {
  const at = path.join(root, folders[app].root);
  const strange = readdirSync(at, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !(entry.name in foldersOf(app)));
  expect(strange.map(({ name }) => name)).toEqual([]);
});

const migrations = globSync('apps/api/src/database/migrations/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.spec.ts'))
  .sort();

test('there are migrations to look at', () => {
  expect(migrations.length).toBeGreaterThan(0);
});

test.each(migrations)('%s creates schemas and tables under area words', (file) => {
  const sql = read(file);
  const schemas = [
    ...[...sql.matchAll(/create\s+schema\s+(?:if\s+not\s+exists\s+)?"?([a-z_]+)"?/gi)].map(([, schema]) => schema),
    ...[...sql.matchAll(/create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?"?([a-z_]+)"?\./gi)].map(([, schema]) => schema),
  ];
  expect(schemas.filter((schema) => ![...areaWords, ...otherSchemas].includes(schema))).toEqual([]);
});

const controllers = globSync('apps/api/src/**/*.controller.ts', { cwd: root }).sort();

test.each(controllers)('the routes of %s begin with the word of its folder', (file) => {
  const [folder] = path.relative(folders.api.root, file).split(path.sep);
  const prefixes = [...read(file).matchAll(/@Controller\(\s*(?:\{[^}]*path:\s*)?(?:'([^']*)'|"([^"]*)")?/g)].map(
    ([, single, double]) => single ?? double ?? '',
  );
  const allowed = [folder, ...(otherRoutes[folder] ?? [])];
  expect(prefixes.length).toBeGreaterThan(0);
  expect(prefixes.filter((prefix) => !allowed.includes(prefix.split('/')[0]))).toEqual([]);
});
