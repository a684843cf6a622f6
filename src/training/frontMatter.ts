import { isMap, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { ContentProblem } from './contentProblem.ts'

export type Read<Value> = {
  readonly value: Value | null
  readonly problems: readonly ContentProblem[]
  /** The line on which something inside stands. */
  readonly lineOf: (path: readonly PropertyKey[]) => number
}

/** YAML that begins on `line` of a file, by a strict schema: every place that does not fit, with its line. */
export function readYaml<Value>(text: string, schema: z.ZodType<Value>, file: string, line = 1): Read<Value> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const at = (offset: number) => line + lines.linePos(offset).line - 1
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const within = depth === 0 ? null : document.getIn(path.slice(0, depth - 1), true)
      // A long text begins below its key; whoever looks for it looks for the key.
      const key = isMap(within)
        ? within.items.find((pair) => String(pair.key) === path[depth - 1])?.key
        : null
      const node = key ?? document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return at(node.range[0])
    }
    return line
  }
  const broken = [...document.errors, ...document.warnings]
  if (broken.length > 0) {
    const problems = broken.map(({ pos, message }) => ({
      file,
      line: at(pos[0]),
      says: `this is no YAML: ${message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')}`,
    }))
    return { value: null, problems, lineOf }
  }
  const read = schema.safeParse(document.toJS())
  if (read.success) return { value: read.data, problems: [], lineOf }
  const problems = read.error.issues.map(likeliest).map(({ path, message }) => ({
    file,
    line: lineOf(path),
    says: path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  }))
  return { value: null, problems, lineOf }
}

type Issue = { path: readonly PropertyKey[]; message: string }

/** Of several shapes it could have, the one that fits best says what is wrong. */
function likeliest(issue: z.core.$ZodIssue): Issue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue
  const [best] = [...issue.errors].sort((one, other) => one.length - other.length)
  const [first] = best!
  if (first === undefined) return issue
  const { path, message } = likeliest(first)
  return { path: [...issue.path, ...path], message }
}

/** What stands between the two lines of dashes, and what follows, with the line on which that begins. */
export function splitFrontMatter(text: string): { matter: string; body: string; bodyLine: number } | null {
  const found = /^---\r?\n([\s\S]*?\r?\n)?---[ \t]*(\r?\n|$)/.exec(text)
  if (found === null) return null
  const [whole, matter = ''] = found
  return { matter, body: text.slice(whole.length), bodyLine: whole.split('\n').length }
}

/** A Markdown file with front matter by a schema. */
export function readFrontMatter<Value>(
  { name, text }: { name: string; text: string },
  schema: z.ZodType<Value>,
): Read<Value> & { body: string; bodyLine: number } {
  const split = splitFrontMatter(text)
  if (split === null) {
    const says = 'a file begins with front matter between two lines of three dashes'
    return {
      value: null,
      problems: [{ file: name, line: 1, says }],
      lineOf: () => 1,
      body: text,
      bodyLine: 1,
    }
  }
  return { ...readYaml(split.matter, schema, name, 2), body: split.body, bodyLine: split.bodyLine }
}
