// Builds the servers, the command line, the benchmarks and the two stylesheets into dist/.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { servers, styles } from '../vite.config.mjs'
import { root } from './install.mjs'

rmSync(join(root, 'dist'), { recursive: true, force: true })
await build(servers)
await build(styles)
