// Runs `npm ci` once, also when several builds ask at the same moment: npm empties node_modules first,
// which would take the fonts away under a compiler that is reading them.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(project, "obj", "fonts.lock");
const stamp = join(project, "node_modules", ".fonts-stamp");
const wanted = createHash("sha256").update(readFileSync(join(project, "package-lock.json"))).digest("hex");
const staleAfter = 10 * 60 * 1000;

const installed = () => {
  try { return readFileSync(stamp, "utf8") === wanted; } catch { return false; }
};
const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

mkdirSync(dirname(lock), { recursive: true });
for (;;) {
  try { mkdirSync(lock); break; } catch (error) {
    if (error.code !== "EEXIST") throw error;
    try {
      if (Date.now() - statSync(lock).mtimeMs > staleAfter) rmSync(lock, { recursive: true, force: true });
    } catch { /* the other build has just finished */ }
    pause(200);
  }
}
let code = 0;
try {
  if (!installed()) {
    code = spawnSync("npm ci --ignore-scripts --no-audit --no-fund --loglevel=error",
      { cwd: project, stdio: "inherit", shell: true }).status ?? 1;
  }
  // Written even when nothing was installed: its time tells the build that it is newer than the lock file.
  if (code === 0) writeFileSync(stamp, wanted);
} finally {
  rmSync(lock, { recursive: true, force: true });
}
process.exit(code);
