# Shared by the scripts of this folder: where the root is, what is stale, how a step is shown.
# Sourced, never run. Every function may be called twice without harm.

cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}
PROFILE=debug
[ -z "${RELEASE:-}" ] || PROFILE=release
# The pages of npm's audit and funding are noise in a log, and a network call each.
export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false

say() { printf '\n\033[1m== %s\033[0m\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# as_root COMMAND…: directly for root, through sudo for anybody else.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif have sudo; then sudo "$@"; else
    die "Installing needs root or sudo. Run as root: $*"
  fi
}

# apt_install PACKAGE…: asks for the lists only once per run, because that is the slow part.
apt_install() {
  have apt-get || die "Please install: $* (no apt-get here)"
  if [ -z "${APT_FRESH:-}" ]; then as_root apt-get -q update; APT_FRESH=1; fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@"
}

# The client library of PostgreSQL is linked, so its header and linker name are needed to build.
has_libpq() {
  { have pkg-config && pkg-config --exists libpq; } || { have pg_config && [ -e "$(pg_config --includedir)/libpq-fe.h" ]; }
}

need_build_tools() {
  have cargo || die "Rust is missing: install it from https://rustup.rs (stable, 1.95 or later)."
  have npm || die "Node is missing: install Node.js 20.19 or later with npm."
  local lacking=()
  have cc || lacking+=(build-essential)
  has_libpq || lacking+=(libpq-dev pkg-config)
  [ ${#lacking[@]} = 0 ] || apt_install "${lacking[@]}"
}

# npm_packages FOLDER: `npm ci`, skipped while the lock file is the one that was installed last.
npm_packages() {
  local stamp=$1/node_modules/.installed-lock
  if ! cmp -s "$1/package-lock.json" "$stamp"; then
    npm --prefix "$1" ci --no-audit --no-fund
    cp "$1/package-lock.json" "$stamp"
  fi
}

# build_web: Vite's build, skipped while nothing it reads is newer than its result.
build_web() {
  npm_packages web
  local result=web/dist/index.html
  if [ ! -e "$result" ] || [ -n "$(find web -path web/node_modules -prune -o -path web/dist -prune -o -type f -newer "$result" -print -quit)" ]; then
    npm --prefix web run build
  fi
}

build_server() {
  local flags=(--locked --bin estrade)
  # For tests with the features of the whole workspace, as its tests are built: else crates compile twice.
  if [ -n "${RELEASE:-}" ]; then flags+=(--release); else flags+=(--workspace); fi
  cargo build "${flags[@]}"
  ESTRADE=$TARGET/$PROFILE/estrade
}

# fast_folder: for files that need not outlive the run: in memory, where there is enough of it. A third of the time
# of tests on databases went to making and dropping files.
fast_folder() {
  if [ -w /dev/shm ] && [ "$(df --output=avail -k /dev/shm | tail -n 1)" -gt 2000000 ]; then echo /dev/shm
  else echo "${TMPDIR:-/tmp}"; fi
}

free_port() {
  node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });'
}
