import { readFileSync } from 'node:fs'

/** A stylesheet with its imports written out, read beside this file: for tests and for a server that runs unbundled. */
export function bundled(entry: 'public.css' | 'team.css' | 'course.css'): string {
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
  return read(entry)
    .replace(/@import '\.\/([\w.]+)' layer\((\w+)\);/g, (_, name: string, layer: string) => {
      return `@layer ${layer} {\n${read(name)}}`
    })
    .replace(/\/\*.*?\*\//gs, '')
}
