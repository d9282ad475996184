import { defineConfig } from 'vite';

/** The stories' own: that of the one-tag file builds a library. */
export default defineConfig({ build: { chunkSizeWarningLimit: 2000 } });
