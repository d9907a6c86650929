import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEPENDENCY_RULES, inspectDependencies, PLACES } from './architecture/dependency-rules.ts';
import { inspectSources, SOURCE_RULES } from './architecture/source-rules.ts';

/** A small project of its own, in which every rule is broken. */
const PLANTED = 'test/architecture/planted';

describe('the direction of dependencies', () => {
  const product = inspectDependencies('.');
  const planted = inspectDependencies(PLANTED);

  it('looked at the whole product: a checker that saw nothing must not pass', async () => {
    const { files, imports } = await product;
    const onDisk = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const seen = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
    expect(seen.length).toBeGreaterThan(150);
    expect(seen).toHaveLength(onDisk.filter((file) => !file.endsWith('.d.ts')).length);
    expect(imports).toBeGreaterThan(2 * seen.length);
  });

  it('every file has its place in a layer', async () => {
    expect((await product).files.filter((file) => !PLACES.test(file))).toEqual([]);
  });

  it.each(DEPENDENCY_RULES.map(({ name = '' }) => name))('%s', async (name) => {
    expect((await product).violations[name] ?? []).toEqual([]);
    expect((await planted).violations[name] ?? [], 'the planted violation is not found').not.toEqual([]);
  });

  it('finds exactly what was planted, imports of types included', async () => {
    expect((await planted).violations).toMatchSnapshot();
  });
});

describe('what the source may say', () => {
  const product = inspectSources('.');
  const planted = inspectSources(PLANTED);

  it('looked at the whole product', () => {
    expect(product.files).toBeGreaterThan(150);
  });

  it.each(SOURCE_RULES.map(({ name }) => name))('%s', (name) => {
    expect(product.violations[name] ?? []).toEqual([]);
    expect(planted.violations[name] ?? [], 'the planted violation is not found').not.toEqual([]);
  });

  it('finds exactly what was planted, and nothing in comments', () => {
    expect(planted.violations).toMatchSnapshot();
  });
});

describe('the migrations', () => {
  it('give no column a default', () => {
    const migrations = readdirSync('drizzle').filter((file) => file.endsWith('.sql'));
    expect(migrations.length).toBeGreaterThan(0);
    const defaults = migrations.flatMap((file) =>
      readFileSync(`drizzle/${file}`, 'utf8')
        .split('\n')
        .filter((line) => /\bdefault\b/i.test(line) || /\bnow\s*\(/i.test(line)),
    );
    expect(defaults).toEqual([]);
  });
});
