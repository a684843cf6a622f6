import { connect } from 'node:net'

export type Spoken = { readonly said: string; readonly closed: boolean; readonly milliseconds: number }

/** Sends these bytes as they are, and listens until the server hangs up or `patience` (milliseconds) is over. */
export async function speak(
  port: number,
  bytes: string | readonly string[],
  patience = 2000,
): Promise<Spoken> {
  return await new Promise((resolve) => {
    const began = performance.now()
    const socket = connect(port, '127.0.0.1')
    let said = ''
    const end = (closed: boolean) => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ said, closed, milliseconds: performance.now() - began })
    }
    const timer = setTimeout(() => end(false), patience)
    socket.setEncoding('utf8')
    socket.on('data', (text) => {
      said += text
    })
    // Hung up in the middle of what is being sent is hung up.
    socket.on('error', () => end(true))
    socket.on('close', () => end(true))
    socket.on('connect', () => {
      for (const part of [bytes].flat()) socket.write(part)
    })
  })
}
