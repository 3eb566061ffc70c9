// What the reader of the code may rely on, checked. Who may use whom comes from tools/areas.mjs; nothing about areas is written here.
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import { defineConfig } from 'eslint/config';
import typescript from 'typescript-eslint';
import { depConstraints, meantCircles } from './tools/areas.mjs';
import { zones } from './tools/zones.mjs';
import { plainNames } from './tools/plain-names.mjs';

const specs = ['**/*.spec.ts', '**/*.e2e.ts', '**/testing/**/*.ts'];
const webFiles = ['apps/web/**/*.ts', 'libs/ui/**/*.ts'];

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.angular/**',
      '.cache/**',
      'data/**',
      'coverage/**',
      'test-results/**',
      'playwright-report/**',
      '**/*.generated.*',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.recommended],
    languageOptions: { parserOptions: { project: ['tsconfig.json', 'apps/web/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      // Types are looked up only for these two: a promise that nobody awaits is an error that nobody sees.
      '@typescript-eslint/no-floating-promises': ['error', { ignoreVoid: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.mjs'],
    plugins: { plain: plainNames },
    rules: {
      'plain/file-name': 'error',
      'plain/file-length': ['error', 400],
      'max-lines': ['warn', 300],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          enforceBuildableLibDependency: false,
          depConstraints,
          ignoredCircularDependencies: meantCircles,
          checkNestedExternalImports: false,
        },
      ],
    },
  },
  ...zones({ specs }),
  {
    files: webFiles,
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'amity', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'amity', style: 'camelCase' }],
      '@angular-eslint/component-class-suffix': 'off', // pages are called …Page, parts by what they are
      '@angular-eslint/prefer-on-push-component-change-detection': 'off', // zoneless: signals say what changed
    },
  },
  {
    files: ['apps/web/**/*.html', 'libs/ui/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: { '@angular-eslint/template/prefer-control-flow': 'error' },
  },
  {
    // The options of a list box never have the focus: it stays in the field, which has the keys and names the active option.
    files: ['libs/ui/src/combobox/combobox.html', 'apps/web/src/app/shell/palette.html'],
    rules: {
      '@angular-eslint/template/click-events-have-key-events': 'off',
      '@angular-eslint/template/interactive-supports-focus': 'off',
    },
  },
);
