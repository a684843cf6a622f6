import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { cookieRule } from './cookie.ts'
import { keepLanguage } from './language.server.ts'
import { chosenLanguage, languageLine, languageOfBrowser } from './language.ts'

const rule = cookieRule(new URL('https://team.example.org'))
const page = 'https://team.example.org/harbor/today'

describe('the language of the team’s pages', () => {
  it.each([
    ['nothing said', page, null, null],
    ['chosen before', page, '__Host-tailboard-language=es', 'es'],
    ['among other cookies', page, 'a=b; __Host-tailboard-language=en; c=d', 'en'],
    ['the address goes before the cookie', `${page}?lang=en`, '__Host-tailboard-language=es', 'en'],
    ['an unknown address falls to the cookie', `${page}?lang=fr`, '__Host-tailboard-language=es', 'es'],
    ['a forged value', page, '__Host-tailboard-language="><b>', null],
    ['a longer word', page, '__Host-tailboard-language=espresso', null],
    ['no value', page, '__Host-tailboard-language', null],
    ['another host’s name for it', page, 'tailboard-language=es', null],
  ])('%s', (_what, url, cookies, expected) => {
    expect(chosenLanguage(rule, url, cookies)).toBe(expected)
  })

  it.each([
    [null, 'en'],
    ['es-MX,es;q=0.9', 'es'],
    ['en-US,es;q=0.5', 'en'],
    ['est', 'en'],
  ])('a browser that says %s', (header, expected) => {
    expect(languageOfBrowser(header)).toBe(expected)
  })

  it('is kept for this host alone, out of reach of scripts', () => {
    expect(languageLine(rule, 'es')).toBe(
      '__Host-tailboard-language=es; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax; Secure',
    )
    expect(cookieRule(new URL('http://team.intranet.example')).language).toBe('tailboard-language')
  })

  it('is kept when a page is shown in the language asked for, and only then', async () => {
    const app = new Hono()
    app.use(keepLanguage(rule))
    app.all('/page', (context) => context.text('a page'))
    const kept = async (path: string, method = 'GET') =>
      (await app.request(path, { method })).headers.getSetCookie()
    expect(await kept('/page?lang=es')).toEqual([languageLine(rule, 'es')])
    expect(await kept('/page')).toEqual([])
    expect(await kept('/page?lang=xx%0d%0a')).toEqual([])
    expect(await kept('/page?lang=es', 'POST')).toEqual([])
    expect(await kept('/nowhere?lang=es')).toEqual([])
  })
})
