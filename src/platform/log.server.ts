import pino from 'pino'

export type Log = pino.Logger

// PostgreSQL repeats the refused row and the parameters in its errors ("Failing row contains …"), and errors stand
// inside others.
const ofRows = ['detail', 'where', 'parameters'].flatMap((name) => [
  `*.${name}`,
  `*.*.${name}`,
  `*.aggregateErrors[*].${name}`,
])

/**
 * One line of JSON per event, on standard error. Lines carry codes and ids of ours, never content, a token,
 * a key, a phone number or an address; request headers and bodies are never logged.
 */
export function openLog(
  level: 'info' | 'warn' | 'silent' = 'info',
  to: pino.DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  return pino(
    {
      level,
      base: null,
      redact: {
        paths: ['*.email', '*.phone', '*.token', '*.to', '*.text', '*.password', '*.url', ...ofRows],
        censor: '–',
      },
    },
    to,
  )
}
