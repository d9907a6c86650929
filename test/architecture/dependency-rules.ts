import { resolve } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';

/**
 * What each layer may import of the project beside itself. The bot reads through `db/queries` directly where no rule is
 * involved, and hands on the transaction that it was given; it never sees the schema.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  db: ['domain/'],
  app: ['domain/', 'db/'],
  documents: ['domain/'],
  bot: ['domain/', 'app/', 'documents/', 'db/queries/', 'db/client.ts'],
  jobs: ['domain/', 'app/', 'db/', 'documents/'],
  cli: ['domain/', 'app/', 'db/', 'documents/', '[^/]+\\.ts$'],
  http: ['app/', 'db/', 'bot/'],
};

/** Files of no layer put the layers together: `src/main.ts` and those beside it. The sandbox may import anything. */
export const PLACES = /^src\/((domain|db|app|documents|bot|jobs|cli|http|sandbox)\/|[^/]+\.ts$)/;

const layerRules = Object.entries(LAYERS).map(([layer, allowed]): IForbiddenRuleType => {
  const pathNot = [`${layer}/`, ...allowed].map((path) => `^src/${path}`);
  return {
    name: `${layer} imports only what its row allows`,
    severity: 'error',
    from: { path: `^src/${layer}/` },
    to: { path: '^src/', pathNot },
  };
});

const OTHER_RULES: readonly IForbiddenRuleType[] = [
  {
    name: 'domain is pure: no package but luxon and zod, nothing of Node',
    severity: 'error',
    from: { path: '^src/domain/' },
    to: { pathNot: ['^src/', 'node_modules/(@types/)?(luxon|zod)/'] },
  },
  {
    name: 'only bot and sandbox know Telegram',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(bot/|sandbox/|main\\.ts$)' },
    to: { path: 'node_modules/telegraf/' },
  },
  {
    name: 'only db knows the database',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/db/' },
    to: { path: 'node_modules/(drizzle-orm|postgres|@electric-sql/pglite)/' },
  },
  {
    name: 'nothing but main and cli imports the sandbox',
    severity: 'error',
    from: { path: '^src/', pathNot: '^src/(sandbox/|cli\\.ts$|main\\.ts$)' },
    to: { path: '^src/sandbox/' },
  },
  {
    name: 'settings and log know nothing of the rest',
    severity: 'error',
    from: { path: '^src/(config|logger)\\.ts$' },
    to: { path: '^src/' },
  },
  {
    name: 'no module needs itself while it loads',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    // What cannot be found has no path, and would slip through every rule above.
    name: 'every import is found',
    severity: 'error',
    from: { path: '^src/' },
    to: { couldNotResolve: true },
  },
];

export const DEPENDENCY_RULES: readonly IForbiddenRuleType[] = [...layerRules, ...OTHER_RULES];

/** Which file of a package is meant is the package's own affair. */
const PACKAGE_FILE = /^.*node_modules\/((?:@[^/]+\/)?[^/]+).*$/;

export interface Inspection {
  /** Files of `src` that were looked at. */
  files: string[];
  imports: number;
  /** `file → what it imports`, by the name of the rule that forbids it. */
  violations: Record<string, string[]>;
}

/** Follows every import of `src` in a folder, types included, and holds it against the rules. */
export async function inspectDependencies(baseDir: string): Promise<Inspection> {
  const { output } = await cruise(['src'], {
    baseDir: resolve(baseDir),
    validate: true,
    ruleSet: { forbidden: [...DEPENDENCY_RULES] },
    tsPreCompilationDeps: true,
    doNotFollow: 'node_modules',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  });
  const { modules, summary } = output as ICruiseResult;
  const own = modules.filter(({ source }) => source.startsWith('src/'));
  const violations: Record<string, string[]> = {};
  for (const { rule, from, to } of summary.violations) {
    violations[rule.name] = [
      ...(violations[rule.name] ?? []),
      `${from} → ${to.replace(PACKAGE_FILE, '$1')}`,
    ].sort();
  }
  return {
    files: own.map(({ source }) => source),
    imports: own.reduce((count, { dependencies }) => count + dependencies.length, 0),
    violations,
  };
}
