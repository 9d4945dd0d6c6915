import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import minifyLiterals from 'rollup-plugin-html-literals';

/** Once for each script, in the place of one comment for each of its modules. */
const NOTICE = ({ isEntry }) =>
  isEntry ? '/*! Contains Lit, copyright Google LLC, BSD-3-Clause: https://lit.dev */' : '';

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
      minifyLiterals({ failOnError: true, options: { minifyOptions: { removeAttributeQuotes: true } } }),
      nodeResolve({ browser: true, exportConditions: ['production', 'default'] }),
      // ASCII only, and inlining only what is called plainly: each is a few bytes smaller after compression.
      terser({
        ecma: 2022,
        module: true,
        compress: { passes: 3, inline: 1, unsafe_arrows: true, keep_fargs: false },
        // Lit's own rule for what nobody outside of Lit may touch; all of Lit is in the entry.
        mangle: { properties: { regex: /^_\$/ } },
        format: { comments: /^!/, ascii_only: true },
      }),
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
      banner: NOTICE,
      // The maps lie beside the scripts, for who debugs; nobody else downloads a line about them.
      sourcemap: 'hidden',
      generatedCode: { preset: 'es2015', symbols: false },
      freeze: false,
      inlineDynamicImports: oneFile,
      ...(manualChunks && { manualChunks, onlyExplicitManualChunks: true }),
    },
  };
}

/**
 * All that comes after the first question is one chunk: a file is compressed by itself, and one that is found only in
 * another costs a round trip. Apart stay what only some need (a language, explanations, a page's own questions) and zod.
 */
function together(id) {
  const rest =
    /\/(widget\/dist\/(define\/delivery|intake\/(?!intake\.|pause\.|custom-flow))|sdk\/dist\/(?!draft-places|transport\/(?!sent-key)|errors\/mapping)|core\/dist\/(errors|patterns|brief\/limits|flow\/(?!schema)|text\/(intake\.|texts)|needs\/(?!nl|en|explanations|words)))/;
  return rest.test(id) ? 'conversation' : undefined;
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
