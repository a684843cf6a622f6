import type { Actor } from '../platform/actor.ts'
import type { AccountId, ActivationId } from '../platform/ids.ts'
import type { Language } from '../ui/language.ts'
import type { TeamDeps } from './entered.server.ts'
import { loadActivationView } from './view.server.ts'
import type { ActivationView } from './view.ts'
import { watchersOf } from './watching.server.ts'

/** A board as it stood at one moment, for everybody who watches it. */
export type LiveBoard = {
  readonly view: ActivationView
  readonly watchers: readonly { readonly id: AccountId; readonly name: string | null }[]
  /** The parts that are the same for everybody, drawn once a language. */
  shared(lang: Language): string
}

type Load = { readonly heard: number; readonly board: Promise<LiveBoard | null> }

/**
 * Twenty people who watch one board hear of a change together, and what they may see of it is the same: one of them reads
 * and draws it, the others take what was read after they heard. Whether each of them is still let in, their own streams
 * ask each time.
 */
export function liveBoards(
  deps: Pick<TeamDeps, 'db' | 'notices' | 'nameOf'>,
  draw: (view: ActivationView, lang: Language) => string,
) {
  // By region too: what one region reads is never handed to another that names the same id.
  const loads = new Map<string, Load>()
  let heard = 0
  deps.notices.listen(() => {
    heard++
  })

  const load = async (actor: Actor, id: ActivationId): Promise<LiveBoard | null> => {
    const read = await deps.db.read(actor, async (reader) => ({
      view: await loadActivationView(reader, id),
      watchers: await watchersOf(reader, id),
    }))
    if (read.view === null) return null
    const { view } = read
    const watchers = await Promise.all(
      read.watchers.map(async (account) => ({ id: account, name: await deps.nameOf(account) })),
    )
    const drawn = new Map<Language, string>()
    const shared = (lang: Language) => {
      const known = drawn.get(lang) ?? draw(view, lang)
      drawn.set(lang, known)
      return known
    }
    return { view, watchers, shared }
  }

  return {
    /** How many notices were heard; a board that was read at this count or later shows them all. */
    heard: () => heard,
    /** The board as it stands now or stood since `since`. */
    at(actor: Actor, id: ActivationId, since: number): Promise<LiveBoard | null> {
      const key = `${actor.regionId} ${id}`
      const known = loads.get(key)
      if (known !== undefined && known.heard >= since) return known.board
      const board = load(actor, id)
      loads.set(key, { heard, board })
      // Nothing old is kept: whoever looks later reads again.
      const forget = () => {
        if (loads.get(key)?.board === board) loads.delete(key)
      }
      board.then(() => setTimeout(forget, 250), forget)
      return board
    },
  }
}
