// Who may use whom: the one table of the house, acyclic and the same for libs/, the api and the web app.
// The Nx tags, the ESLint zones, the compiler's references and the picture in docs/architecture.md are generated from it:
//   node tools/areas.mjs --write     after changing the table (tools/areas.spec.mjs fails until then)
// Support never imports an area: areas hand message templates, audit entries, import sheets and search documents down to it.

/** Support, from the ground up: what every area may use. */
export const support = {
  kernel: [],
  access: ['kernel'],
  audit: ['kernel', 'access', 'documents'],
  documents: ['kernel'],
  messages: ['kernel', 'access'],
  interchange: ['kernel', 'access'],
};

const everySupport = Object.keys(support);

/** The areas proper, each with the other areas it may use besides support. */
export const program = {
  people: [],
  privacy: ['people'],
  partnerships: ['people', 'privacy'],
  delegations: ['people', 'privacy', 'partnerships'],
  hosting: ['people', 'privacy'],
  placements: ['people', 'privacy', 'delegations', 'hosting'],
  visits: ['people', 'privacy', 'partnerships', 'delegations', 'hosting', 'placements'],
  outcomes: ['people', 'privacy', 'partnerships', 'delegations', 'placements', 'visits'],
  overview: ['people', 'privacy', 'partnerships', 'delegations', 'hosting', 'placements', 'visits', 'outcomes'],
};

/** Every area word, with everything that area may use. */
export const areas = {
  ...support,
  ...Object.fromEntries(Object.entries(program).map(([area, uses]) => [area, [...everySupport, ...uses]])),
};

export const areaWords = Object.keys(areas);

/** Libraries that are no area: components without area words, and builders that only tests, the demo seed and benchmarks may use. */
export const sideLibs = { ui: ['kernel'], testing: areaWords };

export const libs = { ...areas, ...sideLibs };

/**
 * The folders of an app that are no area. `ground` may be used by every folder and uses support only; `top` may use everything and
 * nothing uses it; `tests` may use everything and only specs use it.
 */
export const folders = {
  api: { root: 'apps/api/src', ground: ['database', 'http'], top: ['demo'], tests: ['testing'] },
  web: { root: 'apps/web/src/app', ground: ['http', 'language', 'forms'], top: ['shell', 'style'], tests: [] },
};

/** Packages that area libraries never import: a rule that needs one of these is not a pure rule. */
export const impure = [
  '@nestjs/*',
  '@angular/*',
  'typeorm',
  'pg',
  'pg-boss',
  'rxjs',
  'rxjs/*',
  'fastify',
  '@fastify/*',
  'nodemailer',
  'node:*',
];

/** The folders of one app as a table like `libs`: who may use whom. */
export function foldersOf(app) {
  const { ground, top, tests } = folders[app];
  const highest = [...top, ...tests];
  const grounds = Object.fromEntries(ground.map((each) => [each, [...ground.filter((other) => other !== each), ...everySupport]]));
  const inside = Object.fromEntries(areaWords.map((area) => [area, [...ground, ...areas[area]]]));
  const above = Object.fromEntries(highest.map((each) => [each, [...ground, ...areaWords, ...highest.filter((other) => other !== each)]]));
  return { ...grounds, ...inside, ...above };
}

/** The first circle in a table, as the words on it; undefined when there is none. */
export function circleIn(table) {
  const done = new Set();
  const visit = (word, trail) => {
    if (trail.includes(word)) return [...trail.slice(trail.indexOf(word)), word];
    if (done.has(word)) return undefined;
    for (const used of table[word] ?? []) {
      const circle = visit(used, [...trail, word]);
      if (circle) return circle;
    }
    done.add(word);
    return undefined;
  };
  for (const word of Object.keys(table)) {
    const circle = visit(word, []);
    if (circle) return circle;
  }
  return undefined;
}

/** What @nx/enforce-module-boundaries checks between projects. Only specs use `testing`; a zone of ESLint sees to that. */
export const depConstraints = [
  ...Object.entries(libs).map(([lib, uses]) => ({
    sourceTag: `area:${lib}`,
    onlyDependOnLibsWithTags: [lib, ...uses, ...(lib === 'testing' || lib === 'ui' ? [] : ['testing'])].map((each) => `area:${each}`),
  })),
  { sourceTag: 'app:api', onlyDependOnLibsWithTags: [...areaWords, 'testing'].map((each) => `area:${each}`) },
  { sourceTag: 'app:web', onlyDependOnLibsWithTags: [...areaWords, 'ui', 'testing'].map((each) => `area:${each}`) },
  { sourceTag: 'app:e2e', onlyDependOnLibsWithTags: [...areaWords, 'testing'].map((each) => `area:${each}`) },
];

/** Builders know every area and the specs of every area use builders: the one circle that is meant. */
export const meantCircles = areaWords.map((area) => [`@amity/${area}`, '@amity/testing']);

if (process.argv[1] === import.meta.filename) {
  // Not awaited: the generator imports this module, which must have finished by then.
  void import('./areas-generate.mjs').then(({ generate }) => generate({ write: process.argv.includes('--write') }));
}
