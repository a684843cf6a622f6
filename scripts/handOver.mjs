// Lets the pinned Node take over this process's job: same terminal, same signals, same exit code.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

export function handOver(node, argv, options) {
  const child = spawn(node, argv, { ...options, stdio: 'inherit' })
  // A terminal sends Ctrl-C to the whole group, so passing it on would deliver it twice; without one it is ours to pass.
  const fromTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  process.on('SIGINT', () => fromTerminal || child.kill('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`${node} could not be started: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
