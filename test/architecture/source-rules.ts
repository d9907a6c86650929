import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';

interface SourceRule {
  name: string;
  /** Files that the rule speaks of, and those it spares. */
  files: RegExp;
  except?: RegExp;
  /** Whether a node of the syntax tree breaks the rule. Comments are no nodes. */
  isBroken: (node: ts.Node) => boolean;
}

const isPlainText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isRegularExpressionLiteral(node);

const isText = (node: ts.Node, pattern: RegExp): boolean => isPlainText(node) && pattern.test(node.text);

/** `owner.name`, called or not. */
const isMember = (node: ts.Node, owner: string, names: RegExp): boolean =>
  ts.isPropertyAccessExpression(node) &&
  ts.isIdentifier(node.expression) &&
  node.expression.text === owner &&
  names.test(node.name.text);

const isDate = (node: ts.Node): boolean => ts.isIdentifier(node) && node.text === 'Date';

const readsTheClock = (node: ts.Node): boolean =>
  isMember(node, 'Date', /^now$/) ||
  isMember(node, 'DateTime', /^now$/) ||
  isMember(node, 'performance', /^now$/) ||
  (ts.isCallExpression(node) &&
    node.arguments.length === 0 &&
    (isDate(node.expression) || isMember(node.expression, 'DateTime', /^(local|utc)$/))) ||
  (ts.isNewExpression(node) && isDate(node.expression) && (node.arguments?.length ?? 0) === 0);

const readsTheEnvironment = (node: ts.Node): boolean =>
  isMember(node, 'process', /^env$/) || isText(node, /^(node:)?process$/);

const DATABASE_CLOCK =
  /\bnow\s*\(|\bcurrent_(timestamp|date|time)\b|\blocaltime|\b(transaction|statement)_timestamp\b/i;
const COLUMN_DEFAULTS = /^(default(Now|Random)?|\$default(Fn)?|\$onUpdate(Fn)?)$/;
const VIETNAMESE_LETTERS = /[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u01B0\u1EA0-\u1EF9]/;

export const SOURCE_RULES: readonly SourceRule[] = [
  {
    name: 'domain is given its moment',
    files: /^src\/domain\//,
    isBroken: readsTheClock,
  },
  {
    name: 'domain is the same each time',
    files: /^src\/domain\//,
    isBroken: (node) => isMember(node, 'Math', /^random$/),
  },
  {
    name: 'the environment is read at the door',
    files: /^src\//,
    except: /^src\/(main|cli|config)\.ts$/,
    isBroken: readsTheEnvironment,
  },
  {
    name: 'no column fills itself in',
    files: /^src\/db\/schema\//,
    isBroken: (node) =>
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      COLUMN_DEFAULTS.test(node.expression.name.text),
  },
  {
    name: 'business time is never the database’s',
    files: /^src\/db\//,
    isBroken: (node) => isText(node, DATABASE_CLOCK),
  },
  {
    // Leases, back-off and rate limits use the database's real time.
    name: 'only queries ask the database for real time',
    files: /^src\/db\//,
    except: /^src\/db\/queries\//,
    isBroken: (node) => isText(node, /clock_timestamp/i),
  },
  {
    name: 'Vietnamese has its places',
    files: /^src\//,
    // The letters themselves, by which every text is folded and sorted, are in domain/text.ts.
    except: /^src\/(bot\/texts\/vi\/|documents\/|domain\/(utterance\/|deadline\/|text\.ts$)|sandbox\/)/,
    isBroken: (node) =>
      (isPlainText(node) || ts.isIdentifier(node)) && VIETNAMESE_LETTERS.test(node.text.normalize('NFC')),
  },
];

/** Reads every file of `src` in a folder: `file:line text`, by the name of the rule that is broken. */
export function inspectSources(baseDir: string): { files: number; violations: Record<string, string[]> } {
  const files = readdirSync(join(baseDir, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => join('src', file).split(sep).join('/'))
    .filter((file) => file.endsWith('.ts'));
  const violations: Record<string, string[]> = {};
  for (const file of files) {
    const source = ts.createSourceFile(
      file,
      readFileSync(join(baseDir, file), 'utf8'),
      ts.ScriptTarget.ES2022,
    );
    const rules = SOURCE_RULES.filter((rule) => rule.files.test(file) && rule.except?.test(file) !== true);
    const visit = (node: ts.Node): void => {
      for (const { name, isBroken } of rules) {
        if (isBroken(node)) violations[name] = [...(violations[name] ?? []), place(source, node)];
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { files: files.length, violations };
}

function place(source: ts.SourceFile, node: ts.Node): string {
  const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
  return `${source.fileName}:${line + 1} ${node.getText(source)}`;
}
