import { Agent, request } from 'node:http'
import { median } from './muster.ts'
import { type Floor, openFloor } from './pagesFloor.ts'
import { openPagesWorld, type PagesWorld, type Reading } from './pagesWorld.ts'
import { workOf } from './processor.ts'

const stretches = 8
/** Of each stretch. */
const rounds = 24
/** Rounds that open connections and warm the code: left out. */
const warmUp = 6
const most = 1.15

/** From nothing in the way to the product; each has what stands before it, and one thing more. */
const steps = ['floor', 'policies', 'visit', 'product'] as const
type Step = (typeof steps)[number]

/**
 * What identity and walls cost a page: the time of one request to the product, and to the same page without them, one
 * after the other in every round, in an order that turns. Load, servers and database share the same cores.
 */
export async function pages(): Promise<Record<string, number | string | boolean>> {
  const world = await openPagesWorld()
  const samples = new Map(Object.keys(world.readings).map((page) => [page, [] as Samples[]]))
  try {
    for (let stretch = 0; stretch < stretches; stretch++)
      await served(world, async (ask, work) => {
        for (const [page, reading] of Object.entries(world.readings)) {
          await assertSame(page, (step) => ask(step, reading))
          samples.get(page)!.push(await measured((step) => ask(step, reading), work))
        }
      })
  } finally {
    await world.close()
  }
  const results = Object.assign({}, ...[...samples].map(([page, stretch]) => said(page, stretch)))
  const ratio = median(paired(samples.get('board')!, 'product', 'floor', 'took', over).flat())
  return { stretches, rounds, ...results, goal: ratio <= most }
}

/** Everything opened anew: a server process of the database keeps a pace of its own for as long as it lives. */
async function served(
  world: PagesWorld,
  use: (
    ask: (step: Step, reading: Reading) => Promise<Answer>,
    work: ReturnType<typeof workOf>,
  ) => Promise<void>,
): Promise<void> {
  const product = await world.serve()
  const agent = new Agent({ keepAlive: true })
  const floors: Floor[] = []
  try {
    const open = async (walls: Parameters<typeof openFloor>[2]) => {
      const floor = await openFloor(world, product, walls)
      floors.push(floor)
      return floor.port
    }
    const { config } = product.services
    const ports: Record<Step, number> = {
      floor: await open({ policies: false, visit: false }),
      policies: await open({ policies: true, visit: false }),
      visit: await open({ policies: true, visit: true }),
      product: config.port,
    }
    const ask = (step: Step, reading: Reading) => get(agent, ports[step], config.teamUrl.host, reading)
    await use(ask, workOf(product.backend))
  } finally {
    agent.destroy()
    for (const floor of floors) await floor.close()
    await product.stop()
  }
}

async function assertSame(page: string, ask: (step: Step) => Promise<Answer>): Promise<void> {
  const drawn = await Promise.all(steps.map(async (step) => plain((await ask(step)).body)))
  const other = steps.filter((_, index) => drawn[index] !== drawn[0])
  if (other.length > 0) throw new Error(`${page} is not the same page at ${other.join(', ')}`)
}

/** Of each request, in the order of the rounds: milliseconds that passed, and that a processor worked. */
type What = 'took' | 'worked'
type Samples = Record<Step, { readonly took: number[]; readonly worked: number[] }>

async function measured(
  ask: (step: Step) => Promise<Answer>,
  work: ReturnType<typeof workOf>,
): Promise<Samples> {
  const none = () => ({ took: [], worked: [] })
  const samples: Samples = { floor: none(), policies: none(), visit: none(), product: none() }
  for (let round = 0; round < warmUp + rounds; round++) {
    const order = steps.map((_, index) => steps[(index + round) % steps.length]!)
    work.look()
    for (const step of round % 8 < 4 ? order : order.reverse()) {
      const { result, worked } = await work.during(() => ask(step))
      if (round < warmUp) continue
      samples[step].took.push(result.milliseconds)
      samples[step].worked.push(worked)
    }
  }
  return samples
}

function said(page: string, stretch: readonly Samples[]): Record<string, number | string> {
  const all = (step: Step, what: What) => stretch.flatMap((samples) => samples[step][what])
  const ratios = (what: What) => paired(stretch, 'product', 'floor', what, over)
  const more = (above: Step, below: Step, what: What) =>
    round2(median(paired(stretch, above, below, what, (one, other) => one - other).flat()))
  const said = {
    Ratio: round2(median(ratios('took').flat())),
    RatioLies: spreadOfMedian(ratios('took')),
    RatioQuartiles: [0.25, 0.75].map((share) => round2(quantile(ratios('took').flat(), share))).join(' to '),
    Milliseconds: round2(median(all('product', 'took'))),
    P99: round2(quantile(all('product', 'took'), 0.99)),
    FloorMilliseconds: round2(median(all('floor', 'took'))),
    FloorP99: round2(quantile(all('floor', 'took'), 0.99)),
    Policies: more('policies', 'floor', 'took'),
    Visit: more('visit', 'policies', 'took'),
    Rest: more('product', 'visit', 'took'),
    WorkRatio: round2(median(ratios('worked').flat())),
    WorkRatioLies: spreadOfMedian(ratios('worked')),
    Work: round2(median(all('product', 'worked'))),
    FloorWork: round2(median(all('floor', 'worked'))),
    WorkOfPolicies: more('policies', 'floor', 'worked'),
    WorkOfVisit: more('visit', 'policies', 'worked'),
    WorkOfRest: more('product', 'visit', 'worked'),
  }
  return Object.fromEntries(Object.entries(said).map(([what, value]) => [`${page}${what}`, value]))
}

const over = (one: number, other: number) => one / other

/** One step against another of the same round, by stretches. */
function paired(
  stretch: readonly Samples[],
  above: Step,
  below: Step,
  what: What,
  how: typeof over,
): readonly (readonly number[])[] {
  return stretch.map((samples) => samples[above][what].map((one, at) => how(one, samples[below][what][at]!)))
}

/** Where the median lies 95 times in a hundred: of a thousand draws, with putting back, of whole stretches. */
function spreadOfMedian(stretch: readonly (readonly number[])[]): string {
  const medians = Array.from({ length: 1000 }, () =>
    median(stretch.flatMap(() => stretch[Math.floor(Math.random() * stretch.length)]!)),
  )
  return `${round2(quantile(medians, 0.025))} to ${round2(quantile(medians, 0.975))}`
}

function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

const round2 = (number: number) => Math.round(number * 100) / 100

/** What two answers to the same question may differ in: the nonce, and the minute. */
function plain(page: string): string {
  return page.replaceAll(/nonce="[^"]*"|hx-nonce="[^"]*"/g, '').replaceAll(/\b\d{1,2}:\d{2}\b/g, '')
}

type Answer = { readonly body: string; readonly milliseconds: number }

function get(agent: Agent, port: number, host: string, { path, cookie }: Reading): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    request({ agent, port, host: '127.0.0.1', path, headers: { host, cookie } }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (part: string) => {
        body += part
      })
      answer.on('end', () => {
        if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`))
        else resolve({ body, milliseconds: performance.now() - start })
      })
      answer.on('error', reject)
    })
      .on('error', reject)
      .end()
  })
}
