/** What doesn't fit, and what it means for whoever opens that page. */
export const meanings = {
  bytes: 'The browser is sent other code than this build. What it does is unknown.',
  unlisted: 'A file that this build does not have. What it does is unknown.',
  unsent: 'What could not be read could not be compared.',
  inline: 'Code or looks that stand in the page itself are in no list, and no page of this build has any.',
  address: 'An address that runs as script when it is followed.',
  elsewhere: 'Another host learns who is here and when, and what it sends back nobody compared.',
  strange: 'No page of this build has it; a browser may load or do something because of it.',
  form: 'What is typed there goes to the server as it was typed. These pages take nothing that way.',
  script: 'A page carries exactly the script that belongs to it: another one does other things there.',
  policy: 'The browser is told to allow more than this build needs, so foreign code could run or report.',
  header: 'This build says it with every answer, so that a browser keeps to it.',
  told: 'By this a server makes a browser do, remember or report something. No page of this build says it.',
  cookie: 'A visitor could be known again. Public pages of this build set no cookie.',
  kept: 'The page may stay on the device or on a machine between, where others find it.',
  referrer: 'The sites linked from here would learn which page somebody came from.',
  redirect: 'The visitor is led to another address. Nothing is compared there.',
  letters: 'A browser could read other letters, and so another page, than what was compared here.',
  open: 'Whoever is on the way, a department’s network for one, can read the pages and change the code.',
} as const

export type Kind = keyof typeof meanings

/** `where`: an address of the site. `found` may hold whatever a hostile server sent. */
export type Finding = {
  readonly where: string
  readonly kind: Kind
  readonly found: string
  readonly expected: string
}

/** The same without its place: who finds it knows only the answer. */
export type Unplaced = Omit<Finding, 'where'>

export function unfit(kind: Kind, found: string, expected: string): Unplaced {
  return { kind, found, expected }
}
