import { liveId, shapeOf } from './liveShape.ts'
import { activationPaths } from './paths.ts'
import type { ActivationView } from './view.ts'

/** Where a live board hears of changes; without a script an empty line. */
export const Live = ({ view, nonce }: { view: ActivationView; nonce: string }) => (
  <>
    <p id={liveId.said} class="muted small" aria-live="polite"></p>
    <div
      hidden
      hx-sse:connect={activationPaths.live(view.region.slug, view.activation.id, shapeOf(view))}
      hx-nonce={nonce}
    ></div>
  </>
)
