/** What Node names a connection that was never opened: nothing was written on it. */
const neverOpened = [
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]
const untrusted = /^(?:CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

/** Whether a request that failed with this was certainly never written; else it may have been heard. */
export function wasNeverSent(error: unknown): boolean {
  const causes = [(error as { cause?: unknown }).cause].flatMap((cause) =>
    cause instanceof AggregateError ? cause.errors : [cause],
  )
  return causes.every((cause) => {
    const code = String((cause as { code?: unknown } | undefined)?.code ?? '')
    return neverOpened.includes(code) || untrusted.test(code)
  })
}
