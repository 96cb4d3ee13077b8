#!/usr/bin/env bash
# Builds the native library for this system, and from it the Kotlin source; `mvn install` does the rest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
target=${CARGO_TARGET_DIR:-target}
out=bindings-mobile/kotlin/target
sources=$out/generated-sources/uniffi

cargo build --release --locked -p tiendo-mobile
cargo build --locked -p tiendo-bindgen
for library in "$target"/release/{libtiendo_mobile.so,libtiendo_mobile.dylib,tiendo_mobile.dll}; do
  [ ! -f "$library" ] || break
done
# From the library as built, since stripping takes what describes it.
rm -rf "$sources"
"$target/debug/tiendo-bindgen" generate "$library" --language kotlin --no-format --out-dir "$sources"
cp bindings-mobile/generated/Codes.kt "$sources/vn/tiendo/"

# Where JNA looks for it within the jar.
case $(uname -s)-$(uname -m) in
  Linux-x86_64) place=linux-x86-64 ;;
  Linux-aarch64) place=linux-aarch64 ;;
  Darwin-x86_64) place=darwin-x86-64 ;;
  Darwin-arm64) place=darwin-aarch64 ;;
  *) place=win32-x86-64 ;;
esac
mkdir -p "$out/native/$place"
cp "$library" "$out/native/$place/"
[ "$(uname -s)" != Linux ] || strip "$out/native/$place/$(basename "$library")"
