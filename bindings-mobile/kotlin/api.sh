#!/usr/bin/env bash
# Prints the public Kotlin signatures of the generated source given: its declarations without what carries them across.
# api.txt holds them as committed, so that a change of the API shows in review. (javap would lose what may be null.)
set -euo pipefail
grep -oE \
  -e '^(data|enum|sealed) class \w+' \
  -e '^    (data class|class|object) \w+' \
  -e 'val `\w+`: [^)]+(\(\))?' \
  -e '^    [A-Z][A-Z0-9_]*[,;]$' \
  -e '^public typealias \w+ = .*' \
  -e '(@Throws\S+ )?fun `\w+`\(.*\{$' \
  "$1" |
  grep -vE 'FfiConverter|Uniffi|ByValue|ByReference' |
  # Functions that stand before the first alias are methods of the type above them.
  sed -E -e 's/kotlin\.|vn\.tiendo\.|`//g' -e 's/^val /    &/' -e 's/^public //' -e 's/[,; {]+$//' \
    -e '1,/^typealias/ s/^fun /    &/'
