import { defineConfig } from 'vite';

// Everything under /workspace is ours; nothing is inlined, because the page's policy allows no inline script or style.
export default defineConfig({
  base: '/workspace/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 150,
  },
  server: { proxy: { '/api': 'http://localhost:7071' } },
});
