// One planted violation of each kind, and a few clean files. Lints them as if they stood at the given path, without writing them.
// Prints, as JSON, the rules that each one must break and did break; tools/lint-bites.spec.mjs compares the two.
import path from 'node:path';
import { ESLint } from 'eslint';

const plants = {
  'a lower area uses a higher one': [
    'libs/people/src/planted.ts',
    "export { day } from '@amity/visits';",
    ['@nx/enforce-module-boundaries'],
  ],
  'support uses an area': ['libs/audit/src/planted.ts', "export { person } from '@amity/people';", ['@nx/enforce-module-boundaries']],
  'an area reaches around the front door of another': [
    'libs/visits/src/planted.ts',
    "export { person } from '../../people/src/index.js';",
    ['@nx/enforce-module-boundaries'],
  ],
  'a component library knows an area': [
    'libs/ui/src/planted.ts',
    "export { person } from '@amity/people';",
    ['@nx/enforce-module-boundaries', 'no-restricted-imports'],
  ],
  'a pure library reads files': ['libs/people/src/planted.ts', "export { readFile } from 'node:fs';", ['no-restricted-imports']],
  'a pure library reads files by the old name': ['libs/people/src/planted.ts', "export { readFile } from 'fs';", ['no-restricted-imports']],
  'a pure library knows Nest': ['libs/people/src/planted.ts', "export { Injectable } from '@nestjs/common';", ['no-restricted-imports']],
  'a pure library knows Angular': ['libs/people/src/planted.ts', "export { signal } from '@angular/core';", ['no-restricted-imports']],
  'a pure library knows TypeORM': ['libs/people/src/planted.ts', "export { Entity } from 'typeorm';", ['no-restricted-imports']],
  'a pure library knows the driver': ['libs/people/src/planted.ts', "export { Pool } from 'pg';", ['no-restricted-imports']],
  'a pure library streams': ['libs/people/src/planted.ts', "export { map } from 'rxjs';", ['no-restricted-imports']],
  'a rule uses the builders': ['libs/people/src/planted.ts', "export { builders } from '@amity/testing';", ['no-restricted-imports']],
  'a spec uses the builders': ['libs/people/src/planted.spec.ts', "export { builders } from '@amity/testing';", []],
  'a service uses a higher area': [
    'apps/api/src/people/planted.ts',
    "export { Visits } from '../visits/index.js';",
    ['no-restricted-imports'],
  ],
  'a spec of a service uses a higher area': [
    'apps/api/src/people/planted.int.spec.ts',
    "export { Visits } from '../visits/index.js';",
    ['no-restricted-imports'],
  ],
  'a service loads a higher area late': [
    'apps/api/src/people/planted.ts',
    "export const visits = () => import('../visits/index.js');",
    ['no-restricted-syntax'],
  ],
  'a service enters an area by the side door': [
    'apps/api/src/visits/planted.ts',
    "export { People } from '../people/people.service.js';",
    ['no-restricted-imports'],
  ],
  'a service enters an area by its front door': ['apps/api/src/visits/planted.ts', "export { People } from '../people/index.js';", []],
  'a service uses the rules of a higher area': [
    'apps/api/src/people/planted.ts',
    "export { day } from '@amity/visits';",
    ['no-restricted-imports'],
  ],
  'a service uses the database': ['apps/api/src/people/planted.ts', "export { Tenants } from '../database/tenants.js';", []],
  'the database uses an area': [
    'apps/api/src/database/planted.ts',
    "export { Visits } from '../visits/index.js';",
    ['no-restricted-imports'],
  ],
  'a service uses the builders': [
    'apps/api/src/people/planted.ts',
    "export { builders } from '@amity/testing';",
    ['no-restricted-imports'],
  ],
  'a page uses a higher area': [
    'apps/web/src/app/people/planted.ts',
    "export { VisitsStore } from '../visits/visits.store';",
    ['no-restricted-imports'],
  ],
  'a page in a deeper folder uses a higher area': [
    'apps/web/src/app/people/pages/planted.ts',
    "export { VisitsStore } from '../../visits/visits.store';",
    ['no-restricted-imports'],
  ],
  'the shell uses an area': ['apps/web/src/app/shell/planted.ts', "export { VisitsStore } from '../visits/visits.store';", []],
  'anything goes': ['libs/people/src/planted.ts', 'export const anything: any = 1;', ['@typescript-eslint/no-explicit-any']],
  'a promise nobody awaits': ['apps/api/src/people/planted.ts', 'Promise.resolve(1);', ['@typescript-eslint/no-floating-promises']],
  'a promise taken for an answer': [
    'apps/api/src/people/planted.ts',
    'if (Promise.resolve(false)) throw new Error();',
    ['@typescript-eslint/no-misused-promises'],
  ],
  'an error swallowed': ['apps/api/src/people/planted.ts', 'try { JSON.parse("x"); } catch { }', ['no-empty']],
  'a rule switched off in passing': [
    'libs/people/src/planted.ts',
    '// eslint-disable-next-line\nexport const anything: any = 1;',
    ['@typescript-eslint/no-explicit-any'],
  ],
  'a name that says nothing': ['libs/people/src/date-helpers.ts', 'export const day = 1;', ['plain/file-name']],
  'a file too long to read': ['libs/people/src/planted.ts', 'export const day = 1;\n'.padEnd(430, '\n'), ['plain/file-length']],
  'an image without words': ['apps/web/src/app/people/planted.html', '<img src="a.png" />', ['@angular-eslint/template/alt-text']],
  'an image without words, inline': [
    'apps/web/src/app/people/planted.ts',
    "import { Component } from '@angular/core';\n@Component({ selector: 'amity-planted', template: `<img src=\"a.png\" />` })\nexport class Planted {}",
    ['@angular-eslint/template/alt-text'],
  ],
  'a clean rule': ['libs/visits/src/planted.ts', "export { person } from '@amity/people';", []],
};

/** The compiler is told of files that are not on the disk. */
const projectService = {
  allowDefaultProject: [...new Set(Object.values(plants).map(([file]) => file))],
  defaultProject: 'tsconfig.json',
  maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: Object.keys(plants).length,
};
const linter = new ESLint({
  overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions: { project: null, projectService } } },
});

async function broken([file, text]) {
  const results = await linter.lintText(text, { filePath: path.resolve(import.meta.dirname, '..', file) });
  const errors = results.flatMap(({ messages }) => messages).filter(({ severity }) => severity === 2);
  return [...new Set(errors.map(({ ruleId, message }) => ruleId ?? message))].sort();
}

const found = {};
for (const [what, plant] of Object.entries(plants)) found[what] = { expected: plant[2], broken: await broken(plant) };
console.log(JSON.stringify(found));
