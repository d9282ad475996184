/**
 * The one-tag file: `dist/embed/mc-portfolio.js` with everything in it, and the chunks that it loads when needed.
 * (The library for bundlers is not bundled: `tsc` writes it file by file, so that theirs can drop what is unused.)
 */
import { defineConfig } from 'vite';
import { compactStylesPlugin } from './scripts/compact-styles.js';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [compactStylesPlugin()],
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: 'dist/embed',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    sourcemap: true,
    reportCompressedSize: false,
    // As a library, Vite leaves `import()` alone; as an app it would wrap each in a helper that writes to the page.
    lib: { entry: { 'mc-portfolio': 'src/entry/embed.ts' }, formats: ['es'] },
    rolldownOptions: {
      output: {
        // Vite keeps white space in ES libraries for the sake of other bundlers; this one goes to the browser as it is.
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
        codeSplitting: {
          // All that the entry imports statically lies in one hashed chunk. The entry is then a few bytes that no
          // chunk imports: a query on its address (`mc-portfolio.js?v=2`) cannot load the library a second time.
          groups: [{ name: 'core', tags: ['$initial'] }],
        },
      },
    },
  },
});
