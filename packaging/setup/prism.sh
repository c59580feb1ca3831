#!/bin/sh
# Installs Prism, which serves an OpenAPI file so that tests can hold our requests against it; needs npm.
# It lies in .cache/prism and nowhere else. Where it cannot be installed its tests are listed as not run.
set -u
here=packaging/setup/prism
place=.cache/prism

done_already() {
    cmp -s "$here/package-lock.json" "$place/installed" && [ -e "$place/node_modules/.bin/prism" ]
}

done_already && exit 0
mkdir -p "$place"
cp "$here/package.json" "$here/package-lock.json" "$place/"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "Installing Prism"
if (cd "$place" && npm ci --no-audit --no-fund --loglevel=error --ignore-scripts) </dev/null >"$log" 2>&1; then
    cp "$here/package-lock.json" "$place/installed"
    exit 0
fi
tail -n 3 "$log" >&2
echo "Prism could not be installed; the tests that need it do not run." >&2
