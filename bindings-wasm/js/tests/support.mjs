// What several test files share.
import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

export const packageRoot = fileURLToPath(new URL('..', import.meta.url));

/**
 * The files of whole cases, each with its name. The stage makes them; by hand:
 * `cargo run -p tiendo-tests --bin vectors -- DIR`, then TIENDO_CASES=DIR.
 */
export async function vectorFiles() {
  const folder = process.env.TIENDO_CASES;
  const names = folder ? (await readdir(folder)).filter((name) => name.endsWith('.json')).sort() : [];
  return Promise.all(names.map(async (name) => ({ name, json: JSON.parse(await readFile(join(folder, name), 'utf8')) })));
}

/** What an action throws. */
export function thrownBy(action) {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error(`nothing was thrown by ${action}`);
}

/** The package's plans: the text of each by its id. */
export async function planFiles() {
  const folder = join(packageRoot, 'dist/plans');
  const ids = (await readdir(folder)).map((name) => name.replace(/\.json$/, '')).sort();
  return Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await readFile(join(folder, `${id}.json`), 'utf8')])));
}

/** Notes a file's result where the stage collects them. */
export async function record(language, file, passed, failed) {
  const list = process.env.TIENDO_VECTORS;
  if (list) await appendFile(list, `${language}\t${file}\t${passed}\t${failed}\n`);
}

/** An empty project with the packed package installed, as a user has it; removed after the test. */
export async function project(t) {
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const npm = (...args) => execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const [packed] = JSON.parse(npm('pack', packageRoot, '--json', '--ignore-scripts'));
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  npm('install', `./${packed.filename}`, '--offline', '--no-audit', '--no-fund', '--ignore-scripts');
  return { folder, files: packed.files.map((file) => file.path).sort() };
}

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Serves folders under their prefixes, the longest first, to this machine alone; returns the origin. */
export async function serve(t, folders, headers = {}) {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    // Browsers ask for it unasked.
    if (path === '/favicon.ico') return response.writeHead(204).end();
    const prefix = prefixes.find((prefix) => path.startsWith(prefix));
    const body = prefix && (await readFile(join(folders[prefix], path.slice(prefix.length))).catch(() => undefined));
    response.writeHead(body ? 200 : 404, { 'content-type': types[extname(path)] ?? 'text/plain', ...headers });
    return response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}

/** Opens a page and returns what its script leaves in `globalThis.result`, with all the page complained of. */
export async function visit(t, url) {
  const browser = await chromium.launch({
    executablePath: process.env.TIENDO_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  t.after(() => browser.close());
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  await page.waitForFunction(() => 'result' in globalThis).catch((error) => {
    throw new Error(`${error.message}\n${complaints.join('\n')}`);
  });
  return { result: await page.evaluate(() => globalThis.result), complaints };
}
