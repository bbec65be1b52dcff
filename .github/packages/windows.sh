#!/usr/bin/env bash
# Builds the program for Windows and runs it in Wine: new sites, builds, checks, and a preview. The site that it builds must be the
# same as that of the Linux program, byte for byte. Needs root on Debian, and Rust.
#
# Releases are built on Windows with Microsoft's linker: .github/workflows/release.yml. Wine has no OneDrive, virus scanner,
# console or Explorer, so what these do is tested by itself.
#
# JOBS=2   how many files the compiler builds at a time
# TESTS=   the test programs to run in Wine too, such as "lib publish editor"
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD
jobs=${JOBS:-$(nproc)}
target=x86_64-pc-windows-gnu
build=${CARGO_TARGET_DIR:-$PWD/target}
out=$build/windows
rm -rf "$out" && mkdir -p "$out"/{linux,windows}
step() { printf '\n== %s\n' "$*"; }

step "a linker and Wine"
apt-get -qq update
apt-get -qq install --yes --no-install-recommends curl gcc-mingw-w64-x86-64-posix wine wine64 >/dev/null
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc-posix
export CC_x86_64_pc_windows_gnu=x86_64-w64-mingw32-gcc-posix
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=wine
export WINEPREFIX=$out/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree=;mshtml=' DISPLAY=
wine --version

step "the Linux program"
cargo build --quiet --locked --jobs "$jobs"
linux_program=$build/debug/fingerpost
"$linux_program" --version

step "Rust's standard library for Windows"
std=()
if [ -d "$(rustc --print sysroot)/lib/rustlib/$target" ]; then
  echo "installed"
else
  # Debian has its source, of several versions. It must be that of the compiler.
  version=$(rustc --version | cut -d' ' -f2)
  debian=$(apt-get indextargets --format '$(BASE_URI)' 'Created-By: Packages' | sed -n 's|/dists/.*||p' | grep -m1 '/debian/*$')
  key=/usr/share/keyrings/debian-archive-keyring.gpg
  suites="trixie trixie-backports sid"
  mkdir -p "$out/apt/lists/partial"
  for suite in $suites; do echo "deb [signed-by=$key] $debian $suite main"; done >"$out/apt/sources.list"
  apt=(-qq -o "Dir::Etc::sourcelist=$out/apt/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$out/apt/lists"
    -o "Dir::Cache::pkgcache=" -o "Dir::Cache::srcpkgcache=" -o "APT::Sandbox::User=root")
  apt-get "${apt[@]}" update || true
  package=$(apt-cache "${apt[@]}" madison rust-src | awk -v version="$version" 'index($3, version "+") == 1 { print $3; exit }')
  [ -n "$package" ] || { echo "Debian has no source of Rust $version. Run: rustup target add $target"; exit 1; }
  (cd "$out/apt" && apt-get "${apt[@]}" download "rust-src=$package")
  dpkg -x "$out"/apt/rust-src_*.deb "$out/apt/files"
  __CARGO_TESTS_ONLY_SRC_ROOT=$(echo "$out"/apt/files/usr/src/rustc-*/library)
  export RUSTC_BOOTSTRAP=1 __CARGO_TESTS_ONLY_SRC_ROOT
  std=(-Zbuild-std=std,panic_abort)
  echo "rust-src $package"
fi

step "the Windows program"
# A debug program looks for its theme in the checkout, unless it has it.
windows=(--locked --jobs "$jobs" --target "$target" --features rust-embed/debug-embed "${std[@]}")
cargo build --quiet "${windows[@]}"
windows_program=$build/$target/debug/fingerpost.exe
# Wine before version 9 has no source of random numbers where Rust looks for it.
if ! find /usr/lib -name bcryptprimitives.dll | grep -q .; then
  cat >"$out/random.c" <<'C'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID bytes, ULONG length);
__declspec(dllexport) BOOL ProcessPrng(PVOID bytes, SIZE_T length) { return SystemFunction036(bytes, (ULONG)length); }
C
  x86_64-w64-mingw32-gcc-posix -shared -o "${windows_program%/*}/bcryptprimitives.dll" "$out/random.c" -ladvapi32
  mkdir -p "${windows_program%/*}/deps"
  cp "${windows_program%/*}/bcryptprimitives.dll" "${windows_program%/*}/deps/"
fi
fingerpost() { wine "$windows_program" "$@"; }
fingerpost --version

step "a new site in a folder with a space and an accent, and the example"
for system in linux windows; do cp -r content-example "$out/$system/example"; done
cd "$out/windows"
fingerpost new "Ysgol Gŵyr" --today 2026-11-28
# What a program gets that is given "Ysgol Gŵyr\", as shells complete the name.
fingerpost build 'Ysgol Gŵyr"' --out new-site --today 2026-11-28
fingerpost check "Ysgol Gŵyr" --today 2026-11-28 --format concise >check.txt && checked=0 || checked=$?
fingerpost build example --out site --today 2026-11-28
fingerpost build example --out site --today 2026-11-28 | tee again.txt
grep -q "nothing has changed" again.txt

step "the same with the Linux program"
cd "$out/linux"
"$linux_program" new "Ysgol Gŵyr" --today 2026-11-28 >/dev/null
"$linux_program" build "Ysgol Gŵyr" --out new-site --today 2026-11-28 >/dev/null
"$linux_program" check "Ysgol Gŵyr" --today 2026-11-28 --format concise >check.txt && expected=0 || expected=$?
"$linux_program" build example --out site --today 2026-11-28
diff check.txt "$out/windows/check.txt"
[ "$checked" = "$expected" ]
echo "the same $(wc -l <check.txt) lines about what is missing, exit code $checked"
diff -r --exclude .fingerpost "Ysgol Gŵyr" "$out/windows/Ysgol Gŵyr"
for site in new-site site; do
  diff -r "$site" "$out/windows/$site"
  echo "the same $(find "$site" -type f | wc -l) files in $site"
done

step "the preview, and a change"
cd "$out/windows"
touch serve.txt
wine "$windows_program" serve example --port 0 --today 2026-11-28 >serve.txt 2>&1 &
preview=$!
trap 'kill $preview 2>/dev/null || true; wineserver -k || true' EXIT
# Tries a command for 30 seconds.
wait_for() { for _ in {1..150}; do if "$@"; then return 0; fi; sleep 0.2; done; echo "failed: $*"; cat serve.txt; return 1; }
wait_for grep -q "Press Ctrl-C" serve.txt
cat serve.txt
address=$(sed -n 's/^Preview of example: //p' serve.txt | tr -d '\r')
shows() { curl --silent --fail "$address$1" | grep -qF "$2"; }
shows index.html "</html>"
sed -i 's/^title: .*/title: Changed while it is shown/' example/pages/words-we-use.md
wait_for shows pages/words-we-use.html "Changed while it is shown"
shows -/ "example"
# A path as only Windows itself writes it.
if shows -/ '\\?\'; then exit 1; fi
echo "passed"

cd "$root"
for name in ${TESTS:-}; do
  step "the tests $name"
  case $name in lib) which=(--lib) ;; *) which=(--test "$name") ;; esac
  cargo test --quiet --features slow-tests "${windows[@]}" "${which[@]}"
done
