/** SQLSTATE classes and codes of a database that is there and can't now: PostgreSQL manual, appendix A. */
const codes =
  /^(08\w{3}|53\w{3}|57P0[1-5]|57014|55P03|25P03|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE)$/
/** What the driver says without a code. */
const sayings =
  /^(timeout exceeded when trying to connect|Query read timeout|timeout expired|Connection terminated|Client (has encountered|was closed))/

/** Whether something failed because the database didn't answer in time: it may well the next time. */
export function isUnanswered(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, message, cause, errors, syscall } = error as Record<string, unknown>
  return (
    // A socket's file goes with its server.
    (code === 'ENOENT' && syscall === 'connect') ||
    (typeof code === 'string' && codes.test(code)) ||
    (typeof message === 'string' && sayings.test(message)) ||
    isUnanswered(cause) ||
    (Array.isArray(errors) && errors.some(isUnanswered))
  )
}

/** Whether the connection itself still waits for the answer: nobody else may be given it. */
export function isStalled(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout'
}
