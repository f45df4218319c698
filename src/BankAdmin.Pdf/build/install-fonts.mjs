// Runs `npm ci` once, also when several builds ask at the same moment: npm empties node_modules first,
// which would take the fonts away under a compiler that is reading them.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(project, "obj", "fonts.lock");
const stamp = join(project, "node_modules", ".fonts-stamp");
const wanted = createHash("sha256").update(readFileSync(join(project, "package-lock.json"))).digest("hex");

const installed = () => {
  try { return readFileSync(stamp, "utf8") === wanted; } catch { return false; }
};
// A build that was broken off leaves its lock behind.
const abandoned = () => {
  let holder;
  try { holder = Number(readFileSync(lock, "utf8")); } catch { return false; }
  if (!holder) return false;
  try { process.kill(holder, 0); return false; } catch (error) { return error.code === "ESRCH"; }
};
const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

mkdirSync(dirname(lock), { recursive: true });
for (;;) {
  try { writeFileSync(lock, String(process.pid), { flag: "wx" }); break; } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (abandoned()) rmSync(lock, { force: true });
    else pause(200);
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
  rmSync(lock, { force: true });
}
process.exit(code);
