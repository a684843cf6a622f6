import { publicPermissions, teamPermissions } from '../../src/permissions.ts'
import { type Form, pageOf } from './forms.ts'
import type { Person, Sent, TwoRegions } from './twoRegions.ts'

/** A form as a page showed it to somebody, and the request it sends. */
export type Found = {
  readonly who: Person | null
  readonly origin: string
  readonly page: string
  readonly form: Form
  /** As `permissions.ts` names it. */
  readonly route: string
  readonly cookie: string
}

/** A page somebody may begin at, with the cookie it needs. */
export type Start = {
  readonly who: Person | null
  readonly host: 'public' | 'team'
  readonly path: string
  readonly cookie?: string
}

const matchers = (table: Readonly<Record<string, unknown>>) =>
  Object.keys(table).map((key) => {
    const [method = '', pattern = ''] = key.split(' ', 2)
    const source = pattern.replace(/\./g, '\\.').replace(/:\w+(?:\{((?:[^{}]|\{[^}]*\})*)\})?/g, '[^/]+')
    return { key, method, regex: new RegExp(`^${source}$`), open: pattern.split('/:').length }
  })
const tables = { public: matchers(publicPermissions), team: matchers(teamPermissions) }

/** The request a path is, by the table of permissions; the plainer name first. */
export function routeOf(host: 'public' | 'team', method: string, path: string): string | null {
  const found = tables[host].filter((one) => one.method === method && one.regex.test(path))
  return found.sort((one, other) => one.open - other.open)[0]?.key ?? null
}

/** Of one page pattern, so many are read by one person: ids differ, forms don't. */
const mostOfOne = 3

/** Follows every link from where each person begins, and keeps each kind of form once. */
export async function openFormWalk(all: TwoRegions, starts: readonly Start[]) {
  const origins = { public: all.here.publicUrl, team: all.here.teamUrl }
  const pages: { path: string; status: number; who: Person | null; host: 'public' | 'team'; answer: Sent }[] =
    []
  const found = new Map<string, Found>()

  const read = new Map<string, { seen: Set<string>; perPattern: Map<string, number> }>()
  const readBy = (whom: string) => {
    const known = read.get(whom) ?? { seen: new Set(), perPattern: new Map() }
    read.set(whom, known)
    return known
  }

  async function walkFrom(start: Start): Promise<void> {
    const waiting = [start.path]
    const cookie = start.cookie ?? start.who?.cookie ?? ''
    const { seen, perPattern } = readBy(`${start.host} ${cookie}`)
    // Where somebody begins is read however many of its kind were.
    const first = start.path
    while (waiting.length > 0) {
      const path = waiting.shift()!
      const { pathname } = new URL(path, origins[start.host])
      const route = routeOf(start.host, 'GET', pathname)
      if (route === null || seen.has(path)) continue
      const many = (perPattern.get(route) ?? 0) + 1
      perPattern.set(route, many)
      if (many > mostOfOne && path !== first) continue
      seen.add(path)
      const answer = await all.send(origins[start.host], path, { cookie })
      pages.push({ path, status: answer.status, who: start.who, host: start.host, answer })
      if (answer.location !== null) waiting.push(answer.location)
      if (answer.type !== 'text/html') continue
      const page = pageOf(answer.text)
      for (const form of page.forms) keep(start, path, form, cookie)
      for (const href of page.links) {
        const to = new URL(href, new URL(path, origins[start.host]))
        if (to.origin === origins[start.host] && !to.searchParams.has('lang'))
          waiting.push(`${to.pathname}${to.search}`)
      }
    }
  }

  function keep(start: Start, page: string, form: Form, cookie: string): void {
    const { pathname } = new URL(form.action, new URL(page, origins[start.host]))
    const route = routeOf(start.host, 'POST', pathname)
    const names = form.inputs.map((one) => one.name).sort()
    const kind = `${route} ${[...new Set(names.map((name) => name.replace(/[0-9a-f-]{36}/, '…')))]}`
    if (!found.has(kind))
      found.set(kind, {
        who: start.who,
        origin: origins[start.host],
        page,
        form,
        route: route ?? `? ${pathname}`,
        cookie,
      })
  }

  for (const start of starts) await walkFrom(start)
  return { pages, found: [...found.values()] }
}
