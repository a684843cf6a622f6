import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** For a child process of ours: half of its start is compiling what the one before it compiled. Node's own usual place. */
export const compileCache = { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') }
