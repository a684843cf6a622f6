import { raw } from 'hono/html'
import type { PageProps } from './page.ts'
import { words } from './words.ts'

type Props = PageProps & { kind: 'public' | 'team' | 'bare' }

/** The whole HTML document. No script: the pages an affected person opens carry none, and the rest need none here. */
export const Document = ({ title, lang, stylesheet, kind, children }: Props) => (
  <>
    {raw('<!doctype html>')}
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{title} · Tailboard</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body class={`page page-${kind}`}>
        <a class="skip" href="#content">
          {words[lang].skip}
        </a>
        {children}
      </body>
    </html>
  </>
)
