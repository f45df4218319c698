// Installs the locked packages when the lock file changed and compiles the style sheet.
// Says nothing when all went well. One build at a time: several may start at once (solution, tests, publish).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const at = (...names) => path.join(root, ...names);
const lock = at('obj', 'assets.lock');
const stamp = at('node_modules', '.bankadmin-stamp');
const output = at('wwwroot', 'css', 'bankadmin.css');

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node.js 20 or later is needed to build the style sheet; this is ${process.versions.node}.`);
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function takeLock() {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (const end = Date.now() + 300_000; Date.now() < end;) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
      process.on('exit', () => fs.rmSync(lock, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    // A build that was killed leaves its lock behind; an empty one is just being written.
    try {
      const pid = Number(fs.readFileSync(lock, 'utf8'));
      const age = Date.now() - fs.statSync(lock).mtimeMs;
      if ((pid > 0 && !isRunning(pid)) || age > 240_000) fs.rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  fail(`Another build of the style sheet did not end. Delete ${path.relative(process.cwd(), lock)} and try again.`);
}

function install() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) hash.update(fs.readFileSync(at(name)));
  const wanted = hash.digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  const npm = spawnSync('npm ci --no-progress', { cwd: root, shell: true, encoding: 'utf8' });
  if (npm.status !== 0) {
    fail(`npm ci failed. Is npm there, and can it reach its registry?\n${npm.stdout ?? ''}${npm.stderr ?? ''}`);
  }
  fs.writeFileSync(stamp, wanted);
}

function compile() {
  const sass = createRequire(at('package.json'))('sass');
  let css;
  try {
    ({ css } = sass.compile(at('Styles', 'bankadmin.scss'), {
      style: 'compressed',
      charset: false,
      loadPaths: [at('node_modules')],
      quietDeps: true,
      silenceDeprecations: ['import'], // Bootstrap 5 can be taken in parts only with @import.
    }));
  } catch (error) {
    fail(error.message);
  }
  // A browser must read the file alike whatever character set it is told; the glyph() function keeps it so.
  const other = css.match(/[^\n\x20-\x7e]/u);
  if (other) fail(`bankadmin.css holds "${other[0]}"; write it with glyph().`);
  // Images inside the style sheet would need data: in the content security policy.
  if (css.includes('url(data:') || css.includes('url("data:')) fail('bankadmin.css holds a data: image.');
  fs.mkdirSync(path.dirname(output), { recursive: true });
  const next = `${output}.${process.pid}`;
  fs.writeFileSync(next, css);
  fs.renameSync(next, output);
}

await takeLock();
install();
compile();
