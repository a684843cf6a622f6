// The peer's side: their keys are opened in this tab by words or a passkey that we don't have, and what they read stays in it.
import { ask, askAgain } from './talk/ask.ts'
import { daySaid } from './talk/clock.ts'
import { button, el, notice, phoneLink, show } from './talk/dom.ts'
import { makeKeys } from './talk/makeKeys.ts'
import { loadKeys, type PeerSide, type Published, session } from './talk/ownKeys.ts'
import { pageOf } from './talk/page.ts'
import { type Memory, peerTalk } from './talk/peerTalk.ts'
import { professionalCard } from './talk/professional.ts'
import { unlock } from './talk/unlock.ts'
import { waysPage } from './talk/ways.ts'
import { type Unlocked, worker } from './talk/work.ts'

type List = {
  readonly halted: 'lapsed' | 'new_keys' | null
  readonly waiting: readonly string[]
  readonly taken: readonly { readonly id: string; readonly lastOn: string; readonly holds: boolean }[]
}

const everySeconds = 10
const found = document.querySelector<HTMLElement>('[data-talk=peer]')
if (found !== null) void begin(found)

async function begin(root: HTMLElement): Promise<void> {
  const page = pageOf(root)
  const { say, slug, region, phone } = page
  const path = `/${slug}/conversations`
  const asked = await loadKeys(path)
  if (!asked.ok) {
    show(root, notice('amber', el('p', {}, say.offline, ' ', phoneLink(phone))))
    return
  }
  const { key, memberId } = asked.body
  const side: PeerSide = { page, beside: worker(page.worker), owner: { region, member: memberId }, path }
  const memories = new Map<string, Memory>()
  const opened = (keys: Unlocked, published: Published) => void list(keys, published)
  if (key === null) makeKeys(side, 1, null, opened)
  else
    unlock(
      side,
      { ...asked.body, key },
      (keys) => opened(keys, key),
      () => makeKeys(side, key.keyNumber + 1, say.lostLine, opened),
    )

  async function list(keys: Unlocked, published: Published, news: string | null = null): Promise<void> {
    let drawn = ''
    let over = false
    const timer = setInterval(() => void look(), everySeconds * 1000)
    const place = el('div', { class: 'stack', role: 'status' })
    const professional = professionalCard(page)
    show(
      root,
      el('h2', {}, say.toList),
      news === null ? null : notice('amber', el('p', {}, news)),
      place,
      professional.element,
      el('div', { class: 'actions' }, button(say.ways, ways, 'quiet')),
    )
    await look()

    async function look(): Promise<void> {
      const answer = await ask<List>(`${path}/list`, session)
      if (over) return
      const text = JSON.stringify(answer.ok ? answer.body : answer.status)
      if (text === drawn) return
      drawn = text
      if (answer.ok) place.replaceChildren(...lines(answer.body))
      else place.replaceChildren(notice('amber', el('p', {}, say.offline)))
    }
    function lines({ halted, waiting, taken }: List): HTMLElement[] {
      const told = halted === null ? [] : [notice('amber', el('p', {}, say.haltedLong[halted]))]
      const act = (label: string, press: () => void, look?: 'primary') =>
        el('div', { class: 'actions' }, button(label, press, look))
      return [
        ...told,
        ...(waiting.length + taken.length === 0 ? [el('p', { class: 'muted' }, say.nothingWaits)] : []),
        ...(waiting.length === 0 ? [] : [el('h3', {}, say.waits(waiting.length))]),
        ...waiting.map((id) => act(say.take, () => void take(id), 'primary')),
        ...taken.map(({ id, lastOn, holds }) =>
          act((holds ? say.open1 : say.openAlong)(daySaid(lastOn, page.lang)), () => open(id)),
        ),
      ]
    }
    function leave(): void {
      over = true
      clearInterval(timer)
      professional.leave()
    }
    function ways(): void {
      leave()
      void waysPage(side, keys, published, () => void list(keys, published))
    }
    async function take(id: string): Promise<void> {
      // A second press would ask for what the first one took.
      if (over) return
      leave()
      const claimed = await askAgain(`${path}/${id}/claim`, { ...session, form: {} })
      if (claimed.ok) open(id, true)
      else void list(keys, published, whyNot(claimed.code))
    }
    function whyNot(code: string): string {
      if (code === 'claimed_already' || code === 'not_open') return say.fasterOther
      return code === 'not_allowed' ? say.notYou : say.noAnswerYet
    }
    function open(id: string, fresh = false): void {
      leave()
      const memory = memories.get(id) ?? { pinned: null, count: 0, draft: '' }
      memories.set(id, memory)
      peerTalk({ page, ring: keys.ring, id, fresh, memory, back: () => void list(keys, published) })
    }
  }
}
