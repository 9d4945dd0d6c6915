/** Finds a browser for the tests: an installed Chrome, Chromium or Edge, else one that we install. */
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
/** Where `installBrowser` puts one when the system has no package for it. */
const cache = join(root, 'node_modules', '.cache', 'browsers');

/** Path of a browser, or `undefined`. `CHROME_PATH` decides when it is set. */
export function findBrowser() {
  const onPath = (process.env.PATH ?? '').split(platform() === 'win32' ? ';' : ':');
  const candidates = [
    process.env.CHROME_PATH,
    ...onPath.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...(PLACES[platform()] ?? []),
    ...downloaded(),
  ];
  return candidates.find((path) => path && existsSync(path));
}

function downloaded() {
  if (!existsSync(cache)) return [];
  return readdirSync(cache, { recursive: true })
    .filter((path) => /(^|[\\/])(chrome|chrome\.exe|Google Chrome for Testing)$/.test(path))
    .map((path) => join(cache, path));
}

/** Makes sure that there is a browser: the system's package where we may install one, else a download. */
export async function ensureBrowser() {
  if (findBrowser()) return;
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

/** Commands of the system's package manager, when we are allowed to use it without asking for a password. */
function systemInstall() {
  const has = (command) => {
    try {
      execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  if (platform() !== 'linux' || process.getuid?.() !== 0) return undefined;
  // Ubuntu's `chromium` is a stub for snap, which does not run in containers; Debian's is the browser itself.
  if (has('apt-get'))
    return ['apt-get update -qq', 'DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium'];
  if (has('dnf')) return ['dnf install -y -q chromium'];
  if (has('apk')) return ['apk add --no-cache chromium'];
  return undefined;
}
