import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const entries = { main: 'src/main.ts', worker: 'src/worker.ts', cli: 'src/cli.ts', bench: 'bench/run.ts' }
const present = Object.entries(entries).filter(([, file]) => existsSync(join(root, file)))

/** Everything that runs on the server; packages stay outside and are read from node_modules. */
export const servers = {
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node26',
    sourcemap: true,
    minify: false,
    rolldownOptions: { input: Object.fromEntries(present.map(([name, file]) => [name, join(root, file)])) },
  },
}

/** What runs in a browser. The worker's name stays: a browser knows it by its address. */
export const islands = {
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: 'dist/client',
    emptyOutDir: false,
    manifest: 'islands.json',
    modulePreload: false,
    target: ['chrome123', 'safari17.5', 'firefox121'],
    rolldownOptions: {
      input: { board: join(root, 'src/browser/board.ts'), keepCard: join(root, 'src/browser/keepCard.ts'), cardWorker: join(root, 'src/browser/cardWorker.ts') },
      output: {
        entryFileNames: (/** @type {{ name: string }} */ chunk) =>
          chunk.name === 'cardWorker' ? 'card-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
}

/** The two stylesheets, under names that change with their content. */
export const styles = {
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: 'dist/client',
    emptyOutDir: false,
    manifest: 'manifest.json',
    target: ['chrome123', 'safari17.5', 'firefox121'],
    rolldownOptions: { input: { public: join(root, 'src/ui/public.css'), team: join(root, 'src/ui/team.css') } },
  },
}
