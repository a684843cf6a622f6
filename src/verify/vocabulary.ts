const words = (text: string) => new Set(text.trim().split(/\s+/))

/** What public pages are made of: nothing here loads or runs anything. A `select` is left out, since browsers came to read its inside anew. */
export const harmless = words(`
  html head title meta link body header main footer nav section article aside div span p a b strong i em s small sup br hr
  h1 h2 h3 h4 ul ol li dl dt dd table caption thead tbody tr th td time abbr figure figcaption blockquote
  fieldset legend label input output details summary img svg
`)

/** What an icon or a band is drawn with. */
export const shapes = words('svg g path rect circle ellipse line polyline polygon title desc')

/** What may be ticked; it stays in the page. */
export const questions = words('radio checkbox')

/** Links of the page's head by which a browser loads what is compared. */
export const loading = words('stylesheet modulepreload preload icon')

/** Attributes that hold addresses a browser may fetch or send to. */
export const addresses = words(`
  src href srcset imagesrcset action formaction data poster background manifest ping cite longdesc codebase archive
  classid profile usemap dynsrc lowsrc icon attributionsrc data-worker
`)

/** Which of them a browser fetches in pages of ours. */
export const loadedBy = words('script.src img.src link.href')

const plain = words(`
  class id lang dir title hidden tabindex role translate rel target download for name type value checked disabled
  required min max step open datetime scope colspan rowspan headers start alt width height loading charset content
  viewbox d x y x1 y1 x2 y2 cx cy r rx ry points transform fill stroke stroke-width stroke-linecap stroke-linejoin
  preserveaspectratio xmlns focusable referrerpolicy as http-equiv hreflang autocomplete
`)

export function isHarmless(name: string): boolean {
  return plain.has(name.toLowerCase()) || /^(aria|data)-/.test(name)
}
