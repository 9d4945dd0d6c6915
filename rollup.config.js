import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import minifyLiterals from 'rollup-plugin-html-literals';

/**
 * Bundles for a `<script type="module">`. The packages themselves are published unbundled, straight from tsc.
 *
 * Each entry is a build of its own: Lit is then inside the entry, and the first question needs one request. What it
 * does not need loads from chunks beside it. `one-file` has no chunks, for pages that can only place a single file.
 */
function bundle(name, input, folder, { oneFile = false, manualChunks } = {}) {
  return {
    input: { [name]: input },
    plugins: [
      minifyLiterals({ failOnError: true }),
      nodeResolve({ browser: true, exportConditions: ['production', 'default'] }),
      terser({ ecma: 2022, module: true, compress: { passes: 2 } }),
    ],
    preserveEntrySignatures: false,
    onwarn(warning) {
      // What others' packages warn about is theirs; ours is an error.
      if ([warning.id, ...(warning.ids ?? [])].some((file) => file?.includes('node_modules'))) return;
      throw new Error(warning.message);
    },
    output: {
      dir: folder,
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: `${name}-[name]-[hash].js`,
      hashCharacters: 'hex',
      sourcemap: true,
      inlineDynamicImports: oneFile,
      ...(manualChunks && { manualChunks, onlyExplicitManualChunks: true }),
    },
  };
}

/**
 * What takes a brief to its server is one chunk: it loads at once, and each file is compressed by itself. The few lines that
 * other chunks use too are in it, because a chunk of a hundred bytes is a request for nothing.
 */
function together(id) {
  const way =
    /\/(sdk\/dist\/(?!draft-places)|widget\/dist\/define\/delivery|core\/dist\/(patterns|errors|brief\/limits)|node_modules\/idb)/;
  return way.test(id) ? 'delivery' : undefined;
}

const widget = 'packages/widget/dist';
const reviewer = 'packages/reviewer/dist';

const intranet = 'examples/intranet-page';

export default [
  bundle('wherefore-intake', `${widget}/define/intake.js`, `${widget}/cdn`, { manualChunks: together }),
  bundle('wherefore-intake', `${widget}/define/intake.js`, `${widget}/one-file`, { oneFile: true }),
  bundle('wherefore-follow', `${widget}/define/follow.js`, `${widget}/cdn`),
  bundle('hear', `${intranet}/src/hear.js`, `${intranet}/dist`),
  bundle('wherefore-desk', `${reviewer}/define/desk.js`, `${reviewer}/cdn`),
];
