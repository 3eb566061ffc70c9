// The zones of ESLint, from the table of areas: which folders of the api and the web app may import which, by path and by package;
// that area libraries stay pure; and that only tests, the demo seed and benchmarks use the builders.
import { builtinModules } from 'node:module';
import { areaWords, folders, foldersOf, impure, libs } from './areas.mjs';

const testingOnly = { regex: '^@amity/testing$', message: 'Builders are for specs, the demo seed and benchmarks.' };
const oneOf = (words) => `(?:${words.join('|')})`;

/** The same prohibition for `import … from` and for `import(…)`, which no-restricted-imports does not look at. */
function forbid(files, ignores, patterns) {
  const dynamic = patterns.map(({ regex, message }) => ({
    selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
    message,
  }));
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { patterns }], 'no-restricted-syntax': ['error', ...dynamic] } };
}

/**
 * What a folder may not import. Specs may also use the app's own test folder, and enter an area where they like; so may the ground that
 * areas stand on, since an area's front door leads back to it.
 */
function patternsOf(app, folder, uses, inSpecs) {
  const all = Object.keys(foldersOf(app));
  const forbidden = all.filter((each) => each !== folder && !uses.includes(each) && !(inSpecs && folders[app].tests.includes(each)));
  const entered = areaWords.filter((area) => area !== folder && uses.includes(area));
  const libraries = Object.keys(libs).filter((lib) => areaWords.includes(lib) && lib !== folder && !uses.includes(lib));
  return [
    forbidden.length > 0 && {
      regex: `^(?:\\.\\./)+${oneOf(forbidden)}(?:/|$)`,
      message: `${folder} may not use this: see tools/areas.mjs.`,
    },
    app === 'api' &&
      !inSpecs &&
      !folders.api.ground.includes(folder) &&
      entered.length > 0 && {
        regex: `^(?:\\.\\./)+${oneOf(entered)}/(?!index\\.js$)`,
        message: 'Another area is entered through its index.ts only.',
      },
    libraries.length > 0 && { regex: `^@amity/${oneOf(libraries)}$`, message: `${folder} may not use this library: see tools/areas.mjs.` },
  ].filter(Boolean);
}

function appZones(app, specs) {
  const { root, top } = folders[app];
  return Object.entries(foldersOf(app)).flatMap(([folder, uses]) => {
    const files = [`${root}/${folder}/**/*.ts`];
    const [patterns, specPatterns] = [false, true].map((inSpecs) => patternsOf(app, folder, uses, inSpecs));
    const seed = top.includes(folder) && app === 'api' ? [] : [testingOnly];
    const zone = forbid(files, specs, [...patterns, ...seed]);
    const inSpecs =
      specPatterns.length > 0
        ? [{ ...forbid(files, undefined, specPatterns), files: files.flatMap((each) => specs.map((spec) => [each, spec])) }]
        : [];
    return [zone, ...inSpecs].map(({ ignores, ...rest }) => (ignores ? { ...rest, ignores } : rest));
  });
}

function libZones(specs) {
  const packages = impure.filter((each) => each !== 'node:*').map((each) => (each.endsWith('/*') ? `${each.slice(0, -2)}/.*` : each));
  const purity = {
    regex: `^(?:node:.*|${builtinModules.filter((each) => !each.startsWith('_')).join('|')}|${packages.join('|')})$`,
    message: 'Area libraries are pure: no I/O, no clock, no framework.',
  };
  const areaFiles = areaWords.map((area) => `libs/${area}/**/*.ts`);
  return [
    forbid(areaFiles, specs, [purity, testingOnly]),
    forbid(['libs/ui/**/*.ts'], specs, [
      { regex: `^@amity/${oneOf(areaWords.filter((area) => area !== 'kernel'))}$`, message: 'Components of libs/ui know no area.' },
      testingOnly,
    ]),
  ];
}

/** Everything above as flat configuration. `specs` are the files that may use the builders. */
export function zones({ specs }) {
  return [...libZones(specs), ...appZones('api', specs), ...appZones('web', specs)];
}
