# Building for other systems: the tools, the systems and what must hold of each library. Sourced after common.sh, not run.
ziglang=0.17.1 zigbuild=0.24.1 maturin=1.16.0

# What `.ci/run` builds, and what `.ci/run --extra` builds besides (it sets TIENDO_EXTRA). The names are those of JNA's folders.
systems=(linux-x86-64 linux-aarch64 win32-x86-64 ${TIENDO_EXTRA:+darwin-x86-64 darwin-aarch64})
# Beside them for wheels alone: Linux by musl, as Alpine is.
musl_systems=(musl-x86-64 ${TIENDO_EXTRA:+musl-aarch64})

# rust_target SYSTEM: Rust's name for it.
rust_target() {
  case $1 in
    linux-x86-64) echo x86_64-unknown-linux-gnu ;;
    linux-aarch64) echo aarch64-unknown-linux-gnu ;;
    musl-x86-64) echo x86_64-unknown-linux-musl ;;
    musl-aarch64) echo aarch64-unknown-linux-musl ;;
    win32-x86-64) echo x86_64-pc-windows-gnu ;;
    darwin-x86-64) echo x86_64-apple-darwin ;;
    darwin-aarch64) echo aarch64-apple-darwin ;;
    *) echo "no system $1" >&2; return 1 ;;
  esac
}

# cross_tools SYSTEM …: Rust for those systems, a linker for all of them, and what reads and strips their libraries.
cross_tools() {
  local targets=() system
  for system in "$@"; do targets+=("$(rust_target "$system")"); done
  need_rust "${targets[@]}"
  llvm=$(rustc --print sysroot)/lib/rustlib/$(rustc -vV | sed -n 's/^host: //p')/bin
  [ -x "$llvm/llvm-readobj" ] || retry rustup component add --toolchain "$RUSTUP_TOOLCHAIN" llvm-tools
  local tools=$TIENDO_CACHE/cross
  [ -x "$tools/bin/python" ] || python3 -m venv "$tools"
  retry "$tools/bin/pip" install -q --disable-pip-version-check \
    "ziglang==$ziglang" "cargo-zigbuild==$zigbuild" "maturin==$maturin"
  export PATH=$tools/bin:$PATH ZIG_GLOBAL_CACHE_DIR=$TIENDO_CACHE/zig
  # What a library says of where it panicked is not where it was built.
  retry cargo fetch -q --locked
  local sources
  export RUSTFLAGS=--remap-path-prefix=$ROOT=tiendo
  for sources in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*; do RUSTFLAGS+=" --remap-path-prefix=$sources=crates"; done
}

# check_library SYSTEM FILE: that it is what the system loads, needs nothing that the system lacks, and is stripped.
check_library() {
  local system=$1 file=$2 format needs glibc="" said
  case $system in
    *-x86-64) format='x86-64' ;;
    *-aarch64) format='(arm64|aarch64)' ;;
  esac
  case $system in
    linux-*) format="elf64-(little)?$format" needs='(lib(c|m|dl|rt|pthread|gcc_s|unwind)\.so\.[0-9]|ld-linux-[a-z0-9_-]+\.so\.[0-9])' ;;
    musl-*) format="elf64-(little)?$format" needs='lib(c|gcc_s|unwind)(\.musl-[a-z0-9_]+)?\.so(\.[0-9])?' ;;
    win32-*) format="COFF-$format" needs='(kernel32|ntdll|msvcrt|ws2_32|userenv|bcrypt|bcryptprimitives|advapi32|python3|api-ms-win-[a-z0-9-]+)\.dll' ;;
    darwin-*) format="Mach-O (64-bit )?$format" needs='/usr/lib/lib(System\.B|iconv\.2)\.dylib' ;;
  esac
  fail() { echo "$file for $system: $*" >&2; exit 1; }
  said=$("$llvm/llvm-readobj" --file-headers --needed-libs "$file")
  grep -qE "^Format: $format\$" <<<"$said" || fail "$(grep ^Format <<<"$said")"
  said=$(sed -n '/^NeededLibraries/,/^]/ s/^  //p' <<<"$said")
  ! grep -vixE "$needs" <<<"$said" || fail "needs what the system may lack"
  if [[ $system == linux-* ]]; then
    glibc=$("$llvm/llvm-readobj" --version-info "$file" | grep -oE 'GLIBC_[0-9.]+' | sort -uV | tail -1)
    [ "$(printf '%s\n' "$glibc" GLIBC_2.17 | sort -V | tail -1)" = GLIBC_2.17 ] || fail "needs $glibc"
  fi
  # Names of its own functions: what it exports and imports stays.
  ! "$llvm/llvm-nm" --defined-only "$file" 2>/dev/null | grep -qE ' [a-z] ' || fail "not stripped"
  ! grep -qaF "$HOME/" "$file" || fail "names a folder of this machine"
  echo "  $system: $(basename "$file") $(stat -c %s "$file") bytes${glibc:+, $glibc}; needs $(paste -sd' ' <<<"$said")"
}
