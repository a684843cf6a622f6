import pino from 'pino'

export type Log = pino.Logger

/**
 * One line of JSON per event, on standard error. Lines carry codes and ids of ours, never content, a token,
 * a key, a phone number or an address; request headers and bodies are never logged.
 */
export function openLog(level: 'info' | 'warn' | 'silent' = 'info'): Log {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: ['*.email', '*.phone', '*.token', '*.to', '*.text', '*.password', '*.url'],
        censor: '–',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  )
}
