import type { BrowserMaker } from '../messaging/index.ts'
import type { Region } from '../region/index.ts'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { DataTable } from '../ui/dataTable.tsx'
import type { Language } from '../ui/language.ts'
import { day } from '../ui/moment.ts'
import { Notice } from '../ui/notice.tsx'
import { Tag } from '../ui/tag.tsx'
import { deviceWords } from './deviceWords.ts'
import { rosterPaths } from './paths.ts'

export type Device = {
  readonly id: string
  readonly maker: BrowserMaker
  readonly madeAt: Temporal.Instant
  /** By which its own browser knows it, without its address standing in the page. */
  readonly mark: string
}

type Props = {
  lang: Language
  region: Region
  devices: readonly Device[]
  /** What a browser binds its agreement to. */
  publicKey: string
}

/** Browsers that are notified. Adding one takes its own script, and the page says so; removing one takes none. */
export const DevicesCard = (props: Props) => {
  const { lang, region, devices } = props
  const say = deviceWords[lang]
  return (
    <Card title={say.title}>
      <p>{say.lead}</p>
      <div class="stack" data-push-key={props.publicKey}>
        {devices.length === 0 ? <p>{say.none}</p> : <DeviceTable {...props} />}
        <div data-push="script">
          <Notice>{say.script}</Notice>
        </div>
        <div data-push="unsupported" hidden>
          <Notice tone="amber">{say.unsupported}</Notice>
        </div>
        <div data-push="blocked" role="status" hidden>
          <Notice tone="amber">{say.blocked}</Notice>
        </div>
        <div data-push="failed" role="alert" hidden>
          <Notice tone="bad">{say.failed}</Notice>
        </div>
        <div data-push="here" hidden>
          <Notice tone="ok">{say.here}</Notice>
        </div>
        <div data-push="offer failed" hidden>
          <form method="post" action={rosterPaths.reachDevices(region.slug)}>
            {(['endpoint', 'p256dh', 'auth'] as const).map((name) => (
              <input key={name} type="hidden" name={name} />
            ))}
            <p class="muted small">{say.most}</p>
            <Button look="primary">{say.add}</Button>
          </form>
        </div>
      </div>
      {devices.length === 0 ? null : (
        <form method="post" action={rosterPaths.reachDeviceTest(region.slug)}>
          <Button>{say.test}</Button>
        </form>
      )}
    </Card>
  )
}

const DeviceTable = ({ lang, region, devices }: Props) => {
  const say = deviceWords[lang]
  const since = (at: Temporal.Instant) => day(at.toZonedDateTimeISO(region.timeZone).toPlainDate(), lang)
  return (
    <DataTable
      caption={say.title}
      captionHidden
      columns={[{ label: say.device }, { label: say.since }, { label: say.step }]}
      rows={devices.map((device) => ({
        key: device.id,
        cells: [
          <span data-browser={device.mark}>
            {say.maker[device.maker]}{' '}
            <span data-push-this hidden>
              <Tag tone="ok">{say.thisOne}</Tag>
            </span>
          </span>,
          since(device.madeAt),
          <form method="post" action={rosterPaths.reachDeviceRemoval(region.slug)}>
            <input type="hidden" name="id" value={device.id} />
            <Button look="quiet">{say.remove}</Button>
          </form>,
        ],
      }))}
    />
  )
}
