# What every stage shares: caches, pinned versions, installing once, counting tests. Sourced, not run.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"

# Caches live outside the checkout, so that a fresh clone is warm.
export TIENDO_CACHE=${TIENDO_CACHE:-$HOME/.cache/tiendo}
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$TIENDO_CACHE/target}
export PIP_CACHE_DIR=$TIENDO_CACHE/pip
export npm_config_cache=$TIENDO_CACHE/npm
export CARGO_INCREMENTAL=0
export CARGO_TERM_COLOR=never
export CARGO_PROFILE_TEST_DEBUG=line-tables-only
# Backtraces would get into error texts that tests compare.
export RUST_BACKTRACE=0
# `rust-version` in Cargo.toml is this toolchain: CI is what makes it true.
export RUSTUP_TOOLCHAIN=1.95.0
export TIENDO_TALLY=${TIENDO_TALLY:-$(mktemp)}
mkdir -p "$TIENDO_CACHE" "$CARGO_TARGET_DIR"

# An install may meet a network that stutters: once more, then fail. Never for an assertion.
retry() {
  "$@" || { echo "again: $*" >&2; sleep 5; "$@"; }
}

# Debian packages, only those missing.
need_apt() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  export DEBIAN_FRONTEND=noninteractive
  retry apt-get -o DPkg::Lock::Timeout=300 update -q
  retry apt-get -o DPkg::Lock::Timeout=300 install -q -y --no-install-recommends "${missing[@]}"
}

# The Rust toolchain with its parts, and any targets named.
need_rust() {
  command -v rustup >/dev/null || { echo "rustup is needed: install it from your system's packages" >&2; exit 1; }
  if ! rustup run "$RUSTUP_TOOLCHAIN" cargo clippy --version >/dev/null 2>&1 \
    || ! rustup run "$RUSTUP_TOOLCHAIN" cargo fmt --version >/dev/null 2>&1; then
    retry rustup toolchain install "$RUSTUP_TOOLCHAIN" --profile minimal -c clippy -c rustfmt
  fi
  for target in "$@"; do
    rustup target list --installed --toolchain "$RUSTUP_TOOLCHAIN" | grep -qx "$target" \
      || retry rustup target add --toolchain "$RUSTUP_TOOLCHAIN" "$target"
  done
}

# tally PASSED FAILED: adds a runner's counts to the sum at the end.
tally() { echo "$1 $2" >>"$TIENDO_TALLY"; }

# cargo test with its counts added.
cargo_test() {
  local log status=0
  log=$(mktemp)
  cargo test --locked "$@" 2>&1 | tee "$log" | grep -v '^test .* ok$' || status=${PIPESTATUS[0]}
  awk '/^test result:/ { passed += $4; failed += $6 } END { print passed + 0, failed + 0 }' "$log" >>"$TIENDO_TALLY"
  rm -f "$log"
  return "$status"
}
