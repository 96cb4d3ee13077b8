#!/usr/bin/env bash
# Prints the public Kotlin signatures of the generated source given: its declarations without what carries them across.
# api.txt holds them as committed, so that a change of the API shows in review. (javap would lose what may be null.)
set -euo pipefail
awk '
  # What a line declares, without what stands before and after it.
  function plain(text) {
    gsub(/`|kotlin\.|vn\.tiendo\.|@Throws\(TiendoException::class\)|@Jvm[A-Za-z]+/, "", text)
    sub(/ (by lazy )?\{$/, "", text); sub(/ =$/, "", text); sub(/[,; ]+$/, "", text); sub(/^ +/, "", text); sub(/\) : [A-Z][A-Za-z]*\(\)$/, ")", text); sub(/\($/, "", text)
    return text
  }
  /@Throws/ { throws = 1 }
  /^}/ { of = ""; builder = 0 }
  /^(data |enum |sealed )?class [A-Z]/ && !/FfiConverter|Uniffi|RustBuffer|NoHandle|InternalException/ {
    match($0, /class [A-Za-z]+/)
    of = substr($0, RSTART + 6, RLENGTH - 6)
    sub(/ (@JvmOverloads )?(internal )?(constructor)? ?\(.*|:.*| \{.*/, "")
    print
    next
  }
  /typealias FfiConverter/ { next }
  /^public typealias / { print plain(substr($0, 8)); next }
  /^    class Builder / { builder = 1 }
  builder { if (/^    }/) builder = 0; next }
  of != "" && /^    (data class|data object) / { print "    " plain($0); next }
  of != "" && /^    [A-Z][A-Z0-9_]*[,;]$/ { print "    " plain($0); next }
  of != "" && /^ *val `/ { print "    " plain($0); next }
  /^ *(@[A-Za-z:()]+ *)*fun [`tf]/ && (/fun `/ || /fun (toJson|fromJson)\(/) {
    print (of == "" ? "" : "    ") plain($0) (throws ? " throws" : "")
    throws = 0
    next
  }
  !/@Throws/ { throws = 0 }
' "$1"
