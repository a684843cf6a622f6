// The words phone companies act on by themselves (CTIA messaging principles), with Spanish ones beside them.
const words = {
  stop: ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'alto', 'parar'],
  start: ['start', 'unstop'],
  help: ['help', 'info', 'ayuda'],
} as const

export type TextCommand = keyof typeof words

/** STOP, START, HELP, alone in a text; null: it means something else. */
export function textCommand(text: string): TextCommand | null {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '')
  return (
    (Object.keys(words) as TextCommand[]).find((one) => (words[one] as readonly string[]).includes(word)) ??
    null
  )
}
