import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** Which of our packages each package may import. Nothing imports upward; the two element packages stay apart. */
const ALLOWED: Record<string, string[]> = {
  core: [],
  sdk: ['core'],
  ui: [],
  widget: ['core', 'sdk', 'ui'],
  reviewer: ['core', 'sdk', 'ui'],
  server: ['core', 'sdk'],
};
/** Everything else a package may import, tests aside. Each is there for one job. */
const OUTSIDE: Record<string, string[]> = {
  core: ['zod'],
  sdk: ['ky', 'nodemailer', 'standardwebhooks', 'zod'],
  ui: ['lit'],
  widget: ['lit'],
  reviewer: ['lit'],
  server: ['@hono/node-server', 'hono', 'undici', 'zod'],
};

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  exports: Record<string, Record<string, string> | string>;
  sideEffects: boolean | string[];
}
const manifest = (name: string): Manifest =>
  JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
const sources = (name: string): string[] =>
  globSync('src/**/*.ts', { cwd: join(root, 'packages', name) })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => join(root, 'packages', name, file));

/** What a file imports: static, dynamic, re-exported and type-only alike. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([@\w./:-]+)'/g)].map(([, specifier]) => specifier!);
}

/** `@wherefore/core/brief` → `@wherefore/core`; `hono/cors` → `hono`. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

describe('package boundaries', () => {
  it('are stated for every package', () => {
    const folders = globSync('*/package.json', { cwd: join(root, 'packages') }).map((path) => dirname(path));
    assert.deepEqual(folders.sort(), Object.keys(ALLOWED).sort());
  });

  for (const [name, ours] of Object.entries(ALLOWED)) {
    describe(name, () => {
      const allowed = new Set([...ours.map((other) => `@wherefore/${other}`), ...OUTSIDE[name]!]);
      const used = new Set<string>();

      it('imports only what its place allows', () => {
        for (const file of sources(name)) {
          for (const specifier of importsOf(file)) {
            if (specifier.startsWith('.')) {
              const target = relative(join(root, 'packages', name), join(dirname(file), specifier));
              assert.ok(
                target.startsWith('src'),
                `${relative(root, file)} reaches out of its package: ${specifier}`,
              );
              assert.match(specifier, /\.ts$/, `${relative(root, file)}: ${specifier} needs its extension`);
              continue;
            }
            if (name === 'server' && specifier.startsWith('node:') && isBuiltin(specifier)) continue;
            used.add(packageOf(specifier));
            assert.ok(
              allowed.has(packageOf(specifier)),
              `${relative(root, file)} may not import ${specifier}`,
            );
          }
        }
      });

      it('declares what it imports, and nothing else', () => {
        assert.deepEqual(Object.keys(manifest(name).dependencies ?? {}).sort(), [...used].sort());
      });

      it('exports files that exist', () => {
        for (const [entry, target] of Object.entries(manifest(name).exports)) {
          if (typeof target === 'string') {
            // Data is published as it lies in the sources.
            assert.match(target, /^\.\/src\/.+\.json$/, entry);
            assert.ok(existsSync(join(root, 'packages', name, target)), `${entry} → ${target}`);
            continue;
          }
          const source = target['wherefore-source']!;
          assert.ok(sources(name).includes(join(root, 'packages', name, source)), `${entry} → ${source}`);
          assert.equal(target['default'], source.replace('./src/', './dist/').replace(/\.ts$/, '.js'));
          assert.equal(target['types'], source.replace('./src/', './dist/').replace(/\.ts$/, '.d.ts'));
        }
      });
    });
  }

  it('browser packages take zod/mini, never the large one', () => {
    for (const name of ['core', 'sdk', 'ui', 'widget', 'reviewer']) {
      for (const file of sources(name)) assert.ok(!importsOf(file).includes('zod'), relative(root, file));
    }
  });

  it('only define modules register elements, and only they have side effects', () => {
    for (const name of ['ui', 'widget', 'reviewer']) {
      for (const file of sources(name)) {
        const defines = file.includes('/src/define/') || file.endsWith('/ui/src/define.ts');
        const code = readFileSync(file, 'utf8');
        if (!defines) assert.doesNotMatch(code, /customElements\.define|\bdefine\(/, relative(root, file));
        if (!defines && name !== 'ui')
          assert.ok(
            !importsOf(file).some((specifier) => specifier.includes('/define')),
            relative(root, file),
          );
      }
    }
    for (const name of ['widget', 'reviewer']) {
      assert.deepEqual(manifest(name).sideEffects, ['./dist/define/*.js', './src/define/*.ts']);
    }
  });

  it('only define modules wire the real client', () => {
    const wiring = [
      '@wherefore/sdk',
      '@wherefore/sdk/intake',
      '@wherefore/sdk/intake-once',
      '@wherefore/sdk/transport-once',
      '@wherefore/sdk/follow',
      '@wherefore/sdk/desk',
      '@wherefore/sdk/drafts',
    ];
    for (const name of ['widget', 'reviewer']) {
      for (const file of sources(name).filter((path) => !path.includes('/src/define/'))) {
        for (const specifier of importsOf(file))
          assert.ok(!wiring.includes(specifier), `${relative(root, file)}: ${specifier}`);
      }
    }
  });

  it('nothing is rendered as raw HTML, styled inline or sent as a beacon', () => {
    for (const name of Object.keys(ALLOWED)) {
      for (const file of sources(name)) {
        const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
        assert.doesNotMatch(
          code,
          /unsafeHTML|unsafeSVG|\.innerHTML|styleMap|\sstyle=|sendBeacon|\beval\(/,
          relative(root, file),
        );
      }
    }
  });

  it('files stay small enough to read in one sitting', () => {
    for (const name of Object.keys(ALLOWED)) {
      // Word lists, fitted weights and texts are data.
      for (const file of sources(name).filter(
        (path) => !/needs\/(nl|en|weights|lexicon|explanations)|core\/src\/text\//.test(path),
      )) {
        const lines = readFileSync(file, 'utf8').split('\n').length;
        assert.ok(lines <= 400, `${relative(root, file)} has ${lines} lines`);
      }
    }
  });
});
