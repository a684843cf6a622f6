import { describe, expect, it } from 'vitest'
import type { Kind } from './finding.ts'
import { readMarkup } from './markup.ts'

const address = 'https://peers.example/harbor/support/write'
const carries = { script: '/assets/write-a.js', worker: '/assets/talkWorker-b.js' }
const page = (inside: string, head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta name="referrer" content="no-referrer"><title>Write</title>
  <link rel="stylesheet" href="/assets/public-c.css">${head}</head>
  <body class="page"><a class="leave" href="https://www.weather.gov/" rel="noreferrer">Leave</a>
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 12h14" /></svg>
  <a href="tel:+16175550142">617-555-0142</a><fieldset><label><input type="radio" name="only" checked></label></fieldset>
  <div data-talk="seeker" data-worker="/assets/talkWorker-b.js">${inside}</div>
  <script src="/assets/write-a.js" type="module"></script></body></html>`
const found = (inside: string, head = '') => readMarkup(page(inside, head), address, carries).findings

describe('a page of this build', () => {
  it('fits, and says what it loads and where it leads', () => {
    expect(readMarkup(page('<p>Call first.</p>'), address, carries)).toEqual({
      findings: [],
      loads: [
        'https://peers.example/assets/public-c.css',
        'https://peers.example/assets/talkWorker-b.js',
        'https://peers.example/assets/write-a.js',
      ],
      links: ['https://www.weather.gov/'],
    })
  })

  it('is asked for its own script: another kind carries none, and none is too few', () => {
    const plain = readMarkup(page(''), address, { script: null, worker: null })
    expect(plain.findings.map(({ kind, expected }) => [kind, expected])).toEqual([
      ['script', 'no script'],
      ['script', 'no worker'],
    ])
    const without = page('').replace(/<script.*<\/script>/, '')
    expect(readMarkup(without, address, carries).findings).toEqual([
      { kind: 'script', found: 'not its script', expected: 'the script /assets/write-a.js' },
    ])
  })
})

const inBody: readonly (readonly [Kind, string])[] = [
  ['inline', '<script>fetch("/x")</script>'],
  ['inline', '<script src="/assets/write-a.js">steal()</script>'],
  ['inline', '<script type="importmap">{"imports":{"/assets/crypto.js":"/assets/x.js"}}</script>'],
  ['inline', '<style>input[value^=a]{background:url(/a)}</style>'],
  ['inline', '<p onclick="steal()">'],
  ['inline', '<p OnPointerRawUpdate=steal()>'],
  ['inline', '<p style="background:url(https://elsewhere.example/a)">'],
  ['inline', '<p hx-get="/x">'],
  ['inline', '<iframe srcdoc="<script>steal()</script>"></iframe>'],
  ['address', '<a href="javascript:steal()">'],
  ['address', '<a href=" java\n\tscript:steal()">'],
  ['address', '<a href="&#106;avascript:steal()">'],
  ['address', '<a href="data:text/html,<script>steal()</script>">'],
  ['address', '<svg><a xlink:href="javascript:steal()"><path d="M0 0" /></a></svg>'],
  ['elsewhere', '<script src="https://elsewhere.example/a.js"></script>'],
  ['elsewhere', '<script src="//elsewhere.example/a.js"></script>'],
  ['elsewhere', '<script src="http://peers.example/assets/write-a.js"></script>'],
  ['elsewhere', '<img src="https://elsewhere.example/a.png">'],
  ['elsewhere', '<img srcset="/a.png 1x, https://elsewhere.example/a.png 2x">'],
  ['elsewhere', '<img src="data:image/svg+xml,a">'],
  ['elsewhere', '<form action="https://elsewhere.example/"></form>'],
  ['elsewhere', '<button formaction="https://elsewhere.example/">Send</button>'],
  ['elsewhere', '<iframe src="https://elsewhere.example/"></iframe>'],
  ['elsewhere', '<a href="/harbor" ping="https://elsewhere.example/">'],
  ['elsewhere', '<svg><image href="https://elsewhere.example/a.png" /></svg>'],
  ['elsewhere', '<div data-worker="https://elsewhere.example/w.js">'],
  ['script', '<script src="/assets/board-d.js"></script>'],
  ['script', '<div data-worker="/assets/write-a.js">'],
  ['strange', '<iframe src="/harbor"></iframe>'],
  ['strange', '<object data="/a"></object>'],
  ['strange', '<embed src="/a">'],
  ['strange', '<base href="/assets/">'],
  ['strange', '<template shadowrootmode="open"><p>a</p></template>'],
  ['strange', '<noscript><p>a</p></noscript>'],
  ['strange', '<select><img src="https://elsewhere.example/a.png"></select>'],
  ['strange', '<video src="/a"></video>'],
  ['strange', '<svg><use href="/a.svg#b" /></svg>'],
  ['strange', '<svg><set attributeName="href" to="x" /></svg>'],
  ['strange', '<svg><script>steal()</script></svg>'],
  ['strange', '<math><mi>a</mi></math>'],
  ['strange', '<a href="/harbor" ping="/p">'],
  ['strange', '<p is="a-b">'],
  ['strange', '<a-b></a-b>'],
  ['form', '<form method="post"></form>'],
  ['form', '<textarea name="what"></textarea>'],
  ['form', '<input name="what">'],
  ['form', '<input type="PASSWORD">'],
  ['referrer', '<a href="/harbor" referrerpolicy="unsafe-url">'],
]

const inHead: readonly (readonly [Kind, string])[] = [
  ['told', '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">'],
  ['told', `<meta http-equiv="content-security-policy" content="script-src 'unsafe-inline'">`],
  ['told', '<link rel="preconnect" href="/">'],
  ['told', '<link rel="manifest" href="/a.json">'],
  ['told', '<link href="/a.css">'],
  ['elsewhere', '<link rel="STYLESHEET preload" href="https://elsewhere.example/a.css">'],
  ['elsewhere', '<link rel="modulepreload" href="https://elsewhere.example/a.js">'],
  ['referrer', '<meta name="Referrer" content="unsafe-url">'],
  ['inline', '<style>@import "/a.css"</style>'],
]

describe('a hostile page', () => {
  it.each(inBody)('is seen, %s: %s', (kind, inside) => {
    expect(found(inside).map((one) => one.kind)).toContain(kind)
  })

  it.each(inHead)('is seen in its head, %s: %s', (kind, head) => {
    expect(found('', head).map((one) => one.kind)).toContain(kind)
  })

  it('has what it loads of its own host looked at, once, whatever part of it is named', () => {
    const { loads } = readMarkup(page('<img src="/a.png#1"><img src="/a.png#2">'), address, carries)
    expect(loads.filter((one) => one.includes('a.png'))).toEqual(['https://peers.example/a.png'])
  })
})
