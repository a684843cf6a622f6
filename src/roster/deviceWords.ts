import type { BrowserMaker } from '../messaging/index.ts'
import type { Phrases } from '../ui/language.ts'

const maker: Record<BrowserMaker, string> = {
  chrome: 'Chrome, or a browser built like it',
  firefox: 'Firefox browser',
  safari: 'Safari, on an Apple device',
  edge: 'Edge, on Windows',
  other: 'Another browser',
}
const fabricante: typeof maker = {
  chrome: 'Chrome, o un navegador hecho como él',
  firefox: 'Navegador Firefox',
  safari: 'Safari, en un dispositivo de Apple',
  edge: 'Edge, en Windows',
  other: 'Otro navegador',
}

const en = {
  title: 'Notifications on your devices',
  lead: 'A lock screen shows “Tailboard: answer needed by 02:40. Open it.” and nothing more. Use your own device, not the department’s. The browser’s maker sees that you were notified, and when, but not what it says.',
  none: 'No device is notified.',
  device: 'Device',
  since: 'Since',
  step: 'Step',
  thisOne: 'This device',
  remove: 'Remove',
  add: 'Notify me on this device',
  here: 'This device is notified.',
  script: 'To add this device, the page needs JavaScript. Everything else here works without it.',
  unsupported:
    'This browser can’t be notified. On an iPhone or iPad, put Tailboard on the Home Screen first and open it from there.',
  blocked:
    'This browser blocks notifications from Tailboard. Allow them in its settings for this site, then load the page again.',
  failed: 'The browser could not be set up just now. Check that it is online and try again.',
  test: 'Send me a test',
  sent: 'A test is on its way to each of your devices. Nothing came within a minute? Look at the device’s own settings.',
  most: 'At most five devices; a new one takes the place of the oldest.',
  testLine: 'Tailboard: this device is notified. Nothing waits.',
  maker,
}

const es: typeof en = {
  title: 'Avisos en sus dispositivos',
  lead: 'La pantalla bloqueada muestra «Tailboard: se necesita respuesta antes de las 02:40. Ábralo.» y nada más. Use su propio dispositivo, no el del departamento. El fabricante del navegador ve que se le avisó, y cuándo, pero no qué dice.',
  none: 'No se avisa a ningún dispositivo.',
  device: 'Dispositivo',
  since: 'Desde',
  step: 'Paso',
  thisOne: 'Este dispositivo',
  remove: 'Quitar',
  add: 'Avisarme en este dispositivo',
  here: 'En este dispositivo se le avisa.',
  script: 'Para añadir este dispositivo, la página necesita JavaScript. Todo lo demás funciona sin él.',
  unsupported:
    'A este navegador no se le puede avisar. En un iPhone o iPad, ponga primero Tailboard en la pantalla de inicio y ábralo desde allí.',
  blocked:
    'Este navegador bloquea los avisos de Tailboard. Permítalos en su configuración para este sitio y vuelva a cargar la página.',
  failed: 'No se pudo preparar el navegador. Compruebe que tiene conexión e inténtelo otra vez.',
  test: 'Envíenme una prueba',
  sent: 'Una prueba va camino de cada uno de sus dispositivos. ¿No llega en un minuto? Mire la configuración del dispositivo.',
  most: 'Como máximo cinco dispositivos; uno nuevo ocupa el lugar del más antiguo.',
  testLine: 'Tailboard: en este dispositivo se le avisa. Nada espera.',
  maker: fabricante,
}

/** Where people have their own devices notified. */
export const deviceWords: Phrases<typeof en> = { en, es }
