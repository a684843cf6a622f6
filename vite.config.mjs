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

const browser = (/** @type {string} */ name) => join(root, `src/browser/${name}.ts`)
/** A browser knows a worker by its address, so their names stay. */
const workers = new Map([['cardWorker', 'card-worker.js'], ['pushWorker', 'push-worker.js']])

/** What runs in a browser. */
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
      input: Object.fromEntries(['board', 'keepCard', 'cardWorker', 'push', 'pushWorker', 'passkey', 'check', 'write', 'conversations', 'talkWorker'].map((name) => [name, browser(name)])),
      output: {
        entryFileNames: (/** @type {{ name: string }} */ chunk) =>
          workers.get(chunk.name) ?? 'assets/[name]-[hash].js',
      },
    },
  },
}

/** The stylesheets, under names that change with their content. */
export const styles = {
  root,
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: 'dist/client',
    emptyOutDir: false,
    manifest: 'manifest.json',
    target: ['chrome123', 'safari17.5', 'firefox121'],
    rolldownOptions: { input: Object.fromEntries(['public', 'course', 'team'].map((name) => [name, join(root, `src/ui/${name}.css`)])) },
  },
}
