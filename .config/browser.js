/**
 * Finds browsers for the tests: an installed Chrome, Chromium or Edge, else one that we install; and the same without a window,
 * which is Chromium's own engine and takes half of the processor time.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { bin, must, root, run } from './run.js';

/** No sandbox, because the suites also run as root in containers; no background traffic, so that they work offline. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];
const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ].flatMap((place) => [place, join(homedir(), place)]),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter(Boolean)
    .flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Chromium/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
};
const APT_INSTALL = 'DEBIAN_FRONTEND=noninteractive apt-get install -y -qq';

/** The script of Debian's that starts the first of these passes no signal on, so it comes last. */
const WINDOWLESS = ['/usr/lib/chromium/chromium-headless-shell'];
const WINDOWLESS_NAMES = ['chrome-headless-shell', 'headless_shell', 'chromium-headless-shell'];
/** Where `ensureBrowser` puts one when the system has no package for it. */
const cache = join(root, 'node_modules', '.cache', 'browsers');

const first = (candidates) => candidates.find((path) => path && existsSync(path));

const onPath = (names) =>
  (process.env.PATH ?? '')
    .split(platform() === 'win32' ? ';' : ':')
    .flatMap((folder) => names.map((name) => join(folder, name)));

/** Path of a browser, or `undefined`. `CHROME_PATH` decides when it is set. */
export function findBrowser() {
  return first([process.env.CHROME_PATH, ...onPath(NAMES), ...(PLACES[platform()] ?? []), ...downloaded()]);
}

/** Path of a browser without a window, else of any browser. It puts no page aside for Back, and has no window to measure in. */
export function findWindowless() {
  return first([process.env.CHROME_PATH, ...WINDOWLESS, ...onPath(WINDOWLESS_NAMES)]) ?? findBrowser();
}

function downloaded() {
  if (!existsSync(cache)) return [];
  return readdirSync(cache, { recursive: true })
    .filter((path) => /(^|[\\/])(chrome|chrome\.exe|Google Chrome for Testing)$/.test(path))
    .map((path) => join(cache, path));
}

/**
 * Makes sure that there is a browser: the system's package where we may install one, else a download. One without a window
 * comes along where the system has it.
 */
export async function ensureBrowser() {
  if (!findBrowser()) await installBrowser();
  if (findWindowless() !== findBrowser() || !mayInstall('apt-get')) return;
  // Not every release has it, and nothing depends on it.
  if (!succeeds('apt-cache show chromium-headless-shell')) return;
  console.error('Installing a browser without a window, which is faster (once)…');
  await run('sh', ['-c', `${APT_INSTALL} --no-remove chromium-headless-shell`]);
}

async function installBrowser() {
  console.error('No Chrome, Chromium or Edge found; installing one for the tests (once)…');
  const packageManager = systemInstall();
  if (packageManager) {
    for (const command of packageManager) if ((await run('sh', ['-c', command])) !== 0) break;
    if (findBrowser()) return;
  }
  await must('Installing a browser', bin('browsers'), ['install', 'chrome@stable', '--path', cache]);
  if (!findBrowser()) {
    console.error(
      'There is still no browser. Install Chrome or Chromium, or set CHROME_PATH to one, and run this again.',
    );
    process.exit(1);
  }
}

/** Whether there is such a package manager, and we are allowed to use it without asking for a password. */
function mayInstall(manager) {
  return platform() === 'linux' && process.getuid?.() === 0 && succeeds(`command -v ${manager}`);
}

function succeeds(command) {
  try {
    execFileSync('sh', ['-c', command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Commands of the system's package manager, when we may use it. */
function systemInstall() {
  // Ubuntu's `chromium` is a stub for snap, which does not run in containers; Debian's is the browser itself.
  if (mayInstall('apt-get')) return ['apt-get update -qq', `${APT_INSTALL} chromium`];
  if (mayInstall('dnf')) return ['dnf install -y -q chromium'];
  if (mayInstall('apk')) return ['apk add --no-cache chromium'];
  return undefined;
}
