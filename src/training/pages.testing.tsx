import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Visit } from '../identity/index.ts'
import type { Region } from '../region/index.ts'
import type { Path } from '../ui/path.ts'
import type { Person } from './training.testing.ts'

/** What pages of the team are given: somebody signed in, in the region of the address alone, and a bare frame. */
export const pageDeps = (who: Person | null, slugs: Readonly<Record<string, string>>, lang: 'en' | 'es') => ({
  visit: async (_request: Request, slug: string): Promise<Visit | null> =>
    who === null || slugs[slug] !== who.regionId
      ? null
      : {
          ...{ actor: who, memberId: null, regionId: who.regionId, byPasskey: true, lang },
          here: '/' as Path,
        },
  frame: (_visit: Visit, _region: Region, title: string, _current: string, content: Child): Child => (
    <>
      <title>{title}</title>
      {content}
    </>
  ),
  signIn: '/sign-in',
})

/** Asks a page, or posts a form to it. */
export async function askPage(
  routes: Hono,
  path: string,
  fields?: Readonly<Record<string, string>> | FormData,
) {
  const body = fields === undefined || fields instanceof FormData ? fields : new URLSearchParams(fields)
  const answer = await new Hono()
    .route('/', routes)
    .request(path, body === undefined ? {} : { method: 'POST', body })
  const html = await answer.text()
  return {
    ...{ status: answer.status, html, headers: answer.headers, to: answer.headers.get('location') },
    text: html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
  }
}
