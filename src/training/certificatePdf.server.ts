import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import type { Language } from '../ui/language.ts'
import { day, duration } from '../ui/moment.ts'
import { type Certificate, lastDayOf } from './certificate.ts'
import { paperWords } from './paperWords.ts'
import { winAnsi } from './winAnsi.ts'

type Paper = {
  readonly lang: Language
  /** The region's name. */
  readonly region: string
  readonly certificate: Certificate
  /** Whether the course has skills that are watched in a room. */
  readonly skills: boolean
  /** Where whoever is handed the paper looks whether it still holds. */
  readonly link: string
  readonly now: Temporal.Instant
}

const [width, margin] = [792, 64]
const room = width - 2 * margin
const [ink, quiet] = ['#1d2733', '#55606c']

/**
 * The certificate on one page, US letter lying down. Its fonts are those every reader has. What it holds can be read aloud: a title, a
 * language, and its parts in order; nothing about its holder stands in its properties.
 */
export async function certificatePdf(paper: Paper): Promise<Buffer> {
  const { lang, certificate, link } = paper
  const say = paperWords[lang]
  const made = new Date(paper.now.epochMilliseconds)
  const pdf = new PDFDocument({
    size: 'LETTER',
    layout: 'landscape',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: lang === 'es' ? 'es-US' : 'en-US',
    info: {
      Title: winAnsi(`${say.title}: ${certificate.title}`),
      Producer: 'Tailboard',
      Creator: 'Tailboard',
      CreationDate: made,
    },
  })
  const whole = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
  })

  const root = pdf.struct('Document')
  pdf.addStructure(root)
  const write = (tag: string, text: string, style: Style) =>
    root.add(
      pdf.struct(tag, {}, () => {
        const shown = winAnsi(text)
        pdf.font(style.font ?? 'Helvetica').fillColor(style.color ?? ink)
        pdf.fontSize(fitting(pdf, shown, style))
        pdf.text(shown, style.x ?? margin, style.y, {
          width: style.width ?? room,
          align: style.align ?? 'center',
          lineGap: 2,
        })
      }),
    )
  write('P', paper.region, { y: 66, size: 14 })
  write('H1', say.title, { y: 92, size: 30, font: 'Times-Roman', oneLine: true })
  write('P', say.says, { y: 146, size: 12, color: quiet })
  write('P', certificate.name, { y: 172, size: 32, font: 'Times-Bold', oneLine: true })
  write('P', say.completed, { y: 220, size: 12, color: quiet })
  write('H2', certificate.title, { y: 242, size: 22, font: 'Times-Roman', oneLine: true })
  const days = `${say.issued(day(certificate.issuedOn, lang))}. ${say.through(day(lastDayOf(certificate), lang))}.`
  write('P', days, { y: 290, size: 13 })
  const time = (minutes: number) => duration(minutes, lang)
  write('P', `${say.hours(time(certificate.onlineMinutes), time(certificate.inPersonMinutes))}.`, {
    y: 312,
    size: 13,
  })
  if (paper.skills) write('P', say.skills, { y: 334, size: 13 })
  const left = { x: margin, width: room - 150, align: 'left' } as const
  write('P', say.not, { ...left, y: 440, size: 10, color: quiet })
  write('P', say.check, { ...left, y: 500, size: 10 })
  write('P', link, { ...left, y: 516, size: 10, oneLine: true })
  root.add(
    pdf.struct('Figure', { alt: winAnsi(say.picture(link)) }, () => {
      const { data, size } = encode(link, { border: 0 })
      const dot = 110 / size
      for (const [y, row] of data.entries())
        for (const [x, dark] of row.entries())
          if (dark) pdf.rect(width - margin - 110 + x * dot, 432 + y * dot, dot, dot)
      pdf.fill('#000')
    }),
  )
  root.end()
  pdf.end()
  return await whole
}

type Style = {
  readonly y: number
  readonly size: number
  readonly x?: number
  readonly width?: number
  readonly font?: string
  readonly color?: string
  readonly align?: 'left' | 'center'
  /** A long name is drawn smaller rather than broken. */
  readonly oneLine?: boolean
}

function fitting(
  pdf: PDFKit.PDFDocument,
  text: string,
  { size, width: given = room, oneLine }: Style,
): number {
  if (!oneLine) return size
  const wide = pdf.fontSize(size).widthOfString(text)
  return wide <= given ? size : Math.max(7, Math.floor((size * given) / wide))
}
