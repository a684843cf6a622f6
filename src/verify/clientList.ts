/** SHA-256 in lower-case hex, by path below the folder that is served (`assets/write-Bux2cBbr.js`). */
export type ClientList = ReadonlyMap<string, string>

/** One `hash  path` a line, sorted by path, as `sha256sum -c` reads it. */
export function listText(list: ClientList): string {
  const paths = [...list.keys()].sort()
  return paths.map((path) => `${list.get(path)}  ${path}\n`).join('')
}

/** What a browser is sent; the two lists of names beside it stay on the server. */
export function isSent(path: string): boolean {
  return !path.endsWith('.json')
}
