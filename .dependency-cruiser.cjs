// The layers of docs/architecture.md, kept by machine: app → components → lib/<domain> → lib/policy, lib/events → lib/db.
const DOMAINS = [
  ...['accounts', 'courses', 'readings', 'discussion', 'explanations'],
  ...['polls', 'debates', 'critiques', 'grading', 'notifications', 'search', 'exchange'],
]
const domain = (names) => `^lib/(${names.join('|')})/`
const anyDomain = domain(DOMAINS)

// Tests may reach anywhere; type-only imports leave no trace in what runs.
const TESTS = '\\.test\\.tsx?$|^lib/testing/|/testing\\.ts$'
const RUNTIME = { dependencyTypesNot: ['type-only'] }

const leftwardsOnly = DOMAINS.slice(0, -1).map((name, i) => ({
  name: `domain-line-${name}`,
  comment: 'Domains import leftwards only; a page composes several.',
  severity: 'error',
  from: { path: `^lib/${name}/`, pathNot: TESTS },
  to: { path: domain(DOMAINS.slice(i + 1)) },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { circular: true, viaOnly: RUNTIME },
    },
    {
      name: 'unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'lib-below-screens',
      severity: 'error',
      from: { path: '^lib/', pathNot: TESTS },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'components-below-app',
      severity: 'error',
      from: { path: '^components/', pathNot: TESTS },
      to: { path: '^app/' },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      from: { path: '^components/ui/', pathNot: TESTS },
      to: { path: `^components/(?!ui/)|${anyDomain}` },
    },
    {
      name: 'components-ask-through-actions',
      comment:
        'A component is given its data and calls actions or routes; only types come from the server side.',
      severity: 'error',
      from: { path: '^components/', pathNot: TESTS },
      to: { path: '^lib/([^/]+/(commands|queries)|db/|generated/)', ...RUNTIME },
    },
    {
      name: 'foundations-below-all',
      severity: 'error',
      from: { path: '^lib/(db|env|errors|html|log|time|markdown)/', pathNot: TESTS },
      to: { path: `${anyDomain}|^lib/(policy|events|server|live)/` },
    },
    {
      name: 'policy-and-events-below-domains',
      severity: 'error',
      from: { path: '^lib/(policy|events)/', pathNot: TESTS },
      to: { path: `${anyDomain}|^lib/server/` },
    },
    {
      name: 'server-knows-people-and-courses-alone',
      severity: 'error',
      from: { path: '^lib/server/', pathNot: TESTS },
      to: { path: domain(DOMAINS.slice(2)) },
    },
    ...leftwardsOnly,
    {
      name: 'schema-imports-zod-alone',
      comment:
        'One schema serves form, action, route and importer. roles.ts, vocabulary.ts: words for browsers, without zod.',
      severity: 'error',
      from: { path: '^lib/.+/schema\\.ts$' },
      to: { pathNot: '^node_modules/zod/|^lib/.+/(schema|roles|vocabulary)\\.ts$', ...RUNTIME },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      from: { path: '^lib/[^/]+/rules(\\.ts$|/)', pathNot: TESTS },
      to: {
        path: '^lib/(db|server|events|generated|log|env)/|^lib/[^/]+/(commands|queries|actions)|^node_modules/(next|pg|server-only|@prisma)/',
        ...RUNTIME,
      },
    },
    {
      name: 'not-to-tests',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: TESTS },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^lib/generated/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
