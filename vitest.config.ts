import { defineConfig } from 'vitest/config'

/** The long run draws pictures, and more of everything. */
const long = process.env.TAILBOARD_LONG === '1'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: ['test/harness/cluster.ts'],
    testTimeout: long ? 300_000 : 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
})
