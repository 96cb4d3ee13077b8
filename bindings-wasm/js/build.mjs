// Builds dist/: the wasm, its glue, the wasm as base64, and the plans. Needs cargo and `npm ci`; `npm run build`.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const run = (program, ...args) =>
  execFileSync(program, args, { cwd: here('../..'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

const target = JSON.parse(run('cargo', 'metadata', '--locked', '--no-deps', '--format-version=1')).target_directory;

// Panic messages name source files: without the folders of the machine that built them.
const folders = { [process.env.CARGO_HOME ?? join(homedir(), '.cargo')]: 'cargo', [here('../..')]: 'tiendo' };
// Fingerprints are made by the short form of SHA-256: its rounds as a loop.
const short = ['--cfg=sha2_backend="soft"', '--cfg=sha2_backend_soft="compact"'];
process.env.CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = Object.entries(folders)
  .map(([from, to]) => `--remap-path-prefix=${from}=${to}`)
  .concat(short)
  .join(' ');

// Measured: smaller after compression than 2, 3 and s. A panic cannot unwind in wasm anyway.
const profile = ['inherits="release"', 'opt-level="z"', 'lto=true', 'codegen-units=1', 'panic="abort"'];
run('cargo', 'build', '--locked', '-p', 'tiendo-wasm', '--target=wasm32-unknown-unknown', '--profile=wasm',
  ...profile.map((setting) => `--config=profile.wasm.${setting}`));
run('cargo', 'build', '--locked', '-p', 'tiendo-wasm-bundler');

rmSync(here('dist'), { recursive: true, force: true });
mkdirSync(here('dist'));
run(`${target}/debug/tiendo-wasm-bundler`, `${target}/wasm32-unknown-unknown/wasm/tiendo_wasm.wasm`, here('dist'));
// Inlining makes what is sent larger by an eighth: many similar calls compress better than their bodies. So do functions in
// order of their names, by a fiftieth: the copies of one for each of its types stand together. A second round finds a little
// more. The lowest kilobyte of the memory is the end of the stack, so no address is counted from there.
run(here('node_modules/.bin/wasm-opt'), '-Oz', '-Oz', '--skip-pass=inlining-optimizing', '--low-memory-unused',
  '--reorder-functions-by-name', here('dist/tiendo_bg.wasm'), '-o', here('dist/tiendo.wasm'));
rmSync(here('dist/tiendo_bg.wasm'));
const base64 = readFileSync(here('dist/tiendo.wasm'), 'base64');
writeFileSync(here('dist/base64.js'), `export default '${base64}';\n`);
cpSync(here('../../core/plans'), here('dist/plans'), { recursive: true });
cpSync(here('../../core/data'), here('dist/schemas'), {
  recursive: true, filter: (path) => !path.endsWith('.json') || path.endsWith('.schema.json'),
});
// npm packs no links.
for (const license of ['LICENSE-APACHE', 'LICENSE-MIT']) copyFileSync(here(`../../${license}`), here(license));
