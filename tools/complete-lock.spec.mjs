// The lock is complete, and a lock that lacks something is told from one that does not.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { platformOf, root, shortcomings } from './complete-lock.mjs';

const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
const without = (...keys) => ({
  ...lock,
  packages: Object.fromEntries(Object.entries(lock.packages).filter(([key]) => !keys.includes(key))),
});
const keysOf = (given) => shortcomings(given).found.map(({ key }) => key);

test('the committed lock lacks nothing', () => {
  expect(keysOf(lock)).toEqual([]);
});

test('a platform package that npm dropped is put back with its version and platform', () => {
  const key = 'node_modules/@esbuild/darwin-arm64';
  const { packages, found } = shortcomings(without(key));
  expect(found.map((each) => each.key)).toEqual([key]);
  expect(packages[key]).toEqual({
    version: lock.packages[key].version,
    cpu: ['arm64'],
    ...(lock.packages['node_modules/esbuild'].dev && { dev: true }),
    optional: true,
    os: ['darwin'],
  });
});

test('a workspace that the lock does not know is linked', () => {
  expect(keysOf(without('libs/visits', 'node_modules/@amity/visits'))).toEqual(['libs/visits', 'node_modules/@amity/visits']);
});

test('the address of a registry is taken out', () => {
  const key = 'node_modules/zod';
  const given = { ...lock, packages: { ...lock.packages, [key]: { ...lock.packages[key], resolved: 'https://registry.example/zod.tgz' } } };
  expect(keysOf(given)).toEqual([key]);
  expect(shortcomings(given).packages[key]).toEqual(lock.packages[key]);
});

test.each([
  ['@swc/core-linux-arm-gnueabihf', { cpu: ['arm'], libc: ['glibc'], os: ['linux'] }],
  ['@oxc-parser/binding-linux-riscv64-musl', { cpu: ['riscv64'], libc: ['musl'], os: ['linux'] }],
  ['@unrs/resolver-binding-win32-ia32-msvc', { cpu: ['ia32'], os: ['win32'] }],
  ['@unrs/resolver-binding-android-arm-eabi', { cpu: ['arm'], os: ['android'] }],
  ['@oxc-parser/binding-wasm32-wasi', { cpu: ['wasm32'] }],
  ['zod', {}],
])('%s tells its platform by its name', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});

test('what the names tell is what the registry says, for every platform package of which it told', () => {
  const told = Object.entries(lock.packages).filter(
    ([, entry]) => entry.integrity && entry.optional && entry.os && entry.cpu?.length === 1,
  );
  const wrong = told.filter(([key, { os, cpu }]) => {
    const { os: ourOs, cpu: ourCpu } = platformOf(key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length));
    return (ourOs && String(ourOs) !== String(os)) || (ourCpu && String(ourCpu) !== String(cpu));
  });
  expect(told.length).toBeGreaterThan(50);
  expect(wrong.map(([key]) => key)).toEqual([]);
});
