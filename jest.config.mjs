// One Jest for everything below the browser: `unit` is pure, `integration` has a real PostgreSQL, `web` has a DOM.
const typescript = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    keepClassNames: true,
  },
  module: { type: 'es6' },
};

const onNode = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', typescript] },
  moduleNameMapper: {
    '^@amity/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/data/'],
};

const inTheBrowser = {
  displayName: 'web',
  rootDir: import.meta.dirname,
  testEnvironment: 'jest-environment-jsdom',
  testMatch: ['<rootDir>/{apps/web/src,libs/ui/src}/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  setupFilesAfterEnv: ['<rootDir>/apps/web/src/testing/set-up.ts'],
  transform: {
    '^.+\\.(ts|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/apps/web/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$', useESM: true },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!@material-symbols)'],
  moduleFileExtensions: ['ts', 'html', 'js', 'json', 'mjs', 'svg'],
  moduleNameMapper: {
    '^@amity/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/data/'],
};

/** These bring a PostgreSQL of their own, whichever the run has: on another server they would only do the same thing twice. */
const onTheirOwnServer = [
  '/database/embedded/',
  '/database/crash\\.int',
  '/api/src/start\\.int',
  '/testing/crash-work\\.int',
  '/partnerships/import-partnerships\\.int',
];

export default {
  maxWorkers: 2,
  testSequencer: '<rootDir>/apps/api/testing/slowest-first.mjs',
  // Modules of every file stay in a worker's memory; a small machine has not that much
  workerIdleMemoryLimit: '1200MB',
  // A slow machine is no failure: what must be quick is measured in bench/
  testTimeout: 60_000,
  projects: [
    inTheBrowser,
    {
      ...onNode,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps/api,tools}/**/*.spec.{ts,mjs}'],
      testPathIgnorePatterns: ['/node_modules/', '\\.int\\.spec\\.ts$', '<rootDir>/libs/ui/'],
    },
    {
      ...onNode,
      displayName: 'integration',
      testMatch: ['<rootDir>/{libs,apps/api}/**/*.int.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...(process.env.AMITY_TEST_DATABASE_URL ? onTheirOwnServer : [])],
      globalSetup: '<rootDir>/apps/api/testing/global-setup.mjs',
      globalTeardown: '<rootDir>/apps/api/testing/global-teardown.mjs',
    },
  ],
};
