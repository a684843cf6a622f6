import { defineConfig } from 'vitest/config'

/** The long run draws pictures, and more of everything. */
const long = process.env.TAILBOARD_LONG === '1'
const files = ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'bench/**/*.test.ts']
/** These replace a module of ours, which nobody else may find replaced. */
const replacing = ['test/walls.test.ts', 'test/forms.test.ts']

const limits = { testTimeout: long ? 300_000 : 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
    globalSetup: ['test/harness/cluster.ts'],
    // One more than the two cores a build machine has: a third of the time a test waits for a browser, a clock or a database.
    maxWorkers: 3,
    projects: [
      // Files share what they import: loading it anew for each took a third of the run.
      { test: { name: 'together', include: files, exclude: replacing, isolate: false, ...limits } },
      { test: { name: 'apart', include: replacing, ...limits } },
    ],
  },
})
