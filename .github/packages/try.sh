#!/usr/bin/env bash
# Builds the wheel, the npm packages and the Debian package, installs each where nothing else is, and builds the example site with
# it. Needs root on Debian or Ubuntu, Rust, Python with venv, Node with npm, and debootstrap (all but Rust are installed).
#
# PROFILE=release  the Cargo profile of the programs
set -euo pipefail
cd "$(dirname "$0")/../.."
profile=${PROFILE:-release}
out=$PWD/target/packages
rm -rf "$out" && mkdir -p "$out"
apt-get -qq update
apt-get -qq install --yes --no-install-recommends debootstrap python3-venv >/dev/null
command -v npm >/dev/null || apt-get -qq install --yes --no-install-recommends npm >/dev/null

step() { printf '\n== %s\n' "$*"; }
# Only the programs of the system: no Rust, nothing of this checkout.
bare() { (cd "$out" && env -i HOME="$out/home" PATH=/usr/bin:/bin LANG=C.UTF-8 "$@"); }
mkdir -p "$out/home"
cp -r content-example "$out/example"
expect_site() { test -s "$1/index.html" && echo "built $(find "$1" -name '*.html' | wc -l) pages"; }

step "the Python wheel: pip install, uvx"
python3 -m venv "$out/tools"
"$out/tools/bin/pip" install --quiet 'maturin>=1.9,<2' uv
"$out/tools/bin/maturin" build --quiet --profile "$profile" --locked --out "$out"
wheel=$(ls "$out"/fingerpost-*.whl)
bare python3 -m venv venv
bare venv/bin/pip install --quiet --no-index "$wheel"
bare venv/bin/fingerpost --version
bare venv/bin/fingerpost build example --out site-wheel
expect_site "$out/site-wheel"
bare "$out/tools/bin/uvx" --quiet --offline --from "$wheel" fingerpost --version

step "npm install"
folder=$([ "$profile" = dev ] && echo debug || echo "$profile")
cpu=$(node -p process.arch)
node .github/packages/npm/pack.mjs "$out" "linux-$cpu=target/$folder/fingerpost"
mkdir -p "$out/node"
bare npm install --prefix node --silent --offline --no-audit --no-fund "$out/fingerpost-linux-$cpu-"*.tgz
# npm would ask its registry for the platform package; here it is installed already.
bare npm install --prefix node --silent --offline --no-audit --no-fund --omit=optional "$out"/fingerpost-[0-9]*.tgz
bare node/node_modules/.bin/fingerpost build example --out site-npm
expect_site "$out/site-npm"

step "dpkg --install, in a system of its own"
command -v cargo-deb >/dev/null || cargo install --quiet --locked cargo-deb
cargo deb --quiet --no-build --no-strip --profile "$profile" --output "$out"
debootstrap --variant=minbase stable "$out/debian" >"$out/debootstrap.log"
cp "$out"/fingerpost_*.deb "$out/debian/"
cp -r content-example "$out/debian/example"
chroot "$out/debian" sh -c 'dpkg --install /fingerpost_*.deb'
chroot "$out/debian" env LANG=C.UTF-8 fingerpost build /example --out /site
expect_site "$out/debian/site"
chroot "$out/debian" dpkg --remove fingerpost
! test -e "$out/debian/usr/bin/fingerpost"

step "The sites are the same"
diff -r "$out/site-wheel" "$out/site-npm" && diff -r "$out/site-wheel" "$out/debian/site" && echo "yes"
