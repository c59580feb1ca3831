#!/bin/sh
# Makes a keychain for this run alone, with the identity in CERTIFICATE (a .p12 as base64) and its PASSWORD, and writes
# the key for notarising in NOTARY (a .p8) to a file that the steps after this one find by NOTARY_KEY.
set -eu
umask 077
keychain="$RUNNER_TEMP/release.keychain-db"
pass=$(uuidgen)
security create-keychain -p "$pass" "$keychain"
security set-keychain-settings -lut 3600 "$keychain"
security unlock-keychain -p "$pass" "$keychain"

packed="$RUNNER_TEMP/certificate.p12"
printf '%s' "$CERTIFICATE" | base64 --decode >"$packed"
security import "$packed" -k "$keychain" -P "$PASSWORD" -T /usr/bin/codesign
rm "$packed"
# Without this codesign asks on the screen whether it may use the key.
security set-key-partition-list -S apple-tool:,apple: -s -k "$pass" "$keychain" >/dev/null
security list-keychains -d user -s "$keychain"

if [ -n "${NOTARY:-}" ]; then
    printf '%s\n' "$NOTARY" >"$RUNNER_TEMP/notary.p8"
    echo "NOTARY_KEY=$RUNNER_TEMP/notary.p8" >>"$GITHUB_ENV"
fi
